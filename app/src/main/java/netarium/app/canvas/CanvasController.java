package netarium.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.Point;
import org.jspecify.annotations.Nullable;

/// Turns mouse and keys into actions, and shows what the model says.
public final class CanvasController {
  private static final double WHEEL_STEP = 1.0015;
  private static final double KEY_ZOOM = 1.25;
  private static final double CLICK_REACH = 3;

  private final CanvasModel model;
  private final CanvasView view;
  private final CanvasActions actions;
  private final InPlace inPlace;
  private final Consumer<Clicked> menus;
  private Gesture gesture = new Gesture.None();
  private boolean isSpaceDown;

  /// While the space bar was down the view was moved: letting it go means nothing more.
  private boolean hasPanned;

  private @Nullable Placeable placing;

  /// A menu is wanted for what lies at a place of the view: at `item`, or where nothing is; by the
  /// keyboard for what is selected.
  public record Clicked(
      Point place, @Nullable Item item, double screenX, double screenY, boolean isByKey) {}

  /// What the pressed button is doing.
  private sealed interface Gesture {
    record None() implements Gesture {}

    record Panning(double x, double y) implements Gesture {}

    record Moving(Point from, CanvasActions.Drag drag) implements Gesture {}

    record Marking(Point from, Set<Item> before) implements Gesture {}

    record Pulling(String node, Point from) implements Gesture {}
  }

  /// Begins to listen; the canvas and its controller live as long as each other.
  public CanvasController(
      CanvasModel model,
      CanvasView view,
      CanvasActions actions,
      InPlace inPlace,
      Consumer<Clicked> menus) {
    this.model = model;
    this.view = view;
    this.actions = actions;
    this.inPlace = inPlace;
    this.menus = menus;
    model.listen(this::show);
    view.whenResized(this::resized);
    view.setOnContextMenuRequested(this::menuRequested);
    view.setOnMouseExited(_ -> left());
    view.setOnMousePressed(this::pressed);
    view.setOnMouseDragged(this::dragged);
    view.setOnMouseReleased(this::released);
    view.setOnMouseMoved(this::moved);
    view.setOnScroll(this::scrolled);
    view.setOnKeyPressed(this::keyPressed);
    view.setOnKeyReleased(this::keyReleased);
    view.focusedProperty().subscribe(isFocused -> isSpaceDown = isSpaceDown && isFocused);
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

  /// How the palette puts things here.
  public Placing placing() {
    return new Placing() {
      @Override
      public void begin(Placeable what) {
        placing = what;
      }

      @Override
      public void at(double sceneX, double sceneY) {
        Point2D local = view.sceneToLocal(sceneX, sceneY);
        boolean shows = placing != null && isInside(local.getX(), local.getY());
        model.overlay(model.overlay().placing(shows ? place(local.getX(), local.getY()) : null));
      }

      @Override
      public void end(double sceneX, double sceneY) {
        Placeable what = placing;
        cancel();
        Point2D local = view.sceneToLocal(sceneX, sceneY);
        if (what != null && isInside(local.getX(), local.getY())) {
          put(what, place(local.getX(), local.getY()));
        }
      }

      @Override
      public void cancel() {
        placing = null;
        model.overlay(model.overlay().placing(null));
      }

      @Override
      public void add(Placeable what) {
        actions.addInView(what);
        added(what);
      }
    };
  }

  private void put(Placeable what, Point at) {
    actions.add(what, at);
    added(what);
  }

  /// The keyboard goes on where the new thing is; a new note is written at once.
  private void added(Placeable what) {
    view.requestFocus();
    if (what.kind() == null) {
      inPlace.writeNote(model.history().topology().notes().size() - 1);
    }
  }

  private boolean isInside(double x, double y) {
    return x >= 0 && y >= 0 && x < view.getWidth() && y < view.getHeight();
  }

  private void pressed(MouseEvent event) {
    inPlace.close();
    view.requestFocus();
    Point at = place(event.getX(), event.getY());
    boolean isPan =
        event.getButton() == MouseButton.MIDDLE || isSpaceDown || model.tool() == Tool.PAN;
    if (isPan) {
      hasPanned = isSpaceDown;
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
    if (model.tool() == Tool.NOTE) {
      model.tool(Tool.SELECT);
      put(Placeable.NOTE, at);
      return;
    }
    if (event.getClickCount() == 2 && item != null && isOpened(item)) {
      return;
    }
    int port = model.tool() == Tool.CONNECT ? model.hits().node(at) : model.hits().port(at);
    if (port >= 0) {
      gesture = new Gesture.Pulling(model.scene().nodes().get(port).id(), at);
    } else if (item == null) {
      Set<Item> before = isAdding(event) ? model.selection() : Set.of();
      if (before.isEmpty()) {
        model.selectNothing();
      }
      gesture = new Gesture.Marking(at, before);
    } else {
      choose(item, isAdding(event));
      String leader = item instanceof Item.OfNode(String id) ? id : "";
      gesture = new Gesture.Moving(at, actions.beginDrag(leader));
    }
  }

  /// A double click opens what can be written.
  private boolean isOpened(Item item) {
    switch (item) {
      case Item.OfNode(String id) -> inPlace.rename(id);
      case Item.OfNote(int index) -> inPlace.writeNote(index);
      case Item.OfLink _, Item.OfFrame _ -> {
        return false;
      }
    }
    gesture = new Gesture.None();
    return true;
  }

  private void menuRequested(ContextMenuEvent event) {
    boolean isByKey = event.isKeyboardTrigger();
    Point at = place(event.getX(), event.getY());
    Item item = isByKey ? null : model.hits().at(at);
    if (!isByKey && item == null) {
      model.selectNothing();
    }
    menus.accept(new Clicked(at, item, event.getScreenX(), event.getScreenY(), isByKey));
    event.consume();
  }

  private void left() {
    model.overlay(model.overlay().offering(List.of()));
    model.hover(null);
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
          model.overlay(
              model
                  .overlay()
                  .guiding(drag.to(at.x() - from.x(), at.y() - from.y(), event.isAltDown())));
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
    model.overlay(model.overlay().marking(null).pulling(null).guiding(List.of()));
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
      if (hasPanned) {
        event.consume();
      }
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
      case L -> actions.layOut();
      case F -> inPlace.find();
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
        model.selectNothing();
        model.tool(Tool.SELECT);
      }
      case F2 -> write();
      case SPACE -> {
        hasPanned = hasPanned && isSpaceDown;
        isSpaceDown = true;
        return false;
      }
      case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM);
      case F -> model.fit();
      case V -> placing().add(Placeable.VM);
      case S -> placing().add(Placeable.SWITCH);
      case H -> placing().add(Placeable.HUB);
      case R -> placing().add(Placeable.ROUTER);
      case T -> placing().add(Placeable.NOTE);
      case C -> actions.linkSelected();
      case N -> actions.selectNext(event.isShiftDown() ? -1 : 1);
      default -> {
        return arrow(event.getCode());
      }
    }
    return true;
  }

  /// Lets the selected thing be written, if it is one.
  private void write() {
    for (Item item : model.selection()) {
      if (isOpened(item)) {
        return;
      }
    }
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
