package netarium.engine.service;

import java.util.Optional;
import netarium.engine.sim.SimDuration;

/// Where a connection leads, so far as requests may share it: to that host, with TLS or without,
/// through that proxy. Requests that an HTTP proxy passes on itself share those to the proxy.
public record HttpRoute(
    boolean isSecure,
    String host,
    int port,
    Optional<Proxy> tunnel,
    Optional<Dial.Verification> verification) {
  Dial.Destination destination(SimDuration timeOut) {
    return new Dial.Destination(host, port, tunnel, timeOut, isSecure, verification);
  }
}
