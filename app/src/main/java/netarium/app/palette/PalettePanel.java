package netarium.app.palette;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.TilePane;
import netarium.app.canvas.Placeable;
import netarium.app.canvas.Placing;
import netarium.app.canvas.paint.Icons;
import netarium.app.text.Texts;
import netarium.topologies.node.NodeKind;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/// A button for everything that can be put on the canvas. Pressed and dragged it puts the thing
/// where it is let go; clicked, or with Enter, in the middle of what is seen. Arrows go from one
/// button to the next.
public final class PalettePanel extends TilePane {
  private static final double DRAG_REACH = 4;

  private final Placing placing;
  private final Texts texts;
  private double pressX;
  private double pressY;
  private boolean isDragging;

  public PalettePanel(Placing placing, Locale locale) {
    this.placing = placing;
    texts = new Texts(PalettePanel.class, locale);
    getStyleClass().add("palette-panel");
    setAccessibleText(texts.text("palette.name"));
    for (Placeable each : Placeable.values()) {
      getChildren().add(button(each));
    }
  }

  private Button button(Placeable what) {
    Button button = new Button(name(what), new FontIcon(icon(what)));
    button.setContentDisplay(ContentDisplay.TOP);
    button.setTooltip(new Tooltip(hint(what)));
    button.setOnAction(_ -> {
      if (!isDragging) {
        placing.add(what);
      }
    });
    button.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    button.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> dragged(what, event));
    button.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> released(button, event));
    button.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(button, event));
    return button;
  }

  private void pressed(MouseEvent event) {
    isDragging = false;
    pressX = event.getSceneX();
    pressY = event.getSceneY();
  }

  private void dragged(Placeable what, MouseEvent event) {
    double away = Math.hypot(event.getSceneX() - pressX, event.getSceneY() - pressY);
    if (!isDragging && away > DRAG_REACH) {
      isDragging = true;
      placing.begin(what);
    }
    if (isDragging) {
      placing.at(event.getSceneX(), event.getSceneY());
    }
  }

  /// The end of a drag is no click.
  private void released(Button button, MouseEvent event) {
    if (isDragging) {
      placing.end(event.getSceneX(), event.getSceneY());
      button.disarm();
      event.consume();
      isDragging = false;
    }
  }

  private void key(Button button, KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && isDragging) {
      isDragging = false;
      placing.cancel();
      button.disarm();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      button.fire();
      event.consume();
    } else if (event.getCode().isArrowKey()) {
      boolean isBack = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP;
      int next = getChildren().indexOf(button) + (isBack ? -1 : 1);
      getChildren().get(Math.floorMod(next, getChildren().size())).requestFocus();
      event.consume();
    }
  }

  private static Ikon icon(Placeable what) {
    NodeKind kind = what.kind();
    return kind == null ? MaterialDesignN.NOTE_TEXT_OUTLINE : Icons.of(kind);
  }

  private String name(Placeable what) {
    return switch (what) {
      case VM -> texts.text("vm");
      case SWITCH -> texts.text("switch");
      case HUB -> texts.text("hub");
      case ROUTER -> texts.text("router");
      case NOTE -> texts.text("note");
    };
  }

  private String hint(Placeable what) {
    return switch (what) {
      case VM -> texts.text("vm.hint");
      case SWITCH -> texts.text("switch.hint");
      case HUB -> texts.text("hub.hint");
      case ROUTER -> texts.text("router.hint");
      case NOTE -> texts.text("note.hint");
    };
  }
}
