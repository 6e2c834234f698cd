package netarium.engine.service;

import netarium.engine.codec.HttpLimits;
import netarium.engine.sim.SimDuration;

/// How a server treats its connections. `epochSeconds` is what instant 0 stands for since 1970, for
/// the `Date` field.
public record HttpServerSettings(
    HttpLimits limits,
    SimDuration idle,
    SimDuration request,
    SimDuration linger,
    int pipelined,
    OctetRoom room,
    long epochSeconds) {
  /// A minute between requests, half a minute for one to come, 16 at once; what is held of them all
  /// stays in `room`.
  public static HttpServerSettings usual(long epochSeconds, OctetRoom room) {
    return new HttpServerSettings(
        HttpLimits.DEFAULT,
        SimDuration.ofSeconds(60),
        SimDuration.ofSeconds(30),
        SimDuration.ofSeconds(5),
        16,
        room,
        epochSeconds);
  }
}
