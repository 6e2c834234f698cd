package netarium.app.dialogs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import netarium.app.project.Questions;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import netarium.topologies.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Asks in dialogs. The answer that loses nothing is the one for Enter, cancelling that for Esc.
public final class AlertQuestions implements Questions {
  private static final double WIDTH = 460;

  private final Supplier<@Nullable Window> owner;
  private final Supplier<Theme> theme;
  private final Texts texts;

  public AlertQuestions(Supplier<@Nullable Window> owner, Supplier<Theme> theme, Locale locale) {
    this.owner = owner;
    this.theme = theme;
    texts = new Texts(AlertQuestions.class, locale);
  }

  @Override
  public Unsaved unsaved(String name) {
    ButtonType save = button("unsaved.save", ButtonData.YES);
    ButtonType discard = button("unsaved.discard", ButtonData.NO);
    ButtonType cancel = button("cancel", ButtonData.CANCEL_CLOSE);
    ButtonType answer =
        ask("unsaved.title", texts.text("unsaved.text", name), save, discard, cancel);
    if (answer.equals(save)) {
      return Unsaved.SAVE;
    }
    return answer.equals(discard) ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  @Override
  public Outside changedOutside(String name) {
    ButtonType mine = button("outside.mine", ButtonData.CANCEL_CLOSE);
    ButtonType reload = button("outside.reload", ButtonData.YES);
    ButtonType answer = ask("outside.title", texts.text("outside.text", name), reload, mine);
    return answer.equals(reload) ? Outside.RELOAD : Outside.KEEP_MINE;
  }

  @Override
  public boolean overwrite(Path place) {
    ButtonType overwrite = button("overwrite.yes", ButtonData.YES);
    ButtonType cancel = button("cancel", ButtonData.CANCEL_CLOSE);
    String text = texts.text("overwrite.text", place.toString());
    return ask("overwrite.title", text, overwrite, cancel).equals(overwrite);
  }

  @Override
  public void refused(List<Problem> problems) {
    Problem first = problems.getFirst();
    int more = problems.size() - 1;
    String rest = more == 0 ? "" : "\n\n" + texts.text("refused.more", more);
    ask("refused.title", first + rest, button("refused.ok", ButtonData.OK_DONE));
  }

  private ButtonType button(String key, ButtonData data) {
    return new ButtonType(texts.text(key), data);
  }

  private ButtonType ask(String title, String text, ButtonType... buttons) {
    Alert alert = new Alert(AlertType.NONE, text, buttons);
    Window window = owner.get();
    if (window != null) {
      alert.initOwner(window);
    }
    alert.setTitle(texts.text(title));
    alert.setHeaderText(texts.text(title));
    alert.getDialogPane().getStylesheets().setAll(theme.get().stylesheets());
    alert.getDialogPane().setPrefWidth(WIDTH);
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    return alert.showAndWait().orElse(buttons[buttons.length - 1]);
  }
}
