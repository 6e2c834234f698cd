package netarium.app.consoles;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import netarium.app.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Looks for a text in the console that is shown.
final class FindBar extends HBox {
  private final ConsoleList list;
  private final TextField field = new TextField();
  private final Label none = new Label();
  private final Texts texts;

  FindBar(ConsoleList list, Texts texts) {
    this.list = list;
    this.texts = texts;
    getStyleClass().add("console-find");
    field.setPromptText(texts.text("find.prompt"));
    field.setAccessibleText(texts.text("find.prompt"));
    HBox.setHgrow(field, Priority.ALWAYS);
    none.getStyleClass().add("console-none");
    field.textProperty().addListener((_, _, _) -> find(true));
    field.setOnAction(_ -> find(true));
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close();
        event.consume();
      } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
        find(event.getCode() == KeyCode.DOWN);
        event.consume();
      }
    });
    Node previous = button(MaterialDesignC.CHEVRON_UP, "find.previous", () -> find(false));
    Node next = button(MaterialDesignC.CHEVRON_DOWN, "find.next", () -> find(true));
    Node close = button(MaterialDesignC.CLOSE, "find.close", this::close);
    getChildren().setAll(field, none, previous, next, close);
    setVisible(false);
    setManaged(false);
  }

  private Button button(Ikon icon, String key, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("button-icon", "flat", "console-button");
    button.setAccessibleText(texts.text(key));
    button.setTooltip(new Tooltip(texts.text(key)));
    button.setOnAction(_ -> action.run());
    return button;
  }

  void open() {
    setVisible(true);
    setManaged(true);
    field.requestFocus();
    field.selectAll();
    find(true);
  }

  private void close() {
    setVisible(false);
    setManaged(false);
    list.find("", true, _ -> {});
    list.requestFocus();
  }

  private void find(boolean isForward) {
    none.setText("");
    list.find(
        field.getText(),
        isForward,
        isFound -> none.setText(isFound ? "" : texts.text("find.none")));
  }
}
