package netarium.app.canvas;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/// The tools at the left edge of the canvas: what dragging does, and what can be done to the whole.
final class CanvasToolbar extends VBox {
  private final CanvasModel model;
  private final Texts texts;
  private final Map<Tool, ToggleButton> tools = new EnumMap<>(Tool.class);

  CanvasToolbar(CanvasModel model, CanvasActions actions, InPlace inPlace, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("canvas-toolbar");
    tool(Tool.SELECT, MaterialDesignC.CURSOR_DEFAULT_OUTLINE, "tool.select");
    tool(Tool.PAN, MaterialDesignH.HAND_BACK_RIGHT_OUTLINE, "tool.pan");
    tool(Tool.CONNECT, MaterialDesignC.CONNECTION, "tool.connect");
    tool(Tool.NOTE, MaterialDesignN.NOTE_TEXT_OUTLINE, "tool.note");
    getChildren().add(new Separator());
    command(MaterialDesignA.AUTO_FIX, "tool.lay-out", actions::layOut);
    command(MaterialDesignF.FIT_TO_SCREEN_OUTLINE, "tool.fit", model::fit);
    command(MaterialDesignM.MAGNIFY, "tool.find", inPlace::find);
    show();
  }

  private void tool(Tool tool, Ikon icon, String key) {
    ToggleButton button = new ToggleButton();
    button.setOnAction(_ -> {
      model.tool(tool);
      show();
    });
    tools.put(tool, button);
    dress(button, icon, key);
  }

  private void command(Ikon icon, String key, Runnable action) {
    Button button = new Button();
    button.setOnAction(_ -> action.run());
    dress(button, icon, key);
  }

  private void dress(ButtonBase button, Ikon icon, String key) {
    button.setGraphic(new FontIcon(icon));
    button.setTooltip(new Tooltip(texts.text(key)));
    button.setAccessibleText(texts.text(key));
    getChildren().add(button);
  }

  void show() {
    tools.forEach((tool, button) -> button.setSelected(tool == model.tool()));
  }
}
