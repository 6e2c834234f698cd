package netarium.engine.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// Whether what the node sent is what the script has. Segments that follow each other count as one
/// ([Train]); what the script does not write is not compared.
final class Comparison {
  private final Profile profile;

  Comparison(Profile profile) {
    this.profile = profile;
  }

  /// Segments sent back to back, as one: the first one's numbers, the flags of all, the length of
  /// all.
  record Train(Ipv4Header header, TcpSegment first, TcpFlags flags, int length) {
    static Train of(Ipv4Header header, TcpSegment segment) {
      return new Train(header, segment, segment.flags(), segment.payload().length());
    }

    /// Whether `next` goes on where this ends and says the same beside.
    boolean continuesWith(TcpSegment next) {
      boolean hasText = length > 0 && !next.payload().isEmpty();
      boolean isSpecial = (flags.bits() & (TcpFlags.FIN_BIT | TcpFlags.SYN_BIT)) != 0;
      return hasText
          && !isSpecial
          && next.seq().equals(first.seq().plus(length))
          && next.ack().equals(first.ack())
          && next.sourcePort() == first.sourcePort()
          && next.destinationPort() == first.destinationPort();
    }

    Train with(TcpSegment next) {
      return new Train(
          header, first, flags.with(next.flags().bits()), length + next.payload().length());
    }
  }

  /// Whether a segment that is not the expected one may be one acknowledgement more than another
  /// system sends.
  boolean mayPassOver(Train train) {
    return profile.passesOverAcks() && train.length() == 0 && train.flags().equals(TcpFlags.ACK);
  }

  /// Learns what the packet shows of the node's own numbers.
  static void learn(PacketSpec.Tcp spec, TcpSegment segment, Flow flow) {
    if (spec.flags().syn() && segment.flags().syn()) {
      flow.learn(spec.seq(), segment.seq());
    }
    TcpOption.Timestamps written = timestamps(spec.options().orElse(List.of()));
    TcpOption.Timestamps live = timestamps(segment.options());
    if (written != null && live != null) {
      flow.learnTimestamp(written.value(), live.value());
    }
  }

  private static TcpOption.@Nullable Timestamps timestamps(List<TcpOption> options) {
    for (TcpOption option : options) {
      if (option instanceof TcpOption.Timestamps found) {
        return found;
      }
    }
    return null;
  }

  /// Names of the fields that differ; none when all is as written.
  List<String> differences(PacketSpec.Tcp spec, Train train, Flow flow) {
    TcpSegment segment = train.first();
    List<String> names = new ArrayList<>();
    ip(spec.ip(), train.header(), names);
    boolean isJoined = train.length() > segment.payload().length();
    int ignored = profile.comparesPush(isJoined) ? 0 : TcpFlags.PSH_BIT;
    if ((spec.flags().bits() | ignored) != (train.flags().bits() | ignored)) {
      names.add("flags");
    }
    SeqNum seq = spec.isAbsolute() ? new SeqNum((int) spec.seq()) : flow.live(spec.seq());
    if (!seq.equals(segment.seq())) {
      names.add("sequence number");
    }
    if (spec.length() != train.length()) {
      names.add("length");
    }
    if (spec.ack().isPresent() && (int) spec.ack().getAsLong() != segment.ack().bits()) {
      names.add("ack");
    }
    if (profile.comparesWindows() && differs(spec.window(), segment.window())) {
      names.add("win");
    }
    if (differs(spec.urgentPointer(), segment.urgentPointer())) {
      names.add("urg");
    }
    boolean comparesOptions = profile.comparesSynOptions() || !spec.flags().syn();
    if (comparesOptions && spec.options().isPresent()) {
      options(spec.options().get(), segment.options(), names);
    }
    return names;
  }

  private static boolean differs(OptionalInt written, int live) {
    return written.isPresent() && written.getAsInt() != live;
  }

  static void ip(PacketSpec.IpSpec spec, Ipv4Header header, List<String> names) {
    int ecn = header.typeOfService() & 3;
    boolean isOtherMark = spec.ecn() >= 0 && spec.ecn() != ecn;
    boolean isNoMark = spec.ect01() && ecn != 1 && ecn != 2;
    if (isOtherMark || isNoMark) {
      names.add("ECN");
    }
    if (spec.typeOfService() >= 0 && spec.typeOfService() != header.typeOfService()) {
      names.add("tos");
    }
    if (spec.ttl() >= 0 && spec.ttl() != header.ttl()) {
      names.add("ttl");
    }
  }

  /// Padding between options has no meaning; a timestamp's value is the node's own clock.
  private void options(List<TcpOption> written, List<TcpOption> live, List<String> names) {
    List<String> wanted = texts(written);
    List<String> found = texts(live);
    if (!profile.comparesOptionOrder()) {
      wanted.sort(null);
      found.sort(null);
    }
    if (!wanted.equals(found)) {
      names.add("options");
    }
  }

  private static List<String> texts(List<TcpOption> options) {
    List<String> texts = new ArrayList<>();
    for (TcpOption option : options) {
      switch (option) {
        case TcpOption.NoOperation _ -> {}
        case TcpOption.Timestamps t -> texts.add("TS ecr " + t.echoReply());
        default -> texts.add(Show.list(List.of(option)));
      }
    }
    return texts;
  }
}
