package netarium.app.workbench;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Something that people can do by menu, key or name.
///
/// @param id what the bundle calls it: its words are those of `command.ID`
/// @param title what people call it
/// @param keys its shortcut, where it has one
public record Command(
    String id,
    String title,
    @Nullable KeyCombination keys,
    BooleanSupplier enabled,
    Runnable action) {

  public boolean isEnabled() {
    return enabled.getAsBoolean();
  }

  /// Does it, if it can be done now.
  public void run() {
    if (isEnabled()) {
      action.run();
    }
  }

  /// The shortcut as people read it, empty where there is none.
  public String keyText() {
    return keys == null ? "" : keys.getDisplayText();
  }
}
