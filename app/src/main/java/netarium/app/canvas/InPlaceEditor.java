package netarium.app.canvas;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import netarium.app.canvas.scene.Body;
import netarium.app.canvas.scene.Detail;
import netarium.app.canvas.scene.NodeCard;
import netarium.app.canvas.scene.NoteMark;
import netarium.app.canvas.scene.Point;
import netarium.app.canvas.scene.Viewport;
import netarium.app.text.Texts;
import netarium.topologies.node.Node;
import org.jspecify.annotations.Nullable;

/// The field in which a note or a name is written, where it stands on the canvas. Leaving it keeps
/// what was written; Escape gives it up.
final class InPlaceEditor extends Pane {
  private static final double LEAST_NOTE_WIDTH = 180;
  private static final double NOTE_ROOM = 24;

  private final CanvasModel model;
  private final CanvasActions actions;
  private final Texts texts;
  private final Runnable whenClosed;
  private @Nullable Runnable keep;

  InPlaceEditor(CanvasModel model, CanvasActions actions, Texts texts, Runnable whenClosed) {
    this.model = model;
    this.actions = actions;
    this.texts = texts;
    this.whenClosed = whenClosed;
    setPickOnBounds(false);
  }

  void writeNote(int index) {
    close();
    for (NoteMark note : model.scene().notes()) {
      if (note.index() == index) {
        TextArea area = new TextArea(note.text());
        area.setWrapText(true);
        area.setPromptText(texts.text("note.prompt"));
        area.setAccessibleText(texts.text("note.prompt"));
        area.getStyleClass().add("note-editor");
        Point at = model.viewport().toScreen(note.corner());
        double zoom = model.viewport().zoom();
        area.resizeRelocate(
            at.x(),
            at.y(),
            Math.max(LEAST_NOTE_WIDTH, note.width() * zoom),
            note.height() * zoom + NOTE_ROOM);
        String before = note.text();
        open(
            area,
            () -> {
              if (!area.getText().equals(before) || before.isBlank()) {
                actions.writeNote(index, area.getText());
              }
            },
            () -> {
              if (before.isBlank()) {
                actions.writeNote(index, "");
              }
            });
        return;
      }
    }
  }

  void rename(String id) {
    close();
    Node node = model.history().topology().node(id);
    for (NodeCard card : model.scene().nodes()) {
      if (card.id().equals(id) && node != null) {
        TextField field = new TextField(node.displayName());
        field.setAccessibleText(texts.text("rename.prompt"));
        field.getStyleClass().add("name-editor");
        Viewport view = model.viewport();
        boolean isCompact = model.scene().isCompact();
        Body body = Body.of(card.kind(), view.zoom(), isCompact);
        Point corner = view.toScreen(card.centre().plus(-body.width() / 2, -body.height() / 2));
        boolean isCard = Detail.at(view.zoom(), isCompact) == Detail.CARD;
        double indent = isCard ? 28 * view.zoom() : 0;
        double width = Math.max(120, body.width() * view.zoom() - indent - 8);
        field.resizeRelocate(corner.x() + indent, corner.y() + (isCard ? 2 : -2), width, 28);
        open(field, () -> actions.rename(id, field.getText()), () -> {});
        field.selectAll();
        return;
      }
    }
  }

  private void open(TextInputControl control, Runnable whenKept, Runnable whenGivenUp) {
    control.setManaged(false);
    getChildren().setAll(control);
    keep = whenKept;
    control.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean isEnd =
              event.getCode() == KeyCode.ENTER
                  && (control instanceof TextField || event.isShortcutDown());
          if (isEnd) {
            close();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            keep = whenGivenUp;
            close();
            event.consume();
          }
        });
    control
        .focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is) {
            close();
          }
        });
    control.requestFocus();
  }

  boolean isOpen() {
    return keep != null;
  }

  /// Keeps what was written.
  void close() {
    Runnable action = keep;
    if (action != null) {
      keep = null;
      getChildren().clear();
      action.run();
      whenClosed.run();
    }
  }
}
