package netarium.engine.vm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What somebody at a machine's screen has done and its program has not yet looked at: keys and the
/// mouse, in order.
public final class ScreenInput {
  /// So many unread ones are kept; then the oldest gives way.
  static final int MAX_UNREAD = 1_024;

  /// Something that was done, and the ordinal of the event that says so.
  public record Noted(Happened what, long cause) {}

  private final Deque<Noted> unread = new ArrayDeque<>();
  private boolean draws;

  /// One thing done at the screen.
  public sealed interface Happened {}

  /// A key by its name; `text`: what it types when it goes down, maybe nothing.
  public record Key(String name, boolean isDown, String text) implements Happened {}

  /// The mouse is at `x`, `y` in pixels of the screen. Button 0: it has only moved there.
  public record Mouse(double x, double y, int button, boolean isDown) implements Happened {}

  ScreenInput() {}

  public void add(Happened event, long cause) {
    if (unread.size() == MAX_UNREAD) {
      unread.remove();
    }
    unread.add(new Noted(event, cause));
  }

  /// The oldest one, taken away.
  public Optional<Noted> next() {
    return Optional.ofNullable(unread.poll());
  }

  /// Whether its program has drawn anything yet: only then somebody sees it.
  public boolean draws() {
    return draws;
  }

  public void hasDrawn() {
    draws = true;
  }
}
