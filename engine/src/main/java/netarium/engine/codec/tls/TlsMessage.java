package netarium.engine.codec.tls;

import netarium.engine.wire.Octets;

/// A whole handshake message (RFC 8446 §4) in what records hold.
///
/// @param at where it begins in the content of the record in which it ends; below 0 where an
///   earlier record has its beginning
public record TlsMessage(int at, Octets octets) {
  public int type() {
    return octets.at(0);
  }

  public String name() {
    return TlsNames.handshake(type());
  }
}
