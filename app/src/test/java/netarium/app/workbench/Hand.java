package netarium.app.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import netarium.app.canvas.Toolkit;

/// A person at the window: moves the mouse, presses buttons and keys, and reads what stands there.
/// Every movement waits until the window has answered it.
final class Hand {
  private static final int PULSES = 2;

  private final Stage stage;
  private final Robot robot;
  private boolean hurries;

  Hand(Stage stage) {
    this.stage = stage;
    robot = Toolkit.on(Robot::new);
  }

  /// Waits until the window has been laid out and drawn.
  static void settle() {
    CountDownLatch drawn = new CountDownLatch(PULSES);
    Toolkit.on(() -> {
      AnimationTimer timer =
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              drawn.countDown();
              if (drawn.getCount() == 0) {
                stop();
              }
            }
          };
      timer.start();
      Platform.requestNextPulse();
      return timer;
    });
    try {
      drawn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void act(String deed, Runnable movement) {
    Toolkit.on(
        deed,
        () -> {
          movement.run();
          return 0;
        });
    lookUp();
  }

  private void lookUp() {
    if (!hurries) {
      settle();
    }
  }

  private void moveTo(Point2D place) {
    act("to move the mouse to " + text(place), () -> robot.mouseMove(place));
  }

  private static String text(Point2D place) {
    return Math.round(place.getX()) + ", " + Math.round(place.getY());
  }

  /// From now on does one thing after the other and looks up only when told to [#settle].
  void hurry() {
    hurries = true;
  }

  void click(String words) {
    click(find(words));
  }

  void click(Node node) {
    click(middle(node));
  }

  void click(Point2D place) {
    moveTo(place);
    act("to click at " + text(place), () -> robot.mouseClick(MouseButton.PRIMARY));
  }

  void doubleClick(Node node) {
    Point2D place = middle(node);
    moveTo(place);
    act(
        "to click twice at " + text(place),
        () -> {
          robot.mouseClick(MouseButton.PRIMARY);
          robot.mouseClick(MouseButton.PRIMARY);
        });
  }

  void rightClick(Point2D place) {
    moveTo(place);
    act("to right-click at " + text(place), () -> robot.mouseClick(MouseButton.SECONDARY));
  }

  /// Presses at one place, moves in steps, lets go at another.
  void drag(Point2D from, Point2D to) {
    moveTo(from);
    act("to press at " + text(from), () -> robot.mousePress(MouseButton.PRIMARY));
    for (int step = 1; step <= 4; step++) {
      Point2D place = from.interpolate(to, step / 4.0);
      act("to drag to " + text(place), () -> robot.mouseMove(place));
    }
    act("to let go at " + text(to), () -> robot.mouseRelease(MouseButton.PRIMARY));
  }

  /// Presses keys together, the last one with the others held: `press(CONTROL, S)`.
  void press(KeyCode... keys) {
    act(
        "to press " + List.of(keys),
        () -> {
          for (KeyCode key : keys) {
            robot.keyPress(key);
          }
          for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
          }
        });
  }

  /// Types text into whatever has the focus.
  void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      Toolkit.on(
          "to type " + character,
          () -> {
            typed(character);
            return 0;
          });
    }
    lookUp();
  }

  /// The headless platform has no key for every character; what a key would have typed is handed to
  /// the control with the focus.
  private void typed(char character) {
    if (character == '\n') {
      robot.keyType(KeyCode.ENTER);
      return;
    }
    Node target = stage.getScene().getFocusOwner();
    if (target == null) {
      return;
    }
    Event.fireEvent(
        target,
        new KeyEvent(
            KeyEvent.KEY_TYPED,
            String.valueOf(character),
            "",
            KeyCode.UNDEFINED,
            false,
            false,
            false,
            false));
  }

  Point2D middle(Node node) {
    return Toolkit.on(() -> {
      Bounds bounds = node.localToScreen(node.getLayoutBounds());
      if (bounds == null) {
        throw new AssertionError(node + " is not shown");
      }
      return new Point2D(
          (bounds.getMinX() + bounds.getMaxX()) / 2, (bounds.getMinY() + bounds.getMaxY()) / 2);
    });
  }

  /// A place of a node, in its own coordinates, as a place on the screen.
  Point2D on(Node node, double x, double y) {
    return Toolkit.on(() -> node.localToScreen(x, y));
  }

  /// What a screen reader or the eye would find under these words: by accessible text, or by what
  /// is written on it.
  Node find(String words) {
    return find(
        words,
        node ->
            words.equals(node.getAccessibleText())
                || (node instanceof Labeled labeled && words.equals(labeled.getText()))
                || (node instanceof Text text && words.equals(text.getText())));
  }

  Node find(String what, Predicate<Node> isIt) {
    return Toolkit.on(() -> {
      List<Node> seen = new ArrayList<>();
      for (Window window : Window.getWindows()) {
        search(window.getScene(), isIt, seen);
      }
      if (seen.isEmpty()) {
        throw new AssertionError("nothing in the window is called \"" + what + "\"");
      }
      return seen.getFirst();
    });
  }

  boolean sees(Predicate<Node> isIt) {
    return Toolkit.on(() -> {
      List<Node> seen = new ArrayList<>();
      Window.getWindows().forEach(window -> search(window.getScene(), isIt, seen));
      return !seen.isEmpty();
    });
  }

  /// Whether these words stand somewhere in the window.
  boolean reads(String words) {
    return sees(node ->
        (node instanceof Labeled labeled && String.valueOf(labeled.getText()).contains(words))
            || (node instanceof Text text && text.getText().contains(words)));
  }

  private static void search(Scene scene, Predicate<Node> isIt, List<Node> seen) {
    if (scene != null) {
      search(scene.getRoot(), isIt, seen);
    }
  }

  private static void search(Node node, Predicate<Node> isIt, List<Node> seen) {
    if (!node.isVisible()) {
      return;
    }
    if (isIt.test(node)) {
      seen.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> search(child, isIt, seen));
    }
  }
}
