package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.wire.Octets;

/// The options of a TCP header, each with its octets (RFC 9293 §3.2, RFC 2018, RFC 7323).
final class TcpOptionFields {
  private static final int END = 0;
  private static final int NO_OPERATION = 1;
  private static final int MAXIMUM_SEGMENT_SIZE = 2;
  private static final int WINDOW_SCALE = 3;
  private static final int SACK_PERMITTED = 4;
  private static final int SACK = 5;
  private static final int TIMESTAMPS = 8;

  private TcpOptionFields() {}

  /// Reads on after a bad length as far as it can: the malformed layer says what is wrong.
  static void read(FieldList fields, int from, int to) {
    Octets octets = fields.octets();
    int at = from;
    while (at < to) {
      int kind = octets.at(at);
      if (kind == END) {
        fields.add("tcp.options.eol", at, to - at, kind);
        return;
      }
      if (kind == NO_OPERATION) {
        fields.add("tcp.options.nop", at, 1, kind);
        at++;
        continue;
      }
      int length = at + 1 < to ? octets.at(at + 1) : 0;
      if (length < 2 || at + length > to) {
        fields.add("tcp.option_unknown", at, to - at, kind);
        return;
      }
      add(fields, kind, at, length);
      at += length;
    }
  }

  private static void add(FieldList fields, int kind, int at, int length) {
    Octets octets = fields.octets();
    int value = length - 2;
    if (kind == MAXIMUM_SEGMENT_SIZE && value == 2) {
      int mss = octets.uint16(at + 2);
      fields.add(
          "tcp.options.mss_val",
          at,
          length,
          mss,
          Phrase.NONE,
          Phrase.of("explain.tcp.options.mss_val", mss));
    } else if (kind == WINDOW_SCALE && value == 1) {
      int shift = octets.at(at + 2);
      // RFC 7323 §2.3: more than 14 counts as 14.
      int times = 1 << Math.min(shift, 14);
      fields.add(
          "tcp.options.wscale.shift",
          at,
          length,
          shift,
          Phrase.of("remark.tcp.wscale", times),
          Phrase.of("explain.tcp.options.wscale.shift", times));
    } else if (kind == SACK_PERMITTED && value == 0) {
      fields.add("tcp.options.sack_perm", at, length, kind);
    } else if (kind == SACK && value % 8 == 0) {
      addBlocks(fields, at, length);
    } else if (kind == TIMESTAMPS && value == 8) {
      addTimestamps(fields, at, length);
    } else {
      fields.add("tcp.option_unknown", at, length, kind);
    }
  }

  private static void addBlocks(FieldList fields, int at, int length) {
    Octets octets = fields.octets();
    FieldList edges = new FieldList(octets, fields.base());
    List<String> blocks = new ArrayList<>();
    for (int edge = at + 2; edge < at + length; edge += 8) {
      String left = Integer.toUnsignedString(octets.int32(edge));
      String right = Integer.toUnsignedString(octets.int32(edge + 4));
      edges.add("tcp.options.sack_le", edge, 4, left);
      edges.add("tcp.options.sack_re", edge + 4, 4, right);
      blocks.add(left + "-" + right);
    }
    fields.add(
        "tcp.options.sack",
        at,
        length,
        String.join(" ", blocks),
        "",
        Phrase.NONE,
        Phrase.of("explain.tcp.options.sack"),
        Check.NONE,
        edges.list());
  }

  private static void addTimestamps(FieldList fields, int at, int length) {
    Octets octets = fields.octets();
    String value = Integer.toUnsignedString(octets.int32(at + 2));
    String echo = Integer.toUnsignedString(octets.int32(at + 6));
    FieldList parts =
        new FieldList(octets, fields.base())
            .add("tcp.options.timestamp.tsval", at + 2, 4, value)
            .add("tcp.options.timestamp.tsecr", at + 6, 4, echo);
    fields.add(
        "tcp.options.timestamp",
        at,
        length,
        value + " " + echo,
        "",
        Phrase.NONE,
        Phrase.of("explain.tcp.options.timestamp"),
        Check.NONE,
        parts.list());
  }
}
