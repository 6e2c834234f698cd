package netarium.engine.drill;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.UdpDatagram;

/// Packets and times in the words of a script, for transcripts.
final class Show {
  private static final String LETTERS = "FSRP.UEW";

  private Show() {}

  static String seconds(long nanos) {
    return String.format(
        Locale.ROOT, "%d.%06d", nanos / 1_000_000_000, nanos % 1_000_000_000 / 1_000);
  }

  /// A datagram of the node in the script's numbers.
  static String sent(Ipv4Datagram datagram, Flow flow) {
    return switch (datagram.payload()) {
      case TcpSegment segment -> segment(segment, flow, segment.payload().length());
      case UdpDatagram udp -> "udp (" + udp.payload().length() + ")";
      case IcmpMessage icmp -> "icmp type_" + icmp.type() + " code_" + icmp.code();
      default -> "a datagram of protocol " + datagram.protocol();
    };
  }

  /// `length` is that of all the segments that follow each other from this one on.
  static String segment(TcpSegment segment, Flow flow, int length) {
    long seq = flow.script(segment.seq());
    String ack = segment.flags().ack() ? " ack " + segment.ack() : "";
    return flags(segment.flags())
        + place(seq, length)
        + ack
        + " win "
        + segment.window()
        + options(segment.options(), flow);
  }

  static String spec(PacketSpec packet) {
    return switch (packet) {
      case PacketSpec.Tcp tcp ->
          flags(tcp.flags())
              + place(tcp.seq(), tcp.length())
              + (tcp.ack().isPresent() ? " ack " + tcp.ack().getAsLong() : "")
              + (tcp.window().isPresent() ? " win " + tcp.window().getAsInt() : "")
              + tcp.options().map(options -> " <" + list(options) + ">").orElse("");
      case PacketSpec.Udp udp -> "udp (" + udp.length() + ")";
      case PacketSpec.Icmp icmp -> "icmp type_" + icmp.type() + " code_" + icmp.code();
    };
  }

  private static String place(long seq, int length) {
    return String.format(Locale.ROOT, " %d:%d(%d)", seq, (seq + length) & 0xffff_ffffL, length);
  }

  /// In the order in which scripts write them, the acknowledgement's point last.
  static String flags(TcpFlags flags) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LETTERS.length(); i++) {
      if ((flags.bits() & (1 << i)) != 0 && LETTERS.charAt(i) != '.') {
        text.append(LETTERS.charAt(i));
      }
    }
    text.append(flags.ack() ? "." : "");
    return text.isEmpty() ? "-" : text.toString();
  }

  private static String options(List<TcpOption> options, Flow flow) {
    if (options.isEmpty()) {
      return "";
    }
    List<TcpOption> shown =
        options.stream()
            .map(each ->
                each instanceof TcpOption.Timestamps t
                    ? new TcpOption.Timestamps(flow.scriptTimestamp(t.value()), t.echoReply())
                    : each)
            .toList();
    return " <" + list(shown) + ">";
  }

  static String list(List<TcpOption> options) {
    return options.stream().map(Show::option).collect(Collectors.joining(","));
  }

  private static String option(TcpOption option) {
    return switch (option) {
      case TcpOption.NoOperation _ -> "nop";
      case TcpOption.MaximumSegmentSize mss -> "mss " + mss.octets();
      case TcpOption.WindowScale scale -> "wscale " + scale.shift();
      case TcpOption.SackPermitted _ -> "sackOK";
      case TcpOption.SelectiveAck sack ->
          "sack "
              + sack.blocks().stream()
                  .map(block -> block.left() + ":" + block.right())
                  .collect(Collectors.joining(" "));
      case TcpOption.Timestamps t ->
          "TS val " + new SeqNum(t.value()) + " ecr " + new SeqNum(t.echoReply());
      case TcpOption.Unknown unknown -> "kind_" + unknown.kind();
    };
  }
}
