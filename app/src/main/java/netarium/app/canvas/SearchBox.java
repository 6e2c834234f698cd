package netarium.app.canvas;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.canvas.CanvasSearch.Found;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.LinkLine;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.NoteMark;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.Route;
import netarium.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// The search of the canvas: what is chosen of the list is selected and brought into the middle.
final class SearchBox extends VBox {
  private static final double ROW = 30;
  private static final double WIDTH = 320;

  private final CanvasModel model;
  private final Runnable whenClosed;
  private final TextField field = new TextField();
  private final ListView<Found> list = new ListView<>();
  private final Label nothing = new Label();

  SearchBox(CanvasModel model, Texts texts, Runnable whenClosed) {
    this.model = model;
    this.whenClosed = whenClosed;
    getStyleClass().add("canvas-search");
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    setPrefWidth(WIDTH);
    field.setPromptText(texts.text("find.prompt"));
    field.setAccessibleText(texts.text("find.prompt"));
    nothing.setText(texts.text("find.nothing"));
    nothing.getStyleClass().add("find-nothing");
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new Cell());
    list.setFocusTraversable(false);
    list.setOnMouseClicked(_ -> take());
    field.textProperty().subscribe(this::typed);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren().addAll(field, list, nothing);
    setVisible(false);
  }

  void open() {
    setVisible(true);
    field.selectAll();
    typed(field.getText());
    field.requestFocus();
  }

  void open(String typed) {
    open();
    field.setText(typed);
  }

  void close() {
    if (isVisible()) {
      setVisible(false);
      whenClosed.run();
    }
  }

  private void typed(String text) {
    List<Found> found = CanvasSearch.find(model.history().topology(), text);
    list.getItems().setAll(found);
    list.getSelectionModel().selectFirst();
    boolean hasSome = !found.isEmpty();
    list.setVisible(hasSome);
    list.setManaged(hasSome);
    list.setPrefHeight(found.size() * ROW + 10);
    boolean isVain = !hasSome && !text.isBlank();
    nothing.setVisible(isVain);
    nothing.setManaged(isVain);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      case ENTER -> take();
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void take() {
    Found found = list.getSelectionModel().getSelectedItem();
    if (found != null) {
      model.select(Set.of(found.item()));
      Point middle = middle(found.item());
      if (middle != null) {
        model.viewport(model.viewport().centred(middle));
      }
      close();
    }
  }

  private @Nullable Point middle(Item item) {
    CanvasScene scene = model.scene();
    switch (item) {
      case Item.OfNode(String id) -> {
        for (NodeCard card : scene.nodes()) {
          if (card.id().equals(id)) {
            return card.centre();
          }
        }
      }
      case Item.OfLink(String id) -> {
        Route route = new Route(scene, model.viewport().zoom());
        for (LinkLine line : scene.links()) {
          if (line.id().equals(id)) {
            return route.port(line.a()).towards(route.port(line.b()), 0.5);
          }
        }
      }
      case Item.OfNote(int index) -> {
        NoteMark note = scene.notes().get(index);
        return note.corner().plus(note.width() / 2, note.height() / 2);
      }
      case Item.OfFrame _ -> {}
    }
    return null;
  }

  /// A name, and at the right what fits.
  private static final class Cell extends ListCell<Found> {
    private final Label name = new Label();
    private final Label detail = new Label();
    private final HBox row = new HBox(8, name, detail);

    Cell() {
      detail.getStyleClass().addAll("mono", "find-detail");
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Found found, boolean isEmpty) {
      super.updateItem(found, isEmpty);
      if (found == null || isEmpty) {
        setGraphic(null);
      } else {
        name.setText(found.name());
        detail.setText(found.detail());
        setGraphic(row);
      }
    }
  }
}
