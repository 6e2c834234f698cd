package netarium.app.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.screen.ScreenFrame;
import netarium.engine.trace.SimEvent;

/// What was on the screen of one machine, at any instant. Of several programs that draw, the one
/// that started last is seen.
public final class MachineScreen {
  private static final int NOBODY = 0;

  private final String id;
  private final String name;
  private final List<Shown> shown = new ArrayList<>();
  private int drawer = NOBODY;

  /// What is seen from an instant on; `isOver`: the program that drew it has ended.
  public record Shown(long nanos, ScreenFrame frame, boolean isOver) {}

  MachineScreen(String id, String name) {
    this.id = id;
    this.name = name;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  boolean isEmpty() {
    return shown.isEmpty();
  }

  void drawn(SimEvent.ScreenDrawn event) {
    if (event.process() >= drawer) {
      drawer = event.process();
      shown.add(new Shown(event.at().nanos(), event.frame(), false));
    }
  }

  void ended(SimEvent.ProcessEnded event) {
    if (event.process() == drawer) {
      drawer = NOBODY;
      shown.add(new Shown(event.at().nanos(), shown.getLast().frame(), true));
    }
  }

  /// What is seen at an instant; empty before the first frame.
  public Optional<Shown> at(long nanos) {
    int low = 0;
    int high = shown.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (shown.get(middle).nanos() <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(shown.get(low - 1));
  }
}
