package netarium.engine.icmp;

import netarium.engine.ip.Forwarding;
import netarium.engine.ip.IcmpErrors;
import netarium.engine.ip.SendOptions;
import netarium.engine.sim.Simulator;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;

/// Tells sources what became of their datagrams, where that is allowed.
///
/// An error quotes as much of the datagram as fits into 576 octets (RFC 1812 §4.3.2.3).
final class ErrorSender implements IcmpErrors {
  private static final int MOST_OCTETS = 576;
  private static final int MOST_QUOTED_OCTETS =
      MOST_OCTETS - Ipv4Header.MIN_LENGTH_OCTETS - IcmpMessage.HEADER_OCTETS;

  /// Precedence "internetwork control" (RFC 1812 §4.3.2.5).
  private static final SendOptions OPTIONS = new SendOptions(Ipv4Header.DEFAULT_TTL, false, 0xc0);

  /// RFC 1812 §4.3.2.8: so many errors at once, then one each millisecond. Who floods a closed port
  /// does not make us flood back.
  private static final int BURST = 50;

  private static final long EVERY_NANOS = 1_000_000;

  private final Forwarding forwarding;
  private final Simulator simulator;

  /// When the last error would have been due, had all been sent a millisecond apart.
  private long dueNanos;

  ErrorSender(Forwarding forwarding, Simulator simulator) {
    this.forwarding = forwarding;
    this.simulator = simulator;
  }

  @Override
  public void unreachable(Ipv4Datagram about, int code) {
    send(about, IcmpMessage.DESTINATION_UNREACHABLE, code, 0);
  }

  @Override
  public void fragmentationNeeded(Ipv4Datagram about, int nextHopMtuOctets) {
    send(about, IcmpMessage.DESTINATION_UNREACHABLE, FRAGMENTATION_NEEDED, nextHopMtuOctets);
  }

  @Override
  public void timeExceeded(Ipv4Datagram about, int code) {
    send(about, IcmpMessage.TIME_EXCEEDED, code, 0);
  }

  @Override
  public void parameterProblem(Ipv4Datagram about, int pointer) {
    send(about, IcmpMessage.PARAMETER_PROBLEM, 0, pointer << 24);
  }

  @Override
  public void redirect(Ipv4Datagram about, Ipv4Address gateway) {
    send(about, IcmpMessage.REDIRECT, REDIRECT_FOR_HOST, gateway.bits());
  }

  private void send(Ipv4Datagram about, int type, int code, int rest) {
    if (!mayAnswer(about) || !isWithinRate()) {
      return;
    }
    Octets whole = Ipv4Codec.emit(about);
    Octets quoted = whole.slice(0, Math.min(whole.length(), MOST_QUOTED_OCTETS));
    Ipv4Address destination = about.destination();
    forwarding.send(
        forwarding.isLocal(destination) ? destination : Ipv4Address.ANY,
        about.source(),
        IpProtocol.ICMP,
        new IcmpMessage(type, code, rest, quoted),
        OPTIONS);
  }

  private boolean isWithinRate() {
    long now = simulator.nowNanos();
    long due = Math.max(dueNanos, now);
    if (due - now > (BURST - 1) * EVERY_NANOS) {
      return false;
    }
    dueNanos = due + EVERY_NANOS;
    return true;
  }

  /// RFC 1122 §3.2.2: no error about an error, about what went to many, about a fragment other than
  /// the first, or to a source that is not one host.
  private boolean mayAnswer(Ipv4Datagram about) {
    Ipv4Address source = about.source();
    Ipv4Address destination = about.destination();
    return !isError(about)
        && about.header().fragmentOffsetOctets() == 0
        && !destination.isMulticast()
        && !forwarding.isBroadcast(destination)
        && !source.isUnspecified()
        && !source.isMulticast()
        && !forwarding.isBroadcast(source);
  }

  private static boolean isError(Ipv4Datagram about) {
    return switch (about.payload()) {
      case IcmpMessage message -> message.isError();
      case OpaquePayload opaque ->
          about.protocol().equals(IpProtocol.ICMP)
              && (opaque.octets().isEmpty()
                  || new IcmpMessage(opaque.octets().at(0), 0, 0, Octets.EMPTY).isError());
      default -> false;
    };
  }
}
