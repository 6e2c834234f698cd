package netarium.app.problems;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Transport;
import netarium.app.text.Texts;

/// The list of problems. Choosing one looks at where it happened; opening one (a double click,
/// Enter, its link) goes to where it can be mended.
public final class ProblemsView extends StackPane {
  private static final double ROW_HEIGHT = 46;

  private final Problems problems;
  private final Transport transport;
  private final Consumer<Place> opener;
  private final Texts texts;
  private final ListView<Finding> list = new ListView<>();
  private final VBox empty;
  private boolean wasOver;
  private boolean isQuiet;

  /// `opener` shows a place: opens a script at a line, selects a node and a property.
  public ProblemsView(
      Problems problems, Transport transport, Consumer<Place> opener, Locale locale) {
    this.problems = problems;
    this.transport = transport;
    this.opener = opener;
    texts = new Texts(ProblemsView.class, locale);
    getStyleClass().add("problems-view");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setAccessibleText(texts.text("list"));
    list.setCellFactory(_ -> new FindingCell(this, texts));
    list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> chosen(now));
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        open(list.getSelectionModel().getSelectedItem());
      }
    });
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        open(list.getSelectionModel().getSelectedItem());
        event.consume();
      } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
        copy();
      }
    });
    list.setContextMenu(menu());
    Label title = new Label(texts.text("empty"));
    title.getStyleClass().add("problems-empty-title");
    Label more = new Label(texts.text("empty.more"));
    more.getStyleClass().add("problems-empty-more");
    empty = new VBox(title, more);
    empty.getStyleClass().add("problems-empty");
    empty.setAlignment(Pos.CENTER);
    getChildren().setAll(list, empty);
    problems.listen(this::show);
    transport.listen(this::watchTheEnd);
    show();
  }

  private ContextMenu menu() {
    MenuItem go = new MenuItem(texts.text("go"));
    go.setOnAction(_ -> chosen(list.getSelectionModel().getSelectedItem()));
    MenuItem open = new MenuItem();
    open.setOnAction(_ -> open(list.getSelectionModel().getSelectedItem()));
    MenuItem copy = new MenuItem(texts.text("copy"));
    copy.setOnAction(_ -> copy());
    ContextMenu menu = new ContextMenu(go, open, copy);
    menu.setOnShowing(_ -> {
      Finding chosen = list.getSelectionModel().getSelectedItem();
      Place place = chosen == null ? null : chosen.place();
      go.setDisable(chosen == null || !chosen.hasEvent());
      open.setDisable(place == null);
      open.setText(texts.text("open", place == null ? "" : place));
    });
    return menu;
  }

  String what(Finding finding) {
    return texts.text(finding.kind(), finding.words().toArray());
  }

  String advice(Finding finding) {
    String advice = texts.text("advice." + finding.kind(), finding.words().toArray());
    return advice.isEmpty()
        ? advice
        : advice.substring(0, 1).toUpperCase(texts.locale()) + advice.substring(1);
  }

  /// What never came to pass is known when nothing more will.
  private void watchTheEnd() {
    boolean isOver = transport.state().phase() == Phase.OVER;
    if (isOver && !wasOver) {
      problems.hints().over();
    }
    wasOver = isOver;
  }

  private void show() {
    List<Finding> all = problems.all();
    if (!all.equals(list.getItems())) {
      int selected = list.getSelectionModel().getSelectedIndex();
      isQuiet = true;
      list.getItems().setAll(all);
      list.getSelectionModel().clearSelection();
      if (selected >= 0 && selected < all.size()) {
        list.getSelectionModel().select(selected);
      }
      isQuiet = false;
    }
    empty.setVisible(all.isEmpty());
    list.setVisible(!all.isEmpty());
  }

  private void chosen(Finding finding) {
    if (!isQuiet && finding != null && finding.hasEvent()) {
      transport.show(finding.event());
    }
  }

  void open(Finding finding) {
    if (finding != null && finding.place() != null) {
      opener.accept(finding.place());
    } else {
      chosen(finding);
    }
  }

  private void copy() {
    Finding chosen = list.getSelectionModel().getSelectedItem();
    List<Finding> copied = chosen == null ? list.getItems() : List.of(chosen);
    StringBuilder text = new StringBuilder();
    for (Finding each : copied) {
      text.append(each.place() == null ? "" : each.place() + ": ");
      text.append(what(each)).append(". ").append(advice(each)).append('\n');
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(text.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
