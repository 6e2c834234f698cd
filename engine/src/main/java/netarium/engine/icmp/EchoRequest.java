package netarium.engine.icmp;

import netarium.engine.ip.SendOptions;
import netarium.engine.sim.SimDuration;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// One question "are you there?". The identifier tells programs of one node apart
/// ([IcmpLayer#chooseIdentifier]), the sequence number the questions of one program.
public record EchoRequest(
    Ipv4Address destination,
    int identifier,
    int sequence,
    Octets payload,
    SendOptions options,
    SimDuration timeOut) {
  public EchoRequest {
    if ((identifier | sequence) >>> 16 != 0) {
      throw new IllegalArgumentException("identifier and sequence have 16 bits");
    }
  }
}
