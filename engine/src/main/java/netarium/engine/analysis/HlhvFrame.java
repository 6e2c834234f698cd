package netarium.engine.analysis;

import java.util.List;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// A frame between a queen and a cell: four octets of length, one of kind, and the payload. Its
/// first five octets are here; the rest may still be on its way.
///
/// @param payloadOctets how many octets follow the kind; -1 of an empty frame, which has no kind
/// @param kindNumber the kind; -1 of an empty frame
public record HlhvFrame(
    StreamSide side, long from, long payloadOctets, int kindNumber, HlhvChannel channel)
    implements StreamPart {
  static final int LENGTH_OCTETS = 4;
  static final int HEADER_OCTETS = 5;

  /// Longer than this no frame is: what says so is something else.
  static final long MOST_OCTETS = 1 << 24;

  /// What is read of a payload.
  static final int MOST_READ = 1 << 20;

  /// The frame that begins at `from`; null while too little of it is there.
  static @Nullable HlhvFrame read(StreamSide side, long from, HlhvChannel channel) {
    StreamOctets octets = side.octets();
    long there = octets.length() - from;
    if (there < LENGTH_OCTETS) {
      return null;
    }
    long length = Integer.toUnsignedLong(octets.slice(from, from + LENGTH_OCTETS).int32(0));
    if (length == 0) {
      return new HlhvFrame(side, from, -1, -1, channel);
    }
    return there < HEADER_OCTETS
        ? null
        : new HlhvFrame(side, from, length - 1, octets.at(from + LENGTH_OCTETS), channel);
  }

  @Override
  public long to() {
    return from + HEADER_OCTETS + payloadOctets;
  }

  public @Nullable HlhvKind kind() {
    return HlhvKind.of(kindNumber);
  }

  /// Whether all of it has been sent.
  public boolean isWhole() {
    return side.octets().length() >= to();
  }

  Octets payload() {
    long start = from + HEADER_OCTETS;
    return side.octets().slice(start, Math.min(to(), start + MOST_READ));
  }

  /// The fields of its JSON object, once it is whole; none if it has none.
  List<JsonField> fields() {
    HlhvKind kind = kind();
    boolean hasFields = kind != null && kind.payload() == HlhvKind.Payload.JSON && isWhole();
    return hasFields ? JsonField.ofObject(payload()) : List.of();
  }

  /// A field of its JSON object as text, or null.
  public @Nullable String text(String name) {
    for (JsonField each : fields()) {
      if (each.name().equals(name)) {
        return each.text();
      }
    }
    return null;
  }

  /// What a field that is an object says of each name.
  public List<String> entries(String name) {
    for (JsonField each : fields()) {
      if (each.name().equals(name)) {
        return each.children().stream().map(JsonField::text).toList();
      }
    }
    return List.of();
  }

  /// As packet lists write it: `band 2: ReqHead GET /a.jpg`.
  String line() {
    return channel.name() + ": " + words();
  }

  /// What it says, without where.
  String words() {
    HlhvKind kind = kind();
    if (kind == null) {
      return kindNumber < 0 ? "empty frame" : "kind " + FieldList.hex(kindNumber, 2);
    }
    String label = kind.shortLabel();
    return switch (kind) {
      case I_AM -> label + ("1".equals(text("connKind")) ? " band" : " cell");
      case MOUNT -> label + " " + or(text("host")) + or(text("path"));
      case NEED_BAND -> label + " " + or(text("count"));
      case REQ_HEAD -> label + " " + or(text("method")) + " " + or(text("path"));
      case RES_WANT -> label + " " + or(text("maxSize"));
      case RES_HEAD -> label + " " + or(text("statusCode"));
      case REQ_BODY, RES_BODY -> label + " " + payloadOctets + " B";
      case ACCEPT, UNMOUNT, REQ_END, RES_END -> label;
    };
  }

  private static String or(@Nullable String text) {
    return text == null ? "?" : text;
  }
}
