package netarium.app.problems;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;
import netarium.app.text.TimeText;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// One problem: how bad, what is wrong, what to do; at the right where, and when it was seen first.
final class FindingCell extends ListCell<Finding> {
  /// In a narrower list the instant gives way to the words.
  private static final double WIDE = 560;

  private final ProblemsView view;
  private final Texts texts;
  private final FontIcon icon = new FontIcon();
  private final Label what = new Label();
  private final Label advice = new Label();
  private final Label times = new Label();
  private final Hyperlink place = new Hyperlink();
  private final Label time = new Label();
  private final HBox row;
  private final Tooltip whole = new Tooltip();

  FindingCell(ProblemsView view, Texts texts) {
    this.view = view;
    this.texts = texts;
    getStyleClass().add("finding-cell");
    icon.getStyleClass().add("finding-icon");
    what.getStyleClass().add("finding-what");
    what.setTooltip(whole);
    advice.getStyleClass().add("finding-advice");
    times.getStyleClass().add("finding-times");
    place.getStyleClass().add("finding-place");
    place.setFocusTraversable(false);
    place.setOnAction(_ -> view.open(getItem()));
    time.getStyleClass().add("finding-time");
    VBox words = new VBox(what, advice);
    words.getStyleClass().add("finding-words");
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(icon, words, times, place, time);
    row.getStyleClass().add("finding-row");
    place.setMinWidth(USE_PREF_SIZE);
    times.setMinWidth(USE_PREF_SIZE);
    time.managedProperty().bind(time.visibleProperty());
    time.visibleProperty().bind(widthProperty().greaterThan(WIDE));
    prefWidthProperty().set(0);
  }

  @Override
  protected void updateItem(Finding finding, boolean isEmpty) {
    super.updateItem(finding, isEmpty);
    if (isEmpty || finding == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    icon.setIconCode(icon(finding.severity()));
    row.getStyleClass().setAll("finding-row", severity);
    String sentence = view.what(finding);
    what.setText(sentence);
    whole.setText(sentence + "\n" + view.advice(finding));
    advice.setText(view.advice(finding));
    times.setText(finding.times() == 1 ? "" : texts.text("times", finding.times()));
    place.setText(finding.place() == null ? "" : shortName(finding.place().toString()));
    place.setVisible(finding.place() != null);
    place.setManaged(finding.place() != null);
    time.setText(finding.hasEvent() ? TimeText.micros(finding.atNanos()) : "");
    setAccessibleText(texts.text("severity." + severity) + ": " + sentence);
    setGraphic(row);
  }

  private static String shortName(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static Ikon icon(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
      case WARNING -> MaterialDesignA.ALERT_OUTLINE;
      case HINT -> MaterialDesignL.LIGHTBULB_ON_OUTLINE;
    };
  }
}
