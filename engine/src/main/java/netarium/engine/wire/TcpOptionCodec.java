package netarium.engine.wire;

import java.util.ArrayList;
import java.util.List;

/// The option list of a TCP header to octets and back (RFC 9293 §3.2).
///
/// Options are written exactly as listed, explicit [TcpOption.NoOperation]s included; zeros, which
/// begin with the end-of-options octet, fill up to a multiple of 4. So reading gives back the same
/// list. Who wants the values aligned lists what [TcpOption#aligned] answers.
final class TcpOptionCodec {
  private static final int END_OF_OPTIONS = 0;

  private TcpOptionCodec() {}

  static void write(List<TcpOption> options, byte[] into, int start) {
    int at = start;
    for (int i = 0; i < options.size(); i++) {
      TcpOption option = options.get(i);
      into[at] = (byte) option.kind();
      if (!(option instanceof TcpOption.NoOperation)) {
        into[at + 1] = (byte) option.lengthOctets();
        writeValue(option, into, at + 2);
      }
      at += option.lengthOctets();
    }
  }

  private static void writeValue(TcpOption option, byte[] into, int at) {
    switch (option) {
      case TcpOption.NoOperation _, TcpOption.SackPermitted _ -> {}
      case TcpOption.MaximumSegmentSize mss -> BigEndian.put16(into, at, mss.octets());
      case TcpOption.WindowScale scale -> into[at] = (byte) scale.shift();
      case TcpOption.SelectiveAck sack -> {
        int blockAt = at;
        for (TcpOption.SelectiveAck.Block block : sack.blocks()) {
          BigEndian.put32(into, blockAt, block.left().bits());
          BigEndian.put32(into, blockAt + 4, block.right().bits());
          blockAt += 8;
        }
      }
      case TcpOption.Timestamps stamps -> {
        BigEndian.put32(into, at, stamps.value());
        BigEndian.put32(into, at + 4, stamps.echoReply());
      }
      case TcpOption.Unknown unknown -> unknown.data().copyTo(into, at);
    }
  }

  /// Reads the options between the fixed header and `headerOctets`.
  ///
  /// A length that does not fit makes the list unreadable. A known kind with a length that is not
  /// its own is kept as [TcpOption.Unknown]: nobody will act on it, and the rest is still good.
  static Parsed<List<TcpOption>> parse(Octets octets, int headerOctets) {
    List<TcpOption> options = new ArrayList<>();
    int at = TcpSegment.MIN_HEADER_OCTETS;
    while (at < headerOctets && octets.at(at) != END_OF_OPTIONS) {
      if (octets.at(at) == TcpOption.NoOperation.KIND) {
        options.add(TcpOption.NoOperation.INSTANCE);
        at++;
        continue;
      }
      int room = headerOctets - at;
      if (room < 2) {
        return Parsed.malformed("option", at, 1, "the header ends before the option's length");
      }
      int length = octets.at(at + 1);
      if (length < 2 || length > room) {
        return Parsed.malformed(
            "option length", at + 1, 1, length + ", must be 2 to " + room + " here");
      }
      options.add(option(octets.at(at), octets.slice(at + 2, at + length)));
      at += length;
    }
    return new Parsed.Ok<>(options);
  }

  private static TcpOption option(int kind, Octets data) {
    if (!TcpOption.Unknown.isKnown(kind, data.length())) {
      return new TcpOption.Unknown(kind, data);
    }
    return switch (kind) {
      case TcpOption.MaximumSegmentSize.KIND -> new TcpOption.MaximumSegmentSize(data.uint16(0));
      case TcpOption.WindowScale.KIND -> new TcpOption.WindowScale(data.at(0));
      case TcpOption.SackPermitted.KIND -> new TcpOption.SackPermitted();
      case TcpOption.SelectiveAck.KIND -> new TcpOption.SelectiveAck(blocks(data));
      default -> new TcpOption.Timestamps(data.int32(0), data.int32(4));
    };
  }

  private static List<TcpOption.SelectiveAck.Block> blocks(Octets data) {
    List<TcpOption.SelectiveAck.Block> blocks = new ArrayList<>();
    for (int at = 0; at < data.length(); at += 8) {
      blocks.add(
          new TcpOption.SelectiveAck.Block(
              new SeqNum(data.int32(at)), new SeqNum(data.int32(at + 4))));
    }
    return blocks;
  }
}
