package netarium.app.packets;

import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import netarium.app.text.Texts;
import netarium.engine.analysis.filter.FilterProblem;
import netarium.engine.analysis.filter.FrameFilter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Where a filter is typed. It filters as one types; what cannot be read is underlined, and said
/// where else the count of rows stands.
final class FilterField extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double WAVE = 2;

  private final PacketsModel model;
  private final Texts texts;
  private final FilterTexts problems;
  private final TextField field = new TextField();
  private final Label status = new Label();
  private final Button clear = new Button();
  private final Polyline wave = new Polyline();
  private final Text measure = new Text();
  private final CompletionPopup completion;

  FilterField(PacketsModel model, Texts texts, Function<String, List<String>> namesOf) {
    this.model = model;
    this.texts = texts;
    problems = new FilterTexts(texts);
    completion = new CompletionPopup(field, namesOf);
    getStyleClass().add("packets-filter");
    setAlignment(Pos.CENTER_LEFT);
    field.setPromptText(texts.text("filter.prompt"));
    field.setAccessibleText(texts.text("filter.label"));
    clear.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
    clear.getStyleClass().add("packets-clear");
    clear.setAccessibleText(texts.text("filter.clear"));
    clear.setOnAction(_ -> field.clear());
    wave.getStyleClass().add("packets-wave");
    wave.setManaged(false);
    wave.setMouseTransparent(true);
    Pane above = new Pane(wave);
    above.setMouseTransparent(true);
    StackPane typing = new StackPane(field, above);
    HBox.setHgrow(typing, Priority.ALWAYS);
    status.getStyleClass().add("packets-count");
    status.setMinWidth(0);
    typing.setMinWidth(160);
    getChildren().addAll(new FontIcon(MaterialDesignF.FILTER_OUTLINE), typing, status, clear);
    field.textProperty().addListener((_, _, text) -> typed(text));
    field.heightProperty().addListener((_, _, _) -> underline(model.problem().orElse(null)));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    // The language has a hundred names, whose code is loaded with the first filter: not while
    // somebody types it.
    Thread.ofVirtual().start(() -> FrameFilter.compileForRun("tcp"));
  }

  TextField field() {
    return field;
  }

  private void typed(String text) {
    if (!text.equals(model.filterText())) {
      model.filter(text);
    }
    completion.typed();
  }

  private void pressed(KeyEvent event) {
    boolean isTaken = completion.pressed(event);
    if (!isTaken && event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
      isTaken = true;
    }
    if (isTaken) {
      event.consume();
    }
  }

  /// Shows what has become of the model.
  void show() {
    if (!field.getText().equals(model.filterText())) {
      field.setText(model.filterText());
      field.end();
    }
    FilterProblem problem = model.problem().orElse(null);
    pseudoClassStateChanged(WRONG, problem != null);
    boolean isEmpty = field.getText().isEmpty();
    clear.setVisible(!isEmpty);
    clear.setManaged(!isEmpty);
    if (problem != null) {
      status.setText(problems.sentence(problem));
    } else if (model.isFiltered()) {
      status.setText(
          texts.text(
              model.isFiltering() ? "filter.counting" : "filter.count",
              model.size(),
              model.total()));
    } else {
      status.setText("");
    }
    underline(problem);
  }

  /// The field's font has one width for all letters, so places follow from columns.
  private void underline(@Nullable FilterProblem problem) {
    wave.getPoints().clear();
    String text = field.getText();
    if (problem == null || text.isEmpty()) {
      return;
    }
    measure.setFont(field.getFont());
    measure.setText(text);
    double letter = measure.getLayoutBounds().getWidth() / text.length();
    double left = field.getPadding().getLeft();
    int from = Math.min(problem.from(), text.length());
    int to = Math.max(from + 1, Math.min(problem.to(), text.length() + 1));
    double bottom = field.getHeight() / 2 + 8;
    double end = Math.min(left + to * letter, field.getWidth() - left);
    boolean isUp = false;
    for (double x = left + from * letter; x <= end; x += WAVE) {
      wave.getPoints().addAll(x, bottom + (isUp ? -WAVE : 0));
      isUp = !isUp;
    }
  }
}
