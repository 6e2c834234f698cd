package netarium.engine.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption;

/// The connection a script speaks of: its addresses and ports, and how the script's numbers become
/// live ones. The peer's sequence numbers are the script's own; the node chooses its first number
/// and its clock, so its numbers and timestamps are shifted.
final class Flow {
  private final Ipv4Address remote;
  private final int localPort;
  private final int remotePort;
  private final Map<Integer, Integer> timestamps = new LinkedHashMap<>();
  private int shift;
  private boolean hasTimestamps;
  private int firstScriptValue;
  private int firstLiveValue;

  Flow(Ipv4Address remote, int localPort, int remotePort) {
    this.remote = remote;
    this.localPort = localPort;
    this.remotePort = remotePort;
  }

  Ipv4Address remote() {
    return remote;
  }

  int localPort() {
    return localPort;
  }

  int remotePort() {
    return remotePort;
  }

  boolean isBetween(int local, int far) {
    return localPort == local && remotePort == far;
  }

  /// A SYN of the node shows its first number.
  void learn(long scriptSeq, SeqNum live) {
    shift = live.bits() - (int) scriptSeq;
  }

  /// One of the node's sequence numbers.
  SeqNum live(long script) {
    return new SeqNum((int) script + shift);
  }

  long script(SeqNum live) {
    return Integer.toUnsignedLong(live.bits() - shift);
  }

  /// The node sent `live` where the script has `script`.
  void learnTimestamp(int script, int live) {
    timestamps.put(script, live);
    if (!hasTimestamps) {
      hasTimestamps = true;
      firstScriptValue = script;
      firstLiveValue = live;
    }
  }

  /// What to write for a timestamp of the node: the live one, counted from the first.
  int scriptTimestamp(int live) {
    return hasTimestamps ? live - firstLiveValue + firstScriptValue : live;
  }

  /// The options of an inbound segment, with the node's own numbers in echoes and blocks.
  List<TcpOption> live(List<TcpOption> options) {
    List<TcpOption> live = new ArrayList<>();
    for (TcpOption option : options) {
      live.add(
          switch (option) {
            case TcpOption.Timestamps t ->
                new TcpOption.Timestamps(t.value(), liveEcho(t.echoReply()));
            case TcpOption.SelectiveAck sack ->
                new TcpOption.SelectiveAck(
                    sack.blocks().stream()
                        .map(b ->
                            new TcpOption.SelectiveAck.Block(
                                live(b.left().bits()), live(b.right().bits())))
                        .toList());
            default -> option;
          });
    }
    return live;
  }

  private int liveEcho(int script) {
    Integer known = timestamps.get(script);
    if (known != null) {
      return known;
    }
    return hasTimestamps ? script - firstScriptValue + firstLiveValue : script;
  }

  /// The shift of the window scale in a list of options, if there is one.
  static OptionalInt scale(List<TcpOption> options) {
    for (TcpOption option : options) {
      if (option instanceof TcpOption.WindowScale scale) {
        return OptionalInt.of(scale.shift());
      }
    }
    return OptionalInt.empty();
  }
}
