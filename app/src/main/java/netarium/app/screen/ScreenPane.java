package netarium.app.screen;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import netarium.engine.screen.ScreenFrame;
import netarium.engine.screen.ScreenPicture;
import org.jspecify.annotations.Nullable;

/// One screen, as large as it fits: in whole multiples of its pixels where there is room for them,
/// so that they stay crisp. While it has the focus, keys go to the program.
final class ScreenPane extends StackPane {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  /// Between the screen and the pane's edge, for the ring of the focus.
  private static final double MARGIN = 6;

  private static final int OPAQUE = 0xff << 24;

  private final Player player;
  private final ImageView view = new ImageView();
  private final Region frame = new Region();
  private @Nullable ScreenFrame shown;
  private @Nullable ScreenPicture pixels;

  /// How many times larger the image is than the screen; 0 if it has to be made.
  private int times;

  ScreenPane(Player player) {
    this.player = player;
    getStyleClass().add("screen-pane");
    frame.getStyleClass().add("screen-frame");
    frame.setMouseTransparent(true);
    view.setManaged(false);
    frame.setManaged(false);
    getChildren().setAll(view, frame);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    setOnMousePressed(this::mousePressed);
    setOnMouseReleased(this::mouseReleased);
    setOnMouseMoved(this::mouseMoved);
    setOnMouseDragged(this::mouseMoved);
    focusedProperty()
        .subscribe(isFocused -> {
          if (!isFocused) {
            player.letGo();
          }
        });
  }

  /// Shows a frame, dimmed if its program is over.
  // The same object need not be drawn again; comparing what is in it would cost as much.
  @SuppressWarnings("ReferenceEquality")
  void show(ScreenFrame picture, boolean isOver) {
    if (picture != shown) {
      shown = picture;
      pixels = ScreenPicture.of(picture);
      times = 0;
      setAccessibleText(picture.title());
      requestLayout();
    }
    view.setOpacity(isOver ? 0.4 : 1);
    pseudoClassStateChanged(OVER, isOver);
  }

  /// Each pixel as a square of `times` by `times`: toolkits would blur it.
  private static Image image(ScreenPicture picture, int times) {
    int width = picture.width() * times;
    int height = picture.height() * times;
    int[] row = new int[width];
    WritableImage image = new WritableImage(width, height);
    for (int y = 0; y < height; y++) {
      if (y % times == 0) {
        for (int x = 0; x < width; x++) {
          row[x] = OPAQUE | picture.pixel(x / times, y / times);
        }
      }
      image
          .getPixelWriter()
          .setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
    }
    return image;
  }

  @Override
  protected void layoutChildren() {
    ScreenPicture picture = pixels;
    if (picture == null) {
      return;
    }
    double fit = factor(picture);
    int wanted = (int) Math.max(1, fit);
    if (times != wanted) {
      times = wanted;
      view.setImage(image(picture, wanted));
    }
    double width = picture.width() * fit;
    double height = picture.height() * fit;
    double x = Math.floor((getWidth() - width) / 2);
    double y = Math.floor((getHeight() - height) / 2);
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.relocate(x, y);
    frame.resizeRelocate(x - 2, y - 2, width + 4, height + 4);
  }

  private double factor(ScreenPicture picture) {
    double most =
        Math.min(
            (getWidth() - 2 * MARGIN) / picture.width(),
            (getHeight() - 2 * MARGIN) / picture.height());
    return most >= 1 ? Math.floor(most) : Math.max(0.05, most);
  }

  // ---- keys and mouse -----------------------------------------------------------------------

  private void keyPressed(KeyEvent event) {
    if (!isOfTheWindow(event)) {
      ScreenKeys.name(event.getCode())
          .ifPresent(name -> {
            player.press(name, typed(event, name));
            event.consume();
          });
    }
  }

  private void keyReleased(KeyEvent event) {
    ScreenKeys.name(event.getCode())
        .ifPresent(name -> {
          player.release(name);
          event.consume();
        });
  }

  /// Shortcuts keep working while somebody plays.
  private static boolean isOfTheWindow(KeyEvent event) {
    return event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
  }

  private static String typed(KeyEvent event, String name) {
    String text = event.getText();
    boolean isText = text.codePoints().count() == 1 && text.codePointAt(0) >= ' ';
    if (!isText || name.equals("delete") || text.charAt(0) == 0x7f) {
      return "";
    }
    return event.isShiftDown() ? text.toUpperCase(java.util.Locale.ROOT) : text;
  }

  private void mousePressed(MouseEvent event) {
    requestFocus();
    place(event);
    player.press(button(event));
    event.consume();
  }

  private void mouseReleased(MouseEvent event) {
    place(event);
    player.release(button(event));
    event.consume();
  }

  private void mouseMoved(MouseEvent event) {
    if (isFocused()) {
      place(event);
    }
  }

  /// Tells the player where the mouse is, in pixels of the screen.
  private void place(MouseEvent event) {
    ScreenFrame picture = shown;
    if (picture != null) {
      double fit = view.getFitWidth() / picture.width();
      double x = Math.floor((event.getX() - view.getLayoutX()) / fit);
      double y = Math.floor((event.getY() - view.getLayoutY()) / fit);
      player.move(
          Math.clamp(x, 0, picture.width() - 1.0), Math.clamp(y, 0, picture.height() - 1.0));
    }
  }

  private static int button(MouseEvent event) {
    return switch (event.getButton()) {
      case MouseButton.SECONDARY -> 2;
      case MouseButton.MIDDLE -> 3;
      default -> 1;
    };
  }
}
