package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.InternetChecksum;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import netarium.engine.wire.Parsed;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpCodec;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpSegment;

/// TCP (RFC 9293 §3.1).
final class TcpLayer {
  private static final int MIN_HEADER_OCTETS = TcpSegment.MIN_HEADER_OCTETS;
  private static final String[] FLAGS = {"cwr", "ece", "urg", "ack", "push", "reset", "syn", "fin"};

  private TcpLayer() {}

  static void read(
      Octets octets,
      int base,
      Ipv4Address source,
      Ipv4Address destination,
      FramePlace place,
      List<Layer> layers) {
    Parsed<TcpSegment> parsed = TcpCodec.parse(octets, source, destination);
    int header = octets.length() < MIN_HEADER_OCTETS ? 0 : octets.at(12) / 16 * 4;
    if (header >= MIN_HEADER_OCTETS && header <= octets.length()) {
      long sum =
          InternetChecksum.pseudoHeader(source, destination, IpProtocol.TCP, octets.length())
              + octets.onesSum();
      FieldList fields = fields(octets, base, place, destination);
      int field = octets.uint16(16);
      int right = InternetChecksum.complement(sum + (~field & 0xffff));
      Check check = InternetChecksum.isRight(sum) ? Check.RIGHT : Check.WRONG;
      fields.checksum("tcp.checksum", 16, field, right, check);
      fields.add("tcp.urgent_pointer", 18, 2, octets.uint16(18));
      if (header > MIN_HEADER_OCTETS) {
        addOptions(fields, header);
      }
      layers.add(layer(octets, base, header, fields));
    }
    switch (parsed) {
      case Parsed.Malformed<TcpSegment> malformed ->
          layers.add(PlainLayers.malformed(octets, base, malformed));
      case Parsed.Ok<TcpSegment> _ -> {
        if (header < octets.length()) {
          TalkLayers.read(octets, header, base, place, layers);
        }
      }
    }
  }

  private static Layer layer(Octets octets, int base, int header, FieldList fields) {
    String summary = octets.uint16(0) + " → " + octets.uint16(2);
    return new Layer(Layer.Kind.TCP, "TCP", summary, base, header, fields.list());
  }

  /// How many octets of a quoted segment are read as its header.
  static int quotedOctets(Octets octets) {
    return octets.length() < MIN_HEADER_OCTETS ? 8 : MIN_HEADER_OCTETS;
  }

  /// As quoted in an ICMP error: perhaps no more than ports and sequence number.
  static Layer quoted(Octets octets, int base, int shown) {
    FieldList fields = new FieldList(octets, base);
    fields.add("tcp.srcport", 0, 2, octets.uint16(0));
    fields.add("tcp.dstport", 2, 2, octets.uint16(2));
    fields.add(
        "tcp.seq_raw",
        4,
        4,
        Integer.toUnsignedString(octets.int32(4)),
        Phrase.NONE,
        Phrase.of("explain.tcp.seq_raw"));
    if (shown == MIN_HEADER_OCTETS) {
      fields.add("tcp.rest", 8, shown - 8, PlainLayers.shown(octets.slice(8, shown)));
    }
    return layer(octets, base, shown, fields);
  }

  private static FieldList fields(
      Octets octets, int base, FramePlace place, Ipv4Address destination) {
    FieldList fields = new FieldList(octets, base);
    TcpFlags flags = new TcpFlags(octets.at(13));
    SeqNum seq = new SeqNum(octets.int32(4));
    SeqNum ack = new SeqNum(octets.int32(8));
    int header = octets.at(12) / 16 * 4;
    int length = octets.length() - header;
    fields.add("tcp.srcport", 0, 2, octets.uint16(0));
    fields.add("tcp.dstport", 2, 2, octets.uint16(2));
    Phrase raw = place.isOfStream() ? Phrase.of("remark.tcp.raw", seq.toString()) : Phrase.NONE;
    long first = place.relativeSeq(seq);
    Phrase seqMeaning =
        flags.syn()
            ? Phrase.of("explain.tcp.seq.syn", seq.toString())
            : length > 0
                ? Phrase.of(
                    "explain.tcp.seq.data", Long.toString(first), Long.toString(first + length - 1))
                : Phrase.of("explain.tcp.seq", Long.toString(first));
    fields.add("tcp.seq", 4, 4, first, raw, seqMeaning);
    addAck(fields, flags, ack, place, destination);
    fields.add("tcp.hdr_len", 12, 1, header, Phrase.NONE, Phrase.of("explain.tcp.hdr_len", header));
    addFlags(fields, flags);
    addWindow(fields, octets.uint16(14), flags, place);
    return fields;
  }

  private static void addAck(
      FieldList fields, TcpFlags flags, SeqNum ack, FramePlace place, Ipv4Address destination) {
    if (!flags.ack()) {
      Phrase unused = Phrase.of("explain.tcp.ack.unused");
      fields.add("tcp.ack", 8, 4, Integer.toUnsignedString(ack.bits()), Phrase.NONE, unused);
      return;
    }
    long next = place.relativeAck(ack);
    Phrase raw = place.isOfStream() ? Phrase.of("remark.tcp.raw", ack.toString()) : Phrase.NONE;
    fields.add(
        "tcp.ack", 8, 4, next, raw, Phrase.of("explain.tcp.ack", Long.toString(next), destination));
  }

  private static void addFlags(FieldList fields, TcpFlags flags) {
    List<LayerField> bits = new ArrayList<>();
    for (int i = 0; i < FLAGS.length; i++) {
      bits.add(fields.bit("tcp.flags." + FLAGS[i], 13, 1, (flags.bits() & 0x80 >>> i) != 0));
    }
    String number = FieldList.hex(flags.bits(), 4);
    String names = flags.toString();
    fields.add(
        "tcp.flags",
        13,
        1,
        names.isEmpty() ? number : names,
        number,
        names.isEmpty() ? Phrase.NONE : Phrase.of("remark.literal", number),
        Phrase.of("explain.tcp.flags." + meaning(flags)),
        Check.NONE,
        bits);
  }

  private static String meaning(TcpFlags flags) {
    if (flags.rst()) {
      return "rst";
    }
    if (flags.syn()) {
      return flags.ack() ? "syn-ack" : "syn";
    }
    if (flags.fin()) {
      return "fin";
    }
    if (flags.psh()) {
      return "psh";
    }
    return flags.ack() ? "ack" : "none";
  }

  private static void addWindow(FieldList fields, int field, TcpFlags flags, FramePlace place) {
    long window = place.window(field, flags.syn());
    boolean isScaled = window != field;
    Phrase remark =
        isScaled ? Phrase.of("remark.tcp.window", window, 1 << place.windowShift()) : Phrase.NONE;
    Phrase meaning =
        field == 0 && !flags.rst()
            ? Phrase.of("explain.tcp.window.zero")
            : Phrase.of("explain.tcp.window", window);
    fields.add("tcp.window_size_value", 14, 2, field, remark, meaning);
  }

  private static void addOptions(FieldList fields, int header) {
    FieldList inside = new FieldList(fields.octets(), fields.base());
    TcpOptionFields.read(inside, MIN_HEADER_OCTETS, header);
    fields.add(
        "tcp.options",
        MIN_HEADER_OCTETS,
        header - MIN_HEADER_OCTETS,
        (header - MIN_HEADER_OCTETS) + " B",
        "",
        Phrase.NONE,
        Phrase.of("explain.tcp.options"),
        Check.NONE,
        inside.list());
  }
}
