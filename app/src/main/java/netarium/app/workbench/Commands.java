package netarium.app.workbench;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import netarium.app.text.Texts;

/// Everything that can be done in the window, in the order in which menus and the command palette
/// list it.
public final class Commands {
  private final Texts texts;
  private final Map<String, Command> commands = new LinkedHashMap<>();

  public Commands(Texts texts) {
    this.texts = texts;
  }

  public Commands add(String id, Runnable action) {
    return add(id, () -> true, action);
  }

  /// Adds a command; its shortcut is that of the [Keys].
  public Commands add(String id, BooleanSupplier enabled, Runnable action) {
    String keys = Keys.of(id);
    KeyCombination combination = keys.isEmpty() ? null : KeyCombination.valueOf(keys);
    Command command = new Command(id, texts.text("command." + id), combination, enabled, action);
    if (commands.put(id, command) != null) {
      throw new IllegalStateException("invariant broken: one command is called " + id);
    }
    return this;
  }

  public Command command(String id) {
    Command found = commands.get(id);
    if (found == null) {
      throw new IllegalStateException("invariant broken: there is a command " + id);
    }
    return found;
  }

  public void run(String id) {
    command(id).run();
  }

  public Collection<Command> all() {
    return Collections.unmodifiableCollection(commands.values());
  }

  /// The commands whose words hold every word of `query`, those that can be done now first.
  public List<Command> matching(String query) {
    List<String> words = List.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return commands.values().stream()
        .filter(each -> words.stream().allMatch(each.title().toLowerCase(texts.locale())::contains))
        .sorted((a, b) -> Boolean.compare(b.isEnabled(), a.isEnabled()))
        .toList();
  }

  /// Lets the shortcuts work wherever the control with the focus has no use for the key.
  public void install(Scene scene) {
    scene.getAccelerators().clear();
    for (Command command : commands.values()) {
      if (command.keys() != null) {
        scene.getAccelerators().put(command.keys(), command::run);
      }
    }
  }
}
