package netarium.app.content;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where there is nothing to show: why, and what to do.
public final class EmptyState extends VBox {
  private final FontIcon icon = new FontIcon();
  private final Label title = new Label();
  private final Label hint = new Label();
  private final Button action = new Button();

  public EmptyState() {
    super(6);
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    setPickOnBounds(false);
    icon.getStyleClass().add("empty-icon");
    title.getStyleClass().add("empty-title");
    hint.getStyleClass().add("empty-hint");
    hint.setWrapText(true);
    hint.setMaxWidth(420);
    hint.setAlignment(Pos.CENTER);
    getChildren().addAll(icon, title, hint, action);
  }

  public void show(Ikon ikon, String newTitle, String newHint) {
    icon.setIconCode(ikon);
    title.setText(newTitle);
    hint.setText(newHint);
    action.setVisible(false);
    action.setManaged(false);
  }

  /// With a button that helps.
  public void show(
      Ikon ikon, String newTitle, String newHint, String actionText, Runnable onAction) {
    show(ikon, newTitle, newHint);
    action.setText(actionText);
    action.setOnAction(_ -> onAction.run());
    action.setVisible(true);
    action.setManaged(true);
  }
}
