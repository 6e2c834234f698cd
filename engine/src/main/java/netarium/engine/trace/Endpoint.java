package netarium.engine.trace;

import netarium.engine.wire.Ipv4Address;

/// An address with a port number.
public record Endpoint(Ipv4Address address, int port) {
  @Override
  public String toString() {
    return address + ":" + port;
  }
}
