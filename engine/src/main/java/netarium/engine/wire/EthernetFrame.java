package netarium.engine.wire;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An Ethernet II frame, without preamble and frame check sequence.
///
/// A class and not a record because it keeps what is computed at most once: its octets. Flooding a
/// frame shares the one object.
public final class EthernetFrame {
  public static final int HEADER_OCTETS = 14;

  /// Shorter payloads are padded with zeros on the wire.
  public static final int MIN_PAYLOAD_OCTETS = 46;

  private final MacAddress destination;
  private final MacAddress source;
  private final FramePayload payload;
  private @Nullable Octets octets;
  private long digest;

  public EthernetFrame(MacAddress destination, MacAddress source, FramePayload payload) {
    this.destination = destination;
    this.source = source;
    this.payload = payload;
  }

  /// Reads any octets whatever: what is bad in them becomes the `trouble` of a payload.
  public static EthernetFrame parse(Octets octets) {
    return EthernetCodec.parseAny(octets);
  }

  public MacAddress destination() {
    return destination;
  }

  public MacAddress source() {
    return source;
  }

  public FramePayload payload() {
    return payload;
  }

  public EtherType etherType() {
    return payload.etherType();
  }

  /// Length on the wire in octets, padding included, frame check sequence not.
  public int lengthOctets() {
    return HEADER_OCTETS + Math.max(MIN_PAYLOAD_OCTETS, payload.lengthOctets());
  }

  /// The octets on the wire with true checksums, padded; made on first use.
  public Octets octets() {
    Octets made = octets;
    if (made == null) {
      made = EthernetCodec.emit(this);
      octets = made;
    }
    return made;
  }

  public long digest() {
    long known = digest;
    if (known == 0) {
      long state = Digest.mix(payload.digest(), destination.bits());
      long made = Digest.finish(Digest.mix(state, source.bits()));
      known = made == 0 ? 1 : made;
      digest = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EthernetFrame that
        && destination.equals(that.destination)
        && source.equals(that.source)
        && payload.equals(that.payload);
  }

  @Override
  public int hashCode() {
    return Objects.hash(destination, source, payload);
  }

  @Override
  public String toString() {
    return source + " > " + destination + " " + payload;
  }
}
