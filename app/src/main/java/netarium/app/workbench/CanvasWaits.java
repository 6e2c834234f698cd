package netarium.app.workbench;

import java.util.List;
import netarium.app.canvas.CanvasModel;
import netarium.app.session.LiveRun;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Transport;
import netarium.engine.run.Simulation;
import netarium.engine.run.Waits;
import org.jspecify.annotations.Nullable;

/// Has the canvas say what programs wait for: a trace does not tell, so the simulation is asked,
/// now and then while it runs and each time it has come to stand.
final class CanvasWaits {
  /// A running machine is looked at once in so many changes: four times a second at sixty frames.
  private static final int CHANGES = 15;

  private final CanvasModel canvas;
  private final Transport transport;
  private @Nullable LiveRun asked;
  private boolean isAnswered = true;
  private boolean isOverdue;
  private int changes;

  private CanvasWaits(CanvasModel canvas, Transport transport) {
    this.canvas = canvas;
    this.transport = transport;
  }

  static void install(CanvasModel canvas, Transport transport) {
    CanvasWaits waits = new CanvasWaits(canvas, transport);
    transport.listen(waits::changed);
  }

  private void changed() {
    LiveRun run = transport.liveRun().orElse(null);
    if (run == null) {
      return;
    }
    changes++;
    boolean isDue = transport.state().phase() != Phase.RUNNING || changes >= CHANGES;
    if (run == asked && !isAnswered) {
      isOverdue |= isDue;
    } else if (isDue || run != asked) {
      ask(run);
    }
  }

  private void ask(LiveRun run) {
    asked = run;
    isAnswered = false;
    isOverdue = false;
    changes = 0;
    transport.ask(Simulation::waits, waits -> answered(run, waits));
  }

  private void answered(LiveRun run, List<Waits> waits) {
    if (run == asked) {
      isAnswered = true;
      canvas.waits(waits);
      if (isOverdue) {
        ask(run);
      }
    }
  }
}
