package netarium.app.screen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Transport;
import netarium.topologies.json.Extras;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Somebody at a machine's screen: keys and mouse become stimuli at the live edge of the run.
///
/// A key that is held down is one press, whatever the keyboard repeats. The mouse moves at most
/// once in a frame of the game, and where it has stopped is told in the end.
final class Player {
  /// A sixtieth of a second of simulated time.
  private static final long FRAME_NANOS = 16_666_667;

  private final Transport transport;
  private final Set<String> keysDown = new LinkedHashSet<>();
  private final Set<Integer> buttonsDown = new LinkedHashSet<>();
  private @Nullable String machine;
  private double x;
  private double y;
  private boolean hasMoved;
  private long movedAt = Long.MIN_VALUE;

  Player(Transport transport) {
    this.transport = transport;
  }

  /// Sits down at another machine, or at none; what was held down is let go.
  void sitAt(@Nullable String id) {
    if (machine != null && !machine.equals(id)) {
      letGo();
    }
    machine = id;
  }

  /// Whether there is a run that somebody can play in.
  boolean canPlay() {
    Phase phase = transport.state().phase();
    return machine != null
        && transport.liveRun().isPresent()
        && transport.playhead().isLive()
        && (phase == Phase.RUNNING || phase == Phase.HELD);
  }

  void press(String key, String text) {
    if (canPlay() && keysDown.add(key)) {
      key(key, true, text);
    }
  }

  void release(String key) {
    if (keysDown.remove(key)) {
      key(key, false, "");
    }
  }

  private void key(String key, boolean isDown, String text) {
    String id = machine;
    if (id != null && canPlay()) {
      transport.apply(new Stimulus.Key(TimeSpan.ZERO, id, key, isDown, text, Extras.NONE));
    }
  }

  /// The mouse is at a pixel of the screen.
  void move(double toX, double toY) {
    if (toX != x || toY != y) {
      x = toX;
      y = toY;
      hasMoved = true;
      tellMove();
    }
  }

  /// Tells of a move that was too soon after the one before.
  void tellMove() {
    long now = transport.playhead().liveEdge();
    boolean isDue = now < movedAt || now - movedAt >= FRAME_NANOS;
    if (hasMoved && isDue && canPlay()) {
      hasMoved = false;
      movedAt = now;
      mouse(0, false);
    }
  }

  void press(int button) {
    if (canPlay() && buttonsDown.add(button)) {
      mouse(button, true);
    }
  }

  void release(int button) {
    if (buttonsDown.remove(button)) {
      mouse(button, false);
    }
  }

  private void mouse(int button, boolean isDown) {
    String id = machine;
    if (id != null && canPlay()) {
      transport.apply(new Stimulus.Mouse(TimeSpan.ZERO, id, x, y, button, isDown, Extras.NONE));
    }
  }

  /// Whoever played has turned to something else: nothing is held down any more.
  void letGo() {
    List.copyOf(keysDown).forEach(this::release);
    new ArrayList<>(buttonsDown).forEach(this::release);
  }

  /// A new run knows nothing of what is held down.
  void forget() {
    keysDown.clear();
    buttonsDown.clear();
    hasMoved = false;
    movedAt = Long.MIN_VALUE;
  }
}
