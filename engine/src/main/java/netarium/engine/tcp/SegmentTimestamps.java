package netarium.engine.tcp;

import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// The timestamps option (RFC 7323 §3–5): what goes out, what came in, and protection against
/// wrapped sequence numbers.
final class SegmentTimestamps {
  /// In the header with the padding that aligns it.
  static final int OPTION_OCTETS = 12;

  private static final long CLOCK_TICK_NANOS = 1_000_000;

  /// RFC 7323 §5.5: TS.Recent means nothing after 24 days of silence.
  private static final long OUTDATED_NANOS = 24L * 86_400 * 1_000_000_000;

  private boolean isOn;
  private int recent;
  private long recentAtNanos;
  private int lastValue;
  private int lastEcho;
  private List<TcpOption> lastOptions = List.of();

  boolean isOn() {
    return isOn;
  }

  /// Both SYNs carried the option.
  void switchOn(int remoteValue, SimTime now) {
    isOn = true;
    remember(remoteValue, now);
  }

  /// TS.Recent.
  int recent() {
    return recent;
  }

  static int clock(SimTime now) {
    return (int) (now.nanos() / CLOCK_TICK_NANOS);
  }

  /// The option list of a segment that leaves now; one list serves all segments of a tick.
  List<TcpOption> options(SimTime now) {
    if (!isOn) {
      return List.of();
    }
    int value = clock(now);
    if (lastOptions.isEmpty() || value != lastValue || recent != lastEcho) {
      lastValue = value;
      lastEcho = recent;
      lastOptions =
          List.of(
              TcpOption.NoOperation.INSTANCE,
              TcpOption.NoOperation.INSTANCE,
              new TcpOption.Timestamps(value, recent));
    }
    return lastOptions;
  }

  /// Whether the segment is older than what was heard before (PAWS, RFC 7323 §5.3 R1).
  boolean isOutdated(TcpOption.Timestamps option, SimTime now) {
    return option.value() - recent < 0 && now.nanos() - recentAtNanos < OUTDATED_NANOS;
  }

  /// RFC 7323 §4.3: an echo must never make a round trip look shorter than it was.
  void arrived(TcpOption.Timestamps option, SeqNum seq, SeqNum lastAckSent, SimTime now) {
    if (option.value() - recent >= 0 && seq.isAtOrBefore(lastAckSent)) {
      remember(option.value(), now);
    }
  }

  private void remember(int value, SimTime now) {
    recent = value;
    recentAtNanos = now.nanos();
  }

  /// The round trip an echo tells of, at least one tick.
  static long rttNanos(TcpOption.Timestamps option, SimTime now) {
    return Math.max(1, (long) (clock(now) - option.echoReply())) * CLOCK_TICK_NANOS;
  }

  static TcpOption.@Nullable Timestamps in(TcpSegment segment) {
    List<TcpOption> options = segment.options();
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i) instanceof TcpOption.Timestamps found) {
        return found;
      }
    }
    return null;
  }
}
