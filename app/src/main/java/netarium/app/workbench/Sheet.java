package netarium.app.workbench;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import netarium.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// A page in front of the window, such as the preferences; Esc, the cross or a click beside it puts
/// it away.
final class Sheet extends StackPane {
  private static final double WIDTH = 620;

  private final Runnable onClose;

  Sheet(Texts texts, String title, Region page, Runnable onClose) {
    this.onClose = onClose;
    Label head = new Label(title);
    head.getStyleClass().add("sheet-title");
    head.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(head, Priority.ALWAYS);
    Button cross = new Button(null, new FontIcon("mdi2c-close"));
    cross.getStyleClass().addAll("flat", "tool-button");
    cross.setAccessibleText(texts.text("sheet.close"));
    cross.setOnAction(_ -> close());
    HBox top = new HBox(head, cross);
    top.setAlignment(Pos.CENTER_LEFT);
    ScrollPane body = new ScrollPane(page);
    body.setFitToWidth(true);
    body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox box = new VBox(top, body);
    box.getStyleClass().add("sheet-box");
    box.setMaxSize(WIDTH, USE_PREF_SIZE);
    getStyleClass().add("sheet");
    getChildren().add(box);
    setOnMousePressed(event -> {
      if (event.getTarget() == this) {
        close();
      }
    });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            cross.requestFocus();
          }
        });
  }

  void close() {
    if (getParent() instanceof Pane parent) {
      parent.getChildren().remove(this);
      onClose.run();
    }
  }
}
