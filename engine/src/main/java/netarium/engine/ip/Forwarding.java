package netarium.engine.ip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netarium.engine.link.Link;
import netarium.engine.sim.Invariant;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent.RouteChanged;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.Ipv4Payload;
import netarium.engine.wire.Ipv4Prefix;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.OpaquePayload;
import org.jspecify.annotations.Nullable;

/// The IPv4 layer of one node: sends what the layers above hand down, delivers what arrives for
/// this node, and in a router passes on the rest ([Transit]).
///
/// An address belongs to the node, not to one card: what is meant for any of its addresses is
/// accepted on every interface (the weak model of RFC 1122 §3.3.4.2). Datagrams to itself travel
/// over `lo`.
public final class Forwarding {
  public static final String LOOPBACK_NAME = "lo";
  public static final SimDuration LOOPBACK_DELAY = SimDuration.ofMicros(10);
  public static final int LOOPBACK_MTU_OCTETS = 65535;

  /// What every host can take (RFC 1122 §3.3.2).
  private static final int LEAST_RECEIVED_OCTETS = 576;

  private static final SendResult SENT = new SendResult.Sent();
  private static final SendResult NO_ROUTE = new SendResult.NoRoute();
  private static final SendResult BAD_SOURCE = new SendResult.BadSource();

  private final int node;
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final List<NetworkInterface> interfaces = new ArrayList<>();
  private final NetworkInterface loopback;
  private final LinkedHashMap<Ipv4Address, NetworkInterface> localAddresses = new LinkedHashMap<>();
  private final RoutingTable routes = new RoutingTable();
  private final PathMtus pathMtus;
  private final Reassembly reassembly;
  private final List<TransportProtocol> transports = new ArrayList<>(3);
  private final @Nullable Transit transit;
  private final Redirects redirects = new Redirects(this);
  private IcmpErrors icmpErrors = IcmpErrors.NONE;
  private int lastIdentification;

  /// `isRouter`: whether datagrams for others are passed on.
  public Forwarding(int node, boolean isRouter, Simulator simulator, EventRecorder recorder) {
    this.node = node;
    this.simulator = simulator;
    this.recorder = recorder;
    this.pathMtus = new PathMtus(simulator);
    this.reassembly = new Reassembly(simulator, this::reassemblyFailed);
    this.transit = isRouter ? new Transit(this) : null;
    this.loopback = create(LOOPBACK_NAME, MacAddress.ZERO, LOOPBACK_MTU_OCTETS, true);
    assign(loopback, Optional.of(new Ipv4Prefix(Ipv4Address.LOOPBACK, 8)));
    Link.loop(loopback.port(), LOOPBACK_DELAY, LOOPBACK_MTU_OCTETS, simulator, recorder);
  }

  /// The node has crashed, or has started again: its cards neither take nor send anything, and what
  /// it had learnt of others is gone. Addresses and routes are settings and stay.
  public void power(boolean on) {
    for (NetworkInterface each : interfaces) {
      each.switchOn(on);
    }
    forget();
  }

  /// The node stands still: nobody takes what comes over its cards.
  public void stand(boolean still) {
    for (NetworkInterface each : interfaces) {
      if (!each.isLoopback()) {
        each.switchOn(!still);
      }
    }
  }

  public int node() {
    return node;
  }

  public boolean isRouter() {
    return transit != null;
  }

  /// Adds a network card, without an address as yet; its port wants a link.
  public NetworkInterface addInterface(String name, MacAddress mac, int mtuOctets) {
    return create(name, mac, mtuOctets, false);
  }

  /// In the order in which they were added, `lo` first.
  public List<NetworkInterface> interfaces() {
    return List.copyOf(interfaces);
  }

  public NetworkInterface loopback() {
    return loopback;
  }

  public RoutingTable routes() {
    return routes;
  }

  public IcmpErrors icmpErrors() {
    return icmpErrors;
  }

  public void icmpErrors(IcmpErrors errors) {
    icmpErrors = errors;
  }

  public void register(TransportProtocol transport) {
    Invariant.check(
        transport(transport.number()) == null, "a protocol number has one layer above IP");
    transports.add(transport);
  }

  /// Gives the interface another address, or none, and its network a route. Neighbours are not told
  /// (see [ArpCache#announce]).
  public void assign(NetworkInterface target, Optional<Ipv4Prefix> prefix) {
    redirects.clear();
    target
        .prefix()
        .ifPresent(old -> {
          localAddresses.remove(old.address());
          routes.remove(Route.connected(old, target));
        });
    target.assign(prefix);
    prefix.ifPresent(given -> {
      localAddresses.put(given.address(), target);
      routes.add(Route.connected(given, target));
    });
  }

  /// Adds a route while the network runs, and says so in the trace.
  public void addRoute(Route route) {
    routes.add(route);
    recordRoute(route, "added");
  }

  /// Answers whether there was such a route.
  public boolean removeRoute(Route route) {
    boolean isRemoved = routes.remove(route);
    if (isRemoved) {
      recordRoute(route, "removed");
    }
    return isRemoved;
  }

  /// Forgets what was learnt: neighbours, fragments, path MTUs, redirects. For a node that starts
  /// anew.
  public void forget() {
    for (NetworkInterface each : interfaces) {
      each.arp().clear();
    }
    reassembly.clear();
    pathMtus.clear();
    redirects.clear();
  }

  /// Whether datagrams to the address are for this node, on whatever interface they arrive.
  public boolean isLocal(Ipv4Address address) {
    return address.isLoopback() || localAddresses.containsKey(address);
  }

  /// Whether the address means every node: of the link, or of a network this node is in.
  public boolean isBroadcast(Ipv4Address address) {
    if (address.isLimitedBroadcast()) {
      return true;
    }
    Route route = routes.lookUp(address);
    return route != null && route.out().isDirectedBroadcast(address);
  }

  /// The source that a datagram to this destination gets, if it can be sent at all.
  public Optional<Ipv4Address> sourceFor(Ipv4Address destination) {
    NetworkInterface out = outFor(destination);
    return out == null ? Optional.empty() : Optional.of(sourceOn(out, destination));
  }

  /// The largest datagram that gets to the destination unfragmented, as far as is known here.
  public int mtuTo(Ipv4Address destination) {
    NetworkInterface out = outFor(destination);
    return out == null ? LEAST_RECEIVED_OCTETS : mtuOn(out, destination);
  }

  /// A layer above has sent in vain for a while (RFC 9293 §3.8.3, R1): the neighbour on the way is
  /// asked whether it is still there.
  public void doubtPath(Ipv4Address destination) {
    Route route = isLocal(destination) ? null : routes.lookUp(destination);
    if (route != null) {
      route.out().arp().doubt(route.nextHop(destination));
    }
  }

  /// Notes an ICMP error's word on the path to `destination`; zero octets if it gave no figure.
  public void learnPathMtu(Ipv4Address destination, int statedOctets, int triedOctets) {
    pathMtus.learn(destination, statedOctets, triedOctets);
  }

  /// Takes a redirect to `gateway` that has come from `from`; answers why not, or empty text. A
  /// router knows its routes from its settings (RFC 1812 §5.2.7.2).
  public String redirect(
      Ipv4Address from, NetworkInterface arrivedOn, Ipv4Address destination, Ipv4Address gateway) {
    return isRouter()
        ? "a router follows no redirects"
        : redirects.learn(from, arrivedOn, destination, gateway);
  }

  /// Sends a datagram; with [Ipv4Address#ANY] as its source, from the address that fits the route.
  public SendResult send(
      Ipv4Address source,
      Ipv4Address destination,
      IpProtocol protocol,
      Ipv4Payload payload,
      SendOptions options) {
    NetworkInterface out;
    Ipv4Address nextHop = destination;
    if (isLocal(destination)) {
      out = loopback;
    } else {
      Route route = routes.lookUp(destination);
      if (route == null) {
        out = isForMany(destination) ? firstCard() : null;
      } else {
        out = route.out();
        nextHop = isForMany(destination) ? destination : route.nextHop(destination);
      }
    }
    if (out == null || destination.isUnspecified()) {
      return NO_ROUTE;
    }
    Ipv4Address from = source.isUnspecified() ? sourceOn(out, destination) : source;
    return send(out, nextHop, from, destination, protocol, payload, options);
  }

  /// Sends a datagram out of a given interface, to nodes on its link only: broadcasts of a node
  /// that has no address yet, and routing protocols. The source may be [Ipv4Address#ANY].
  public SendResult sendOn(
      NetworkInterface out,
      Ipv4Address source,
      Ipv4Address destination,
      IpProtocol protocol,
      Ipv4Payload payload,
      SendOptions options) {
    return send(out, destination, source, destination, protocol, payload, options);
  }

  /// Records that a layer above has dropped a datagram that [TransportProtocol#receive] gave it.
  public void dropped(
      Ipv4Datagram datagram, NetworkInterface arrivedOn, DropReason reason, String detail) {
    arrivedOn.drop(frameOf(datagram, arrivedOn), reason, detail);
  }

  /// Tells the layer above that a datagram it sent met with an ICMP error.
  public void notifyUnreachable(IcmpMessage error, Ipv4Header quoted, Octets quotedPayload) {
    TransportProtocol transport = transport(quoted.protocol());
    if (transport != null) {
      transport.unreachable(error, quoted, quotedPayload);
    }
  }

  /// Takes a datagram that has arrived in a frame this node accepted.
  void receive(EthernetFrame frame, Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    Ipv4Address destination = datagram.destination();
    if (!isPossibleSource(datagram, arrivedOn)) {
      arrivedOn.drop(frame, DropReason.BAD_SOURCE, datagram.source().toString());
      return;
    }
    if (!datagram.header().options().isEmpty() && !hasWholeOptions(frame, datagram, arrivedOn)) {
      return;
    }
    boolean isForMany = destination.isLimitedBroadcast() || destination.isMulticast();
    if (isForMany
        || arrivedOn.hasAddress(destination)
        || isLocal(destination)
        || arrivedOn.isDirectedBroadcast(destination)) {
      boolean isForOneInFrameForMany =
          frame.destination().isGroup() && !isForMany && isLocal(destination);
      if (isForOneInFrameForMany) {
        arrivedOn.drop(frame, DropReason.NOT_ADDRESSED_HERE, "broadcast with a unicast address");
        return;
      }
      deliver(frame, datagram, arrivedOn);
    } else if (transit != null && !frame.destination().isGroup()) {
      transit.forward(frame, datagram, arrivedOn);
    } else {
      arrivedOn.drop(frame, DropReason.NOT_FORWARDING, destination.toString());
    }
  }

  private boolean hasWholeOptions(
      EthernetFrame frame, Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    OptionalInt trouble = HeaderOptions.trouble(datagram.header().options());
    trouble.ifPresent(pointer -> {
      arrivedOn.drop(frame, DropReason.MALFORMED, "IP option at octet " + pointer);
      icmpErrors.parameterProblem(datagram, pointer);
    });
    return trouble.isEmpty();
  }

  /// ARP has found nobody at the next hop: whoever sent the datagram is told.
  void unresolved(Ipv4Datagram datagram, NetworkInterface out) {
    redirects.forget(datagram.destination());
    if (!isLocal(datagram.source())) {
      icmpErrors.unreachable(datagram, IcmpErrors.HOST_UNREACHABLE);
      return;
    }
    IcmpMessage error =
        new IcmpMessage(
            IcmpMessage.DESTINATION_UNREACHABLE, IcmpErrors.HOST_UNREACHABLE, 0, Octets.EMPTY);
    Octets payload = Ipv4Codec.emit(datagram).slice(datagram.header().lengthOctets());
    notifyUnreachable(error, datagram.header(), payload);
  }

  private NetworkInterface create(
      String name, MacAddress mac, int mtuOctets, boolean isLoopbackCard) {
    NetworkInterface made =
        new NetworkInterface(
            new PortId(node, name), mac, mtuOctets, isLoopbackCard, this, simulator, recorder);
    interfaces.add(made);
    return made;
  }

  private SendResult send(
      NetworkInterface out,
      Ipv4Address nextHop,
      Ipv4Address source,
      Ipv4Address destination,
      IpProtocol protocol,
      Ipv4Payload payload,
      SendOptions options) {
    boolean isOwn = source.isUnspecified() ? isForMany(destination) : isLocal(source);
    if (!isOwn || (source.isLoopback() && !out.isLoopback())) {
      return BAD_SOURCE;
    }
    int length = Ipv4Header.MIN_LENGTH_OCTETS + payload.lengthOctets();
    int mtu = options.dontFragment() ? mtuOn(out, destination) : Ipv4Datagram.MAX_LENGTH_OCTETS;
    if (length > mtu) {
      return new SendResult.TooBig(mtu);
    }
    lastIdentification = (lastIdentification + 1) & 0xffff;
    Ipv4Header header =
        new Ipv4Header(
            options.typeOfService(),
            lastIdentification,
            options.dontFragment(),
            false,
            0,
            options.ttl(),
            protocol,
            source,
            destination,
            Octets.EMPTY);
    out.send(new Ipv4Datagram(header, payload), nextHop);
    return SENT;
  }

  private void deliver(EthernetFrame frame, Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    Ipv4Datagram whole = datagram;
    if (datagram.header().isFragment()) {
      if (datagram.header().moreFragments() && datagram.payload().lengthOctets() % 8 != 0) {
        arrivedOn.drop(frame, DropReason.MALFORMED, "a fragment with part of a unit of 8 octets");
        return;
      }
      Ipv4Datagram complete = reassembly.add(datagram);
      if (complete == null) {
        return;
      }
      whole = complete;
    }
    if (whole.payload() instanceof OpaquePayload opaque && !opaque.trouble().isEmpty()) {
      arrivedOn.drop(
          frame,
          opaque.hasBadChecksum() ? DropReason.BAD_CHECKSUM : DropReason.MALFORMED,
          opaque.trouble());
      return;
    }
    TransportProtocol transport = transport(whole.protocol());
    if (transport == null) {
      arrivedOn.drop(frame, DropReason.UNKNOWN_PROTOCOL, whole.protocol().toString());
      icmpErrors.unreachable(whole, IcmpErrors.PROTOCOL_UNREACHABLE);
      return;
    }
    transport.receive(whole, arrivedOn);
  }

  /// RFC 1122 §3.2.1.3 and RFC 1812 §5.3.7: no broadcast, multicast or loopback address, nor this
  /// node's own from outside; none at all only from a host that does not know its address yet.
  private boolean isPossibleSource(Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    if (arrivedOn.isLoopback()) {
      return true;
    }
    Ipv4Address source = datagram.source();
    Ipv4Address destination = datagram.destination();
    if (source.isUnspecified()) {
      return destination.isLimitedBroadcast();
    }
    return !isLocal(source)
        && !destination.isLoopback()
        && !source.isMulticast()
        && !source.isLimitedBroadcast()
        && !arrivedOn.isDirectedBroadcast(source);
  }

  private void reassemblyFailed(Ipv4Datagram fragment, DropReason reason) {
    NetworkInterface at = localAddresses.get(fragment.destination());
    NetworkInterface arrivedOn = at == null ? loopback : at;
    dropped(fragment, arrivedOn, reason, "");
    boolean hasBeginning = fragment.header().fragmentOffsetOctets() == 0;
    if (reason == DropReason.REASSEMBLY_TIMEOUT && hasBeginning) {
      icmpErrors.timeExceeded(fragment, IcmpErrors.REASSEMBLY_TIME_EXCEEDED);
    }
  }

  private @Nullable NetworkInterface outFor(Ipv4Address destination) {
    if (isLocal(destination)) {
      return loopback;
    }
    Route route = routes.lookUp(destination);
    if (route != null) {
      return route.out();
    }
    return isForMany(destination) ? firstCard() : null;
  }

  private Ipv4Address sourceOn(NetworkInterface out, Ipv4Address destination) {
    if (out.isLoopback() && !destination.isLoopback()) {
      return destination;
    }
    Ipv4Address own = out.ownAddress();
    return own == null ? Ipv4Address.ANY : own;
  }

  private int mtuOn(NetworkInterface out, Ipv4Address destination) {
    return pathMtus.isEmpty() ? out.mtuOctets() : pathMtus.atMost(destination, out.mtuOctets());
  }

  private @Nullable NetworkInterface firstCard() {
    return interfaces.size() > 1 ? interfaces.get(1) : null;
  }

  private static boolean isForMany(Ipv4Address destination) {
    return destination.isLimitedBroadcast() || destination.isMulticast();
  }

  private @Nullable TransportProtocol transport(IpProtocol protocol) {
    for (int i = 0; i < transports.size(); i++) {
      TransportProtocol transport = transports.get(i);
      if (transport.number().number() == protocol.number()) {
        return transport;
      }
    }
    return null;
  }

  /// The frame to show for a datagram that is no longer in one.
  private static EthernetFrame frameOf(Ipv4Datagram datagram, NetworkInterface arrivedOn) {
    return new EthernetFrame(arrivedOn.mac(), MacAddress.ZERO, datagram);
  }

  private void recordRoute(Route route, String change) {
    recorder.record(
        new RouteChanged(
            recorder.stamp(node), route.to(), route.via(), route.out().name(), change));
  }
}
