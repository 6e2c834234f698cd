package netarium.engine.udp;

import java.util.Optional;
import netarium.engine.ip.Forwarding;
import netarium.engine.ip.IcmpErrors;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.SendOptions;
import netarium.engine.ip.SendResult;
import netarium.engine.ip.TransportProtocol;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Octets;
import netarium.engine.wire.UdpDatagram;

/// UDP of one node (RFC 768, RFC 1122 §4.1).
public final class UdpLayer implements TransportProtocol {
  /// RFC 6335 §6: the dynamic ports.
  public static final int FIRST_EPHEMERAL_PORT = 49152;

  public static final int LAST_PORT = 65535;

  /// What one datagram can carry: the most IP takes, less both headers.
  public static final int MAX_PAYLOAD_OCTETS =
      Ipv4Datagram.MAX_LENGTH_OCTETS - Ipv4Header.MIN_LENGTH_OCTETS - UdpDatagram.HEADER_OCTETS;

  private final Forwarding forwarding;
  private final BindingTable ports = new BindingTable();
  private int nextEphemeralPort = FIRST_EPHEMERAL_PORT;

  public UdpLayer(Forwarding forwarding) {
    this.forwarding = forwarding;
    forwarding.register(this);
  }

  @Override
  public IpProtocol number() {
    return IpProtocol.UDP;
  }

  /// Whether the port can be had on this address ([Ipv4Address#ANY]: on all).
  public boolean isFree(Ipv4Address local, int port) {
    return !ports.isTaken(local, port);
  }

  /// Takes a port; port 0 stands for the next free ephemeral one. Empty when it is in use.
  public Optional<UdpBinding> bind(Ipv4Address local, int port, UdpReceiver receiver) {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("a port is 0 to 65535");
    }
    int chosen = port == 0 ? nextFreeEphemeral(local) : port;
    if (chosen == 0 || ports.isTaken(local, chosen)) {
      return Optional.empty();
    }
    UdpBinding binding = new UdpBinding(this, new Endpoint(local, chosen), receiver);
    ports.add(binding);
    return Optional.of(binding);
  }

  @Override
  public void receive(Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    if (!(datagram.payload() instanceof UdpDatagram udp)) {
      forwarding.dropped(datagram, arrivedOn, DropReason.MALFORMED, "not a UDP datagram");
      return;
    }
    Ipv4Address destination = datagram.destination();
    if (destination.isMulticast() || forwarding.isBroadcast(destination)) {
      receiveForMany(datagram, udp, arrivedOn);
      return;
    }
    UdpBinding binding = ports.find(destination, udp.destinationPort());
    if (binding == null) {
      forwarding.dropped(
          datagram, arrivedOn, DropReason.NO_LISTENER, "port " + udp.destinationPort());
      forwarding.icmpErrors().unreachable(datagram, IcmpErrors.PORT_UNREACHABLE);
      return;
    }
    hand(datagram, udp, binding, arrivedOn);
  }

  @Override
  public void unreachable(IcmpMessage error, Ipv4Header quoted, Octets quotedPayload) {
    if (quotedPayload.length() < UdpDatagram.HEADER_OCTETS) {
      return;
    }
    int localPort = quotedPayload.uint16(0);
    int remotePort = quotedPayload.uint16(2);
    UdpBinding binding = ports.find(quoted.source(), localPort);
    if (binding != null) {
      binding.receiver().unreachable(new Endpoint(quoted.destination(), remotePort), error);
    }
  }

  SendResult send(UdpBinding from, Endpoint to, Octets payload, SendOptions options) {
    if (payload.length() > MAX_PAYLOAD_OCTETS) {
      return new SendResult.TooBig(Ipv4Datagram.MAX_LENGTH_OCTETS);
    }
    return forwarding.send(
        from.local().address(),
        to.address(),
        IpProtocol.UDP,
        new UdpDatagram(from.local().port(), to.port(), payload),
        options);
  }

  SendResult sendOn(
      UdpBinding from, NetworkInterface out, Endpoint to, Octets payload, SendOptions options) {
    if (payload.length() > MAX_PAYLOAD_OCTETS) {
      return new SendResult.TooBig(Ipv4Datagram.MAX_LENGTH_OCTETS);
    }
    Ipv4Address local = from.local().address();
    Ipv4Address source = local.isUnspecified() ? out.address().orElse(Ipv4Address.ANY) : local;
    return forwarding.sendOn(
        out,
        source,
        to.address(),
        IpProtocol.UDP,
        new UdpDatagram(from.local().port(), to.port(), payload),
        options);
  }

  void release(UdpBinding binding) {
    ports.remove(binding);
  }

  /// Every binding of the port that is not tied to another address gets a copy; nobody is told when
  /// there is none (RFC 1122 §3.2.2).
  private void receiveForMany(Ipv4Datagram datagram, UdpDatagram udp, NetworkInterface arrivedOn) {
    int port = udp.destinationPort();
    boolean isTaken = false;
    UdpBinding each = ports.first(port);
    while (each != null) {
      UdpBinding following = ports.after(each, port);
      Ipv4Address bound = each.local().address();
      if (bound.isUnspecified() || bound.equals(datagram.destination())) {
        isTaken = true;
        hand(datagram, udp, each, arrivedOn);
      }
      each = following;
    }
    if (!isTaken) {
      forwarding.dropped(datagram, arrivedOn, DropReason.NO_LISTENER, "port " + port);
    }
  }

  private void hand(
      Ipv4Datagram datagram, UdpDatagram udp, UdpBinding binding, NetworkInterface arrivedOn) {
    boolean hasRoom =
        binding
            .receiver()
            .receive(
                new Endpoint(datagram.source(), udp.sourcePort()),
                new Endpoint(datagram.destination(), udp.destinationPort()),
                udp.payload(),
                arrivedOn);
    if (!hasRoom) {
      forwarding.dropped(
          datagram, arrivedOn, DropReason.RECEIVE_QUEUE_FULL, "port " + udp.destinationPort());
    }
  }

  /// The next one after the last that was given, skipping those in use; 0 when all are.
  private int nextFreeEphemeral(Ipv4Address local) {
    for (int tried = FIRST_EPHEMERAL_PORT; tried <= LAST_PORT; tried++) {
      int port = nextEphemeralPort;
      nextEphemeralPort = port == LAST_PORT ? FIRST_EPHEMERAL_PORT : port + 1;
      if (!ports.isTaken(local, port)) {
        return port;
      }
    }
    return 0;
  }
}
