package netarium.engine.tcp;

import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// What tells one connection from another: both addresses and both ports (RFC 9293 §3.1).
public record FourTuple(
    Ipv4Address localAddress, int localPort, Ipv4Address remoteAddress, int remotePort) {
  public Endpoint local() {
    return new Endpoint(localAddress, localPort);
  }

  public Endpoint remote() {
    return new Endpoint(remoteAddress, remotePort);
  }

  /// Whether a segment that arrives from there and for here belongs to it.
  boolean isBetween(Ipv4Address here, int herePort, Ipv4Address there, int therePort) {
    return localPort == herePort
        && remotePort == therePort
        && remoteAddress.bits() == there.bits()
        && localAddress.bits() == here.bits();
  }

  /// Spelt out: it is asked for every segment.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FourTuple tuple
        && isBetween(tuple.localAddress, tuple.localPort, tuple.remoteAddress, tuple.remotePort);
  }

  /// Spread by a multiplication: neighbouring ports and addresses must not fall into one bucket.
  @Override
  public int hashCode() {
    int ports = localPort << 16 | remotePort;
    int mixed = (ports * 31 + remoteAddress.bits()) * 31 + localAddress.bits();
    return mixed * 0x9e3779b1;
  }

  @Override
  public String toString() {
    return local() + " to " + remote();
  }
}
