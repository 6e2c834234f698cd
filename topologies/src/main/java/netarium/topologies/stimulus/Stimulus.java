package netarium.topologies.stimulus;

import java.util.List;
import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonValue;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Something done to the network from outside.
public sealed interface Stimulus {
  TimeSpan at();

  Extras extras();

  /// The same done at another instant.
  default Stimulus withAt(TimeSpan t) {
    return switch (this) {
      case Cut s -> new Cut(t, s.link, s.extras);
      case Heal s -> new Heal(t, s.link, s.extras);
      case Crash s -> new Crash(t, s.node, s.lasting, s.extras);
      case Restart s -> new Restart(t, s.node, s.lasting, s.extras);
      case Pause s -> new Pause(t, s.node, s.lasting, s.extras);
      case Partition s -> new Partition(t, s.groups, s.extras);
      case SetLink s -> new SetLink(t, s.link, s.setting, s.extras);
      case SetNode s -> new SetNode(t, s.node, s.key, s.value, s.extras);
      case Type s -> new Type(t, s.node, s.program, s.text, s.extras);
      case Start s -> new Start(t, s.node, s.program, s.args, s.extras);
      case Key s -> new Key(t, s.node, s.key, s.down, s.text, s.extras);
      case Mouse s -> new Mouse(t, s.node, s.x, s.y, s.button, s.down, s.extras);
      case WebSocket s -> new WebSocket(t, s.node, s.connection, s.hand, s.extras);
    };
  }

  /// What files call it.
  default String action() {
    return switch (this) {
      case Cut s -> "cut";
      case Heal s -> "heal";
      case Crash s -> "crash";
      case Restart s -> "restart";
      case Pause s -> "pause";
      case Partition s -> "partition";
      case SetLink s -> "set";
      case SetNode s -> "set";
      case Type s -> "type";
      case Start s -> "start";
      case Key s -> "key";
      case Mouse s -> "mouse";
      case WebSocket s -> "websocket";
    };
  }

  /// The link carries nothing from now on.
  record Cut(TimeSpan at, String link, Extras extras) implements Stimulus {}

  /// The link carries frames again.
  record Heal(TimeSpan at, String link, Extras extras) implements Stimulus {}

  /// The machine loses power; with `lasting` it starts again after that time.
  record Crash(TimeSpan at, String node, @Nullable TimeSpan lasting, Extras extras)
      implements Stimulus {}

  /// The machine starts afresh; with `lasting` it is away for that time.
  record Restart(TimeSpan at, String node, @Nullable TimeSpan lasting, Extras extras)
      implements Stimulus {}

  /// The machine stands still and keeps its state; with `lasting` it goes on after that time.
  record Pause(TimeSpan at, String node, @Nullable TimeSpan lasting, Extras extras)
      implements Stimulus {}

  /// Nodes of different groups cannot reach each other: links between groups are cut.
  record Partition(TimeSpan at, List<List<String>> groups, Extras extras) implements Stimulus {
    public Partition {
      groups = groups.stream().map(List::copyOf).toList();
    }
  }

  /// One setting of a link changes.
  record SetLink(TimeSpan at, String link, LinkSetting setting, Extras extras)
      implements Stimulus {}

  /// One key of a node changes, such as `cpu` or `eth0.ipv4`.
  record SetNode(TimeSpan at, String node, String key, JsonValue value, Extras extras)
      implements Stimulus {}

  /// Somebody types at the console of a program.
  record Type(TimeSpan at, String node, String program, String text, Extras extras)
      implements Stimulus {}

  /// Somebody starts a program on a machine: a script of the project, a file of the machine, or one
  /// of the programs that every machine has for this, such as `/bin/ping`.
  record Start(TimeSpan at, String node, String program, List<String> args, Extras extras)
      implements Stimulus {
    public Start {
      args = List.copyOf(args);
    }
  }

  /// Somebody at the screen of a machine presses a key or lets it go. `key`: its name as LÖVE has
  /// it, `a`, `space`, `up`; `text`: what it types, maybe nothing.
  record Key(TimeSpan at, String node, String key, boolean down, String text, Extras extras)
      implements Stimulus {}

  /// Somebody at the screen of a machine moves the mouse to a place, in its pixels, and presses
  /// button 1 (left), 2 (right) or 3 (middle) there or lets it go; with button 0 only moves.
  record Mouse(
      TimeSpan at, String node, double x, double y, int button, boolean down, Extras extras)
      implements Stimulus {}

  /// Somebody holds back, changes or lets go what a machine sends in a WebSocket conversation.
  /// `connection` is its two ends, the machine's own first: `10.0.0.1:49152-10.0.0.2:8000`.
  record WebSocket(TimeSpan at, String node, String connection, Hand hand, Extras extras)
      implements Stimulus {}
}
