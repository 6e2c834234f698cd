package netarium.engine.wire;

/// Frames to octets and back.
final class EthernetCodec {
  private EthernetCodec() {}

  static Octets emit(EthernetFrame frame) {
    return frame.payload() instanceof UnknownPayload unknown ? unknown.octets() : Octets.EMPTY;
  }
}
