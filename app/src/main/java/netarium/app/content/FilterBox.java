package netarium.app.content;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where words are typed that rows are chosen by, at once. Escape takes them away.
public final class FilterBox extends HBox {
  private final TextField field = new TextField();

  /// `label`: what it is to those who do not see it.
  public FilterBox(Ikon icon, String prompt, String label, Consumer<String> typed) {
    field.setPromptText(prompt);
    field.setAccessibleText(label);
    field.textProperty().addListener((_, _, text) -> typed.accept(text));
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
          }
        });
    getStyleClass().add("talk-filter");
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().setAll(new FontIcon(icon), field);
  }

  public void clear() {
    field.clear();
  }
}
