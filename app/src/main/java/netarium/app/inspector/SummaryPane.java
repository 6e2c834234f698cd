package netarium.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.packets.FrameTable;
import netarium.app.packets.GlyphIcon;
import netarium.app.packets.Whereabouts;
import netarium.app.session.Playhead;
import netarium.app.theme.Palette;
import netarium.app.theme.Theme;
import netarium.engine.analysis.Causes;
import netarium.engine.analysis.Writings;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameSent;

/// The head of the inspector: what it is, where it is now, and in one line why.
final class SummaryPane extends VBox {
  private final InspectorModel model;
  private final Playhead playhead;
  private final Words words;
  private final Consumer<String> openPlace;
  private final EventWords eventWords;
  private final GlyphIcon glyph = new GlyphIcon(16);
  private final Label title = new Label();
  private final Label place = new Label();
  private final Label chip = new Label();
  private final FlowPane why = new FlowPane(4, 0);
  private Palette palette = Theme.DARK.palette();

  SummaryPane(InspectorModel model, Playhead playhead, Words words, Consumer<String> openPlace) {
    super(4);
    this.model = model;
    this.playhead = playhead;
    this.words = words;
    this.openPlace = openPlace;
    eventWords = new EventWords(words);
    getStyleClass().add("inspector-summary");
    title.getStyleClass().add("inspector-title");
    title.setMinWidth(USE_PREF_SIZE);
    place.getStyleClass().add("inspector-place");
    place.setMinWidth(0);
    chip.getStyleClass().add("inspector-chip");
    chip.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox top = new HBox(8, glyph, title, place, gap, chip);
    top.setAlignment(Pos.CENTER_LEFT);
    why.getStyleClass().add("inspector-why");
    getChildren().addAll(top, why);
  }

  void theme(Theme theme) {
    palette = theme.palette();
    show();
  }

  /// Shows what has become of the model.
  void show() {
    SimEvent event = model.event().orElse(null);
    if (event == null) {
      return;
    }
    int row = model.row();
    boolean isFrame = model.dissection().isPresent();
    glyph.setVisible(isFrame);
    glyph.setManaged(isFrame);
    if (row != FrameTable.NONE) {
      FrameTable table = model.frames();
      FrameSent sent = table.sent(row);
      glyph.show(FrameTable.glyph(table.info(row).protocol()), palette);
      title.setText(words.text("title.frame", Integer.toString(model.number())));
      place.setText(
          words.text(
              "place.link",
              table.nodeName(sent.from().node()),
              table.nodeName(sent.to().node()),
              sent.link()));
    } else {
      title.setText(eventWords.kind(event));
      place.setText(model.frames().nodeName(event.node()));
    }
    showWhy(event);
    moved();
  }

  /// The playhead has moved: where is it now?
  void moved() {
    boolean isFrame = model.row() != FrameTable.NONE;
    chip.setVisible(isFrame);
    if (isFrame) {
      Whereabouts where = model.where(playhead.instant());
      chip.setText(chipText(where));
      chip.getStyleClass().setAll("label", "inspector-chip", "inspector-" + style(where.state()));
    }
  }

  private String chipText(Whereabouts where) {
    return switch (where.state()) {
      case NOT_YET -> words.text("chip.not-yet");
      case QUEUED -> words.text("chip.queued", where.from());
      case ON_LINK -> words.text("chip.on-link", (int) (100 * where.share()));
      case AT_NODE -> words.text("chip.at-node", where.to());
      case DELIVERED -> words.text("chip.delivered");
      case DROPPED -> words.text("chip.dropped");
    };
  }

  private static String style(Whereabouts.State state) {
    return switch (state) {
      case NOT_YET, AT_NODE -> "idle";
      case ON_LINK -> "moving";
      case QUEUED -> "queued";
      case DELIVERED -> "delivered";
      case DROPPED -> "dropped";
    };
  }

  private void showWhy(SimEvent event) {
    List<Node> parts = new ArrayList<>();
    parts.add(muted(words.text("why")));
    SimEvent.SocketUsed writer = model.writer().orElse(null);
    if (writer != null && !writer.place().isEmpty()) {
      parts.add(link(writer.place()));
      Writings.Writing writing = model.writing();
      int length = dataOctets();
      if (writing.length() > length) {
        parts.add(muted("›"));
        long last = Math.min(writing.first() + length, writing.length());
        parts.add(muted(words.text("why.octets", writing.first() + 1, last, writing.length())));
      }
    } else {
      parts.add(reason(event));
    }
    int row = model.row();
    if (row != FrameTable.NONE && model.frames().depth(row) > 0) {
      String via = model.frames().nodeName(model.frames().sent(row).from().node());
      parts.add(muted("›"));
      parts.add(muted(words.text("why.via", via)));
    }
    why.getChildren().setAll(parts);
  }

  private int dataOctets() {
    int row = model.row();
    return model.frames().sent(row).frame().payload()
                instanceof netarium.engine.wire.Ipv4Datagram datagram
            && datagram.payload() instanceof netarium.engine.wire.TcpSegment segment
        ? segment.payload().length()
        : 0;
  }

  /// The nearest answer among the causes: a line, a timer, something from outside.
  private Node reason(SimEvent event) {
    for (SimEvent each : model.causes()) {
      if (each.ordinal() != event.ordinal() && Causes.isAnswer(each)) {
        return switch (each) {
          case SimEvent.SocketUsed used -> link(used.place());
          case SimEvent.UnixSocketUsed used -> link(used.place());
          case SimEvent.TimerExpired timer -> muted(words.text("why.timer", timer.timer()));
          default -> muted(eventWords.line(each, model.frames()));
        };
      }
    }
    List<SimEvent> causes = model.causes();
    SimEvent last = causes.getLast();
    return muted(
        last.ordinal() == event.ordinal()
            ? words.text("why.start")
            : eventWords.line(last, model.frames()));
  }

  private Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("inspector-muted");
    return label;
  }

  private Hyperlink link(String scriptPlace) {
    Hyperlink link = new Hyperlink(EventWords.file(scriptPlace));
    link.getStyleClass().add("inspector-link");
    link.setOnAction(_ -> openPlace.accept(scriptPlace));
    return link;
  }
}
