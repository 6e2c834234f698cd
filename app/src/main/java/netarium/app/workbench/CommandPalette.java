package netarium.app.workbench;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// All commands by name: type some of the words, Enter does it, Esc goes back to where one was.
final class CommandPalette extends StackPane {
  private static final double ROW = 30;
  private static final int MOST_ROWS = 12;

  private final Commands commands;
  private final TextField query = new TextField();
  private final ListView<Command> list = new ListView<>();
  private final Label none;
  private @Nullable Node before;

  CommandPalette(Commands commands, Texts texts) {
    this.commands = commands;
    none = new Label(texts.text("palette.none"));
    none.getStyleClass().add("palette-none");
    query.setPromptText(texts.text("palette.prompt"));
    query.setAccessibleText(texts.text("palette.prompt"));
    query.getStyleClass().add("palette-query");
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new Row());
    list.setPlaceholder(none);
    list.setFocusTraversable(false);
    list.setOnMouseClicked(_ -> carryOut());
    query.textProperty().subscribe(this::search);
    VBox box = new VBox(query, list);
    box.getStyleClass().add("palette-box");
    box.setMaxSize(560, Region.USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    getChildren().add(box);
    getStyleClass().add("palette");
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setOnMousePressed(event -> {
      if (event.getTarget() == this) {
        close();
      }
    });
    setVisible(false);
    setManaged(false);
  }

  private static final class Row extends ListCell<Command> {
    private final Label title = new Label();
    private final Label keys = new Label();
    private final HBox box = new HBox(title, keys);

    Row() {
      HBox.setHgrow(title, Priority.ALWAYS);
      title.setMaxWidth(Double.MAX_VALUE);
      keys.getStyleClass().add("key-cap");
      box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean isEmpty) {
      super.updateItem(command, isEmpty);
      if (command == null || isEmpty) {
        setGraphic(null);
        return;
      }
      title.setText(command.title());
      keys.setText(command.keyText());
      keys.setVisible(command.keys() != null);
      box.setOpacity(command.isEnabled() ? 1 : 0.5);
      setGraphic(box);
    }
  }

  void open() {
    before = getScene() == null ? null : getScene().getFocusOwner();
    setManaged(true);
    setVisible(true);
    query.clear();
    search();
    query.requestFocus();
  }

  boolean isOpen() {
    return isVisible();
  }

  private void close() {
    setVisible(false);
    setManaged(false);
    if (before != null) {
      before.requestFocus();
    }
  }

  private void search() {
    list.getItems().setAll(commands.matching(query.getText()));
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 2, MOST_ROWS) + 2);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> close();
      case ENTER -> carryOut();
      case DOWN -> move(1);
      case UP -> move(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int size = list.getItems().size();
    if (size > 0) {
      int at = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
      list.getSelectionModel().select(at);
      list.scrollTo(at);
    }
  }

  private void carryOut() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.isEnabled()) {
      close();
      chosen.run();
    }
  }
}
