package netarium.app.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import netarium.app.text.TimeText;
import netarium.engine.analysis.Causes;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameDropped;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// How it came to what is selected: the reason for a drop, who wrote the data, and step by step
/// what led here; a step that is chosen is selected everywhere.
final class WhyPane extends VBox {
  private final InspectorModel model;
  private final Words words;
  private final Consumer<String> openPlace;
  private final EventWords eventWords;
  private final VBox notes = new VBox(6);
  private final ListView<SimEvent> steps = new ListView<>();
  private final Button more = new Button();
  private boolean isShowing;

  WhyPane(InspectorModel model, Words words, Consumer<String> openPlace) {
    this.model = model;
    this.words = words;
    this.openPlace = openPlace;
    eventWords = new EventWords(words);
    getStyleClass().add("inspector-causes");
    notes.getStyleClass().add("inspector-notes");
    Label title = new Label(words.text("why.title"));
    title.getStyleClass().add("inspector-section");
    title.setMaxWidth(Double.MAX_VALUE);
    steps.setCellFactory(_ -> new Step());
    steps.setAccessibleText(words.text("why.title"));
    steps.getSelectionModel().selectedItemProperty().addListener((_, _, event) -> chosen(event));
    VBox.setVgrow(steps, Priority.ALWAYS);
    more.setMaxWidth(Double.MAX_VALUE);
    more.getStyleClass().add("inspector-more");
    more.setOnAction(_ -> model.showAllCauses(!model.showsAllCauses()));
    getChildren().addAll(notes, title, steps, more);
  }

  /// Later, for what is chosen gives the list other lines, and a list that is filled in the middle
  /// of its own change of selection breaks.
  private void chosen(@Nullable SimEvent event) {
    if (!isShowing && event != null) {
      Platform.runLater(() -> model.select(event));
    }
  }

  /// Shows what has become of the model.
  void show() {
    isShowing = true;
    List<SimEvent> causes = model.causes();
    steps.getItems().setAll(causes);
    steps.getSelectionModel().clearSelection();
    steps.scrollTo(0);
    isShowing = false;
    more.setText(words.text(model.showsAllCauses() ? "why.less" : "why.more"));
    boolean isAll = !causes.isEmpty() && causes.getLast().cause() < 0;
    more.setVisible(model.showsAllCauses() || !isAll);
    more.setManaged(more.isVisible());
    notes.getChildren().clear();
    model.drop().ifPresent(this::addDrop);
    model.writer().ifPresent(this::addWriter);
    for (String sentence : words.sentences(model.remarks())) {
      notes
          .getChildren()
          .add(note(MaterialDesignI.INFORMATION_OUTLINE, sentence, "inspector-note"));
    }
    notes.setVisible(!notes.getChildren().isEmpty());
    notes.setManaged(notes.isVisible());
  }

  private void addDrop(FrameDropped drop) {
    String node = model.frames().nodeName(drop.port().node());
    String reason = words.dropReason(drop.reason().label());
    String detail = drop.detail().isEmpty() ? "" : " (" + drop.detail() + ")";
    String sentence = words.text("why.dropped", node, reason + detail);
    notes
        .getChildren()
        .add(note(MaterialDesignA.ALERT_DECAGRAM_OUTLINE, sentence, "inspector-drop"));
  }

  private void addWriter(SimEvent.SocketUsed writer) {
    Hyperlink link = new Hyperlink(writer.place());
    link.getStyleClass().add("inspector-link");
    link.setOnAction(_ -> openPlace.accept(writer.place()));
    Label label = new Label(words.text("why.written"));
    HBox line = new HBox(6, new FontIcon(MaterialDesignF.FILE_CODE_OUTLINE), label, link);
    line.setAlignment(Pos.CENTER_LEFT);
    notes.getChildren().add(line);
  }

  private static HBox note(Ikon icon, String sentence, String style) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(6, new FontIcon(icon), label);
    line.getStyleClass().add(style);
    return line;
  }

  private static Ikon icon(SimEvent event) {
    return switch (event) {
      case SimEvent.FrameSent _ -> MaterialDesignA.ARROW_RIGHT;
      case SimEvent.FrameDelivered _ -> MaterialDesignA.ARROW_COLLAPSE_RIGHT;
      case SimEvent.FrameDropped _ -> MaterialDesignA.ALERT_DECAGRAM_OUTLINE;
      case SimEvent.FrameQueued _ -> MaterialDesignT.TRAY_FULL;
      case SimEvent.ArpChanged _ -> MaterialDesignM.MAP_MARKER_OUTLINE;
      case SimEvent.RouteChanged _ -> MaterialDesignR.ROUTES;
      case SimEvent.TcpStateChanged _ -> MaterialDesignA.ARROW_DECISION_OUTLINE;
      case SimEvent.TcpRetransmission _ -> MaterialDesignR.REPEAT;
      case SimEvent.TcpVariables _ -> MaterialDesignV.VARIABLE;
      case SimEvent.SocketUsed _ -> MaterialDesignF.FILE_CODE_OUTLINE;
      case SimEvent.UnixSocketUsed _ -> MaterialDesignF.FILE_CODE_OUTLINE;
      case SimEvent.ProcessStarted _ -> MaterialDesignC.COG_PLAY_OUTLINE;
      case SimEvent.ProcessEnded _ -> MaterialDesignC.COG_OFF_OUTLINE;
      case SimEvent.ConsoleWritten _ -> MaterialDesignC.CONSOLE;
      case SimEvent.ErrorRaised _ -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
      case SimEvent.Notice _ -> MaterialDesignI.INFORMATION_OUTLINE;
      case SimEvent.ScreenDrawn _ -> MaterialDesignM.MONITOR;
      case SimEvent.WebSocketHeld _ -> MaterialDesignH.HAND_BACK_LEFT_OUTLINE;
      case SimEvent.TlsKeyLogged _ -> MaterialDesignK.KEY_OUTLINE;
      case SimEvent.TlsPlaintext _ -> MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE;
      case SimEvent.TlsFailed _ -> MaterialDesignL.LOCK_ALERT_OUTLINE;
      case SimEvent.TimerExpired _ -> MaterialDesignT.TIMER_OUTLINE;
      case SimEvent.StimulusApplied _ -> MaterialDesignE.EMAIL_EDIT_OUTLINE;
      case SimEvent.PoolChanged _ -> MaterialDesignT.TRAY_FULL;
    };
  }

  /// A step: when, what kind, in words.
  private final class Step extends ListCell<SimEvent> {
    private final Label time = new Label();
    private final FontIcon kind = new FontIcon();
    private final Label line = new Label();
    private final HBox box = new HBox(8, time, kind, line);

    Step() {
      box.setAlignment(Pos.CENTER_LEFT);
      time.getStyleClass().add("inspector-instant");
      time.setMinWidth(USE_PREF_SIZE);
      line.getStyleClass().add("inspector-step");
      line.setMinWidth(0);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SimEvent event, boolean empty) {
      super.updateItem(event, empty);
      if (empty || event == null) {
        setGraphic(null);
        setAccessibleText(null);
        getStyleClass().remove("inspector-answer");
        return;
      }
      time.setText(TimeText.micros(event.at().nanos()));
      kind.setIconCode(icon(event));
      line.setText(eventWords.line(event, model.frames()));
      getStyleClass().remove("inspector-answer");
      if (getIndex() > 0 && Causes.isAnswer(event)) {
        getStyleClass().add("inspector-answer");
      }
      setAccessibleText(time.getText() + " " + line.getText());
      setTooltip(new javafx.scene.control.Tooltip(line.getText()));
      setGraphic(box);
    }
  }
}
