package netarium.engine.drill;

import java.util.List;
import java.util.Optional;
import netarium.engine.sim.SimDuration;

/// Plays packetdrill scripts.
///
/// ```java
/// Outcome outcome = new Drill(Profile.LINUX, Optional.empty()).play("syn.pkt", text);
/// ```
public final class Drill {
  private final Profile profile;
  private final Optional<SimDuration> tolerance;

  /// Outbound segments may be early or late by `tolerance`, or by what the script itself allows
  /// when that is more. Without either, 4 ms are allowed, for which most scripts are written.
  public Drill(Profile profile, Optional<SimDuration> tolerance) {
    this.profile = profile;
    this.tolerance = tolerance;
  }

  /// Plays one script on a node of its own.
  public Outcome play(String name, String text) {
    Player player = null;
    try {
      Script script = ScriptParser.parse(name, text);
      player = new Player(script, profile, tolerance);
      player.play();
      return new Outcome.Passed(player.otherCommands());
    } catch (ScriptException.Unsupported e) {
      return new Outcome.Skipped(e.line(), e.sentence());
    } catch (ScriptException.Differs e) {
      List<String> transcript = player == null ? List.of() : player.transcript();
      return new Outcome.Failed(e.line(), e.expected(), e.actual(), transcript);
    } catch (ScriptException.Unreadable e) {
      return new Outcome.Failed(e.line(), "a script", e.sentence(), List.of());
    }
  }
}
