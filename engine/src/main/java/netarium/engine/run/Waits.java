package netarium.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import netarium.engine.node.Host;
import netarium.engine.node.Node;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Process;
import org.jspecify.annotations.Nullable;

/// What the programs of a machine wait for at one instant: a copy, for cards and tables.
///
/// @param atNanos the instant
/// @param isAtWork whether one of them computes, or would if it were its turn
/// @param all those that wait, in the order in which they were started
public record Waits(long atNanos, boolean isAtWork, List<Wait> all) {
  /// One flow of control that stands still.
  ///
  /// @param place where in a script, `scripts/x.lua:12`, or empty
  /// @param untilNanos when it goes on by itself, if that is known
  public record Wait(int process, String place, Awaited awaited, OptionalLong untilNanos) {}

  public Waits {
    all = List.copyOf(all);
  }

  /// What has no programs waits for nothing.
  static Waits of(@Nullable Node node, long atNanos) {
    List<Wait> waits = new ArrayList<>();
    boolean isAtWork = false;
    if (node instanceof Host host) {
      for (Process process : host.vm().processes()) {
        isAtWork |= process.isAtWork();
        process.eachWait((task, awaited) ->
            waits.add(new Wait(process.pid(), task.place(), awaited, task.sleepsUntilNanos())));
      }
    }
    return new Waits(atNanos, isAtWork, waits);
  }
}
