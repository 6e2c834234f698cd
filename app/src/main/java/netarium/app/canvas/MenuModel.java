package netarium.app.canvas;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/// A menu as a value: what was clicked, its numbers now, and what can be done. Words are keys of
/// the text bundle; `title`, `facts` and `subject` are said as they are.
public record MenuModel(String title, String facts, List<Entry> entries) {
  public MenuModel {
    entries = List.copyOf(entries);
  }

  /// A line of the menu.
  public sealed interface Entry {}

  /// A line between groups.
  public record Separator() implements Entry {}

  /// Something to do. `subject` fills the `{0}` of the words; `fact` is its present value.
  public record Action(
      String key,
      String subject,
      String fact,
      @Nullable String shortcut,
      boolean isEnabled,
      Weight weight,
      Runnable action)
      implements Entry {
    public Action {
      if (key.isEmpty()) {
        throw new IllegalArgumentException("an entry needs words");
      }
    }
  }

  /// How an entry looks.
  public enum Weight {
    PLAIN,
    /// It is switched on.
    CHECKED,
    /// It takes something away.
    DESTRUCTIVE
  }

  /// Entries that unfold.
  public record Submenu(String key, String fact, boolean isEnabled, List<Entry> entries)
      implements Entry {
    public Submenu {
      entries = List.copyOf(entries);
    }
  }

  /// A number with a slider that takes effect while it is moved. `note` is a key of the bundle:
  /// what a change does.
  public record Dial(
      String key,
      double value,
      double least,
      double most,
      DoubleFunction<String> text,
      String note,
      DoubleConsumer set)
      implements Entry {}

  static Action action(String key, Runnable action) {
    return new Action(key, "", "", null, true, Weight.PLAIN, action);
  }

  static Action action(String key, @Nullable String shortcut, boolean isEnabled, Runnable action) {
    return new Action(key, "", "", shortcut, isEnabled, Weight.PLAIN, action);
  }

  static Action about(String key, String subject, Runnable action) {
    return new Action(key, subject, "", null, true, Weight.PLAIN, action);
  }

  static Action destructive(String key, @Nullable String shortcut, Runnable action) {
    return new Action(key, "", "", shortcut, true, Weight.DESTRUCTIVE, action);
  }

  static Action checked(String key, boolean isOn, Runnable action) {
    return new Action(key, "", "", null, true, isOn ? Weight.CHECKED : Weight.PLAIN, action);
  }
}
