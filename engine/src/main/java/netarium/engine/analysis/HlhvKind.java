package netarium.engine.analysis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a frame between a queen and a cell says, by its first octet.
public enum HlhvKind {
  I_AM(0x00, "IAm", Payload.JSON),
  ACCEPT(0x08, "Accept", Payload.JSON),
  MOUNT(0x10, "Mount", Payload.JSON),
  UNMOUNT(0x11, "Unmount", Payload.NONE),
  NEED_BAND(0x20, "NeedBand", Payload.JSON),
  REQ_HEAD(0x30, "HTTPReqHead", Payload.JSON),
  REQ_BODY(0x31, "HTTPReqBody", Payload.OCTETS),
  REQ_END(0x32, "HTTPReqEnd", Payload.NONE),
  RES_WANT(0x38, "HTTPResWant", Payload.JSON),
  RES_HEAD(0x39, "HTTPResHead", Payload.JSON),
  RES_BODY(0x3a, "HTTPResBody", Payload.OCTETS),
  RES_END(0x3b, "HTTPResEnd", Payload.NONE);

  /// What follows the octet of the kind.
  enum Payload {
    JSON,
    OCTETS,
    NONE
  }

  private final int number;
  private final String label;
  private final Payload payload;

  HlhvKind(int number, String label, Payload payload) {
    this.number = number;
    this.label = label;
    this.payload = payload;
  }

  static @Nullable HlhvKind of(int number) {
    for (HlhvKind each : values()) {
      if (each.number == number) {
        return each;
      }
    }
    return null;
  }

  public int number() {
    return number;
  }

  /// As the protocol calls it.
  public String label() {
    return label;
  }

  Payload payload() {
    return payload;
  }

  /// As lists call it, where it is clear that all is about HTTP.
  String shortLabel() {
    return label.startsWith("HTTP") ? label.substring(4) : label;
  }

  /// How texts call it.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
