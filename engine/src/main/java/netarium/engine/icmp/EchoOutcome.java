package netarium.engine.icmp;

import netarium.engine.sim.SimDuration;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// How an [EchoRequest] ended.
public sealed interface EchoOutcome {
  /// `from` answered; `ttl` is what was left of its answer's time to live.
  record Reply(Ipv4Address from, int ttl, Octets payload, SimDuration roundTrip)
      implements EchoOutcome {}

  /// `from` (a router, the host, or this node itself when nobody answered ARP) says why not.
  record Failed(Ipv4Address from, IcmpMessage error, SimDuration after) implements EchoOutcome {}

  record TimedOut() implements EchoOutcome {}
}
