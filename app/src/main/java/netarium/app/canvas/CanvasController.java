package netarium.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.Point;
import netarium.topologies.node.NodeKind;
import org.jspecify.annotations.Nullable;

/// Turns mouse and keys into actions, and shows what the model says.
public final class CanvasController {
  private static final double WHEEL_STEP = 1.0015;
  private static final double KEY_ZOOM = 1.25;
  private static final double CLICK_REACH = 3;

  private final CanvasModel model;
  private final CanvasView view;
  private final CanvasActions actions;
  private Gesture gesture = new Gesture.None();
  private boolean isSpaceDown;
  private @Nullable NodeKind placing;

  /// What the pressed button is doing.
  private sealed interface Gesture {
    record None() implements Gesture {}

    record Panning(double x, double y) implements Gesture {}

    record Moving(Point from, CanvasActions.Drag drag) implements Gesture {}

    record Marking(Point from, Set<Item> before) implements Gesture {}

    record Pulling(String node, Point from) implements Gesture {}
  }

  public CanvasController(CanvasModel model, CanvasView view, CanvasActions actions) {
    this.model = model;
    this.view = view;
    this.actions = actions;
    model.listen(this::show);
    view.widthProperty().addListener(_ -> resized());
    view.heightProperty().addListener(_ -> resized());
    view.setOnMousePressed(this::pressed);
    view.setOnMouseDragged(this::dragged);
    view.setOnMouseReleased(this::released);
    view.setOnMouseMoved(this::moved);
    view.setOnScroll(this::scrolled);
    view.setOnKeyPressed(this::keyPressed);
    view.setOnKeyReleased(this::keyReleased);
    resized();
  }

  private void show() {
    view.show(model.scene(), model.viewport(), model.overlay());
  }

  private void resized() {
    model.viewport(model.viewport().sized(view.getWidth(), view.getHeight()));
  }

  private Point place(double x, double y) {
    return model.viewport().toCanvas(x, y);
  }

  /// A palette's button was pressed: until it is let go, a new node follows the pointer.
  public void beginPlacing(NodeKind kind) {
    placing = kind;
  }

  /// The palette's drag is at this point of the view.
  public void placeAt(double x, double y) {
    if (placing != null) {
      model.overlay(model.overlay().placing(isInside(x, y) ? place(x, y) : null));
    }
  }

  /// The palette's drag ends: inside the view the node is put down, outside nothing happens.
  public void endPlacing(double x, double y) {
    NodeKind kind = placing;
    placing = null;
    model.overlay(model.overlay().placing(null));
    if (kind != null && isInside(x, y)) {
      actions.add(kind, place(x, y));
      view.requestFocus();
    }
  }

  private boolean isInside(double x, double y) {
    return x >= 0 && y >= 0 && x < view.getWidth() && y < view.getHeight();
  }

  private void pressed(MouseEvent event) {
    view.requestFocus();
    Point at = place(event.getX(), event.getY());
    boolean isPan =
        event.getButton() == MouseButton.MIDDLE || isSpaceDown || model.tool() == Tool.PAN;
    if (isPan) {
      gesture = new Gesture.Panning(event.getX(), event.getY());
      view.setCursor(Cursor.CLOSED_HAND);
      return;
    }
    Item item = model.hits().at(at);
    if (event.getButton() != MouseButton.PRIMARY) {
      if (item != null && !model.selection().contains(item)) {
        model.select(Set.of(item));
      }
      return;
    }
    int port = model.tool() == Tool.CONNECT ? model.hits().node(at) : model.hits().port(at);
    if (port >= 0) {
      gesture = new Gesture.Pulling(model.scene().nodes().get(port).id(), at);
    } else if (item == null) {
      Set<Item> before = isAdding(event) ? model.selection() : Set.of();
      model.select(before);
      gesture = new Gesture.Marking(at, before);
    } else {
      choose(item, isAdding(event));
      gesture = new Gesture.Moving(at, actions.beginDrag());
    }
  }

  private static boolean isAdding(MouseEvent event) {
    return event.isShiftDown() || event.isShortcutDown();
  }

  private void choose(Item item, boolean isAdding) {
    Set<Item> chosen = new LinkedHashSet<>(model.selection());
    if (isAdding) {
      if (!chosen.remove(item)) {
        chosen.add(item);
      }
      model.select(chosen);
    } else if (!chosen.contains(item)) {
      model.select(Set.of(item));
    }
  }

  private void dragged(MouseEvent event) {
    Point at = place(event.getX(), event.getY());
    switch (gesture) {
      case Gesture.None _ -> {}
      case Gesture.Panning(double x, double y) -> {
        model.viewport(model.viewport().panned(event.getX() - x, event.getY() - y));
        gesture = new Gesture.Panning(event.getX(), event.getY());
      }
      case Gesture.Moving(Point from, CanvasActions.Drag drag) -> {
        if (from.distance(at) * model.viewport().zoom() > CLICK_REACH) {
          drag.to(at.x() - from.x(), at.y() - from.y());
        }
      }
      case Gesture.Marking(Point from, Set<Item> before) -> {
        Set<Item> chosen = new LinkedHashSet<>(before);
        chosen.addAll(model.hits().within(from, at));
        model.select(chosen);
        model.overlay(model.overlay().marking(new Overlay.Span(from, at)));
      }
      case Gesture.Pulling(String _, Point from) ->
          model.overlay(model.overlay().pulling(new Overlay.Span(from, at)));
    }
  }

  private void released(MouseEvent event) {
    Point at = place(event.getX(), event.getY());
    if (gesture instanceof Gesture.Pulling(String from, Point start)) {
      int target = model.hits().node(at);
      boolean isClick = start.distance(at) * model.viewport().zoom() <= CLICK_REACH;
      if (isClick) {
        choose(new Item.OfNode(from), isAdding(event));
      } else {
        int to = target >= 0 ? target : model.hits().port(at);
        if (to >= 0) {
          actions.link(from, model.scene().nodes().get(to).id());
        }
      }
    }
    endGesture();
  }

  private void endGesture() {
    gesture = new Gesture.None();
    view.setCursor(Cursor.DEFAULT);
    model.overlay(model.overlay().marking(null).pulling(null));
  }

  private void moved(MouseEvent event) {
    Point at = place(event.getX(), event.getY());
    int port = model.hits().port(at);
    int node = port >= 0 ? port : model.hits().node(at);
    model.overlay(model.overlay().offering(node >= 0 ? model.hits().handles(node) : List.of()));
    model.hover(model.hits().at(at));
    view.setCursor(port >= 0 ? Cursor.CROSSHAIR : Cursor.DEFAULT);
  }

  private void scrolled(ScrollEvent event) {
    double factor = Math.pow(WHEEL_STEP, event.getDeltaY());
    model.viewport(model.viewport().zoomed(factor, event.getX(), event.getY()));
    event.consume();
  }

  private void keyReleased(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      isSpaceDown = false;
    }
  }

  private void keyPressed(KeyEvent event) {
    boolean isDone = event.isShortcutDown() ? shortcut(event) : key(event);
    if (isDone) {
      event.consume();
    }
  }

  private boolean shortcut(KeyEvent event) {
    switch (event.getCode()) {
      case Z -> {
        if (event.isShiftDown()) {
          model.history().redo();
        } else {
          model.history().undo();
        }
      }
      case Y -> model.history().redo();
      case A -> actions.selectAll();
      case C -> actions.copySelected();
      case X -> actions.cutSelected();
      case V -> actions.paste();
      case D -> actions.duplicateSelected();
      case DIGIT0 -> model.fit();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean key(KeyEvent event) {
    switch (event.getCode()) {
      case DELETE, BACK_SPACE -> actions.removeSelected();
      case ESCAPE -> {
        endGesture();
        model.select(Set.of());
      }
      case SPACE -> {
        isSpaceDown = true;
        return false;
      }
      case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM);
      case F -> model.fit();
      case V -> actions.addInView(NodeKind.VM);
      case S -> actions.addInView(NodeKind.SWITCH);
      case H -> actions.addInView(NodeKind.HUB);
      case R -> actions.addInView(NodeKind.ROUTER);
      case C -> actions.linkSelected();
      case N -> actions.selectNext(event.isShiftDown() ? -1 : 1);
      default -> {
        return arrow(event.getCode());
      }
    }
    return true;
  }

  /// Arrows move what is selected; with nothing selected they are the playhead's.
  private boolean arrow(KeyCode code) {
    boolean hasNothing =
        model.selection().stream()
            .noneMatch(item -> item instanceof Item.OfNode || item instanceof Item.OfNote);
    if (hasNothing || !code.isArrowKey()) {
      return false;
    }
    actions.nudge(
        code == KeyCode.LEFT ? -1 : code == KeyCode.RIGHT ? 1 : 0,
        code == KeyCode.UP ? -1 : code == KeyCode.DOWN ? 1 : 0);
    return true;
  }

  private void zoom(double factor) {
    model.viewport(model.viewport().zoomed(factor, view.getWidth() / 2, view.getHeight() / 2));
  }
}
