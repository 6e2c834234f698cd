package netarium.engine.lab;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.icmp.EchoOutcome;
import netarium.engine.icmp.EchoRequest;
import netarium.engine.icmp.IcmpLayer;
import netarium.engine.ip.Forwarding;
import netarium.engine.ip.NetworkInterface;
import netarium.engine.ip.Route;
import netarium.engine.ip.SendOptions;
import netarium.engine.ip.SendResult;
import netarium.engine.sim.SimDuration;
import netarium.engine.udp.UdpLayer;
import netarium.engine.wire.Octets;

/// A host or router of a [Lab] with all layers up to ICMP and UDP.
public final class Node {
  public final Forwarding ip;
  public final IcmpLayer icmp;
  public final UdpLayer udp;

  /// How its pings ended, in order.
  public final List<EchoOutcome> outcomes = new ArrayList<>();

  private int pings;

  Node(int number, boolean isRouter, Lab lab) {
    ip = new Forwarding(number, isRouter, lab.simulator, lab.recorder);
    icmp = new IcmpLayer(ip, lab.simulator, lab.recorder);
    udp = new UdpLayer(ip);
  }

  /// The first card.
  public NetworkInterface card() {
    return card(0);
  }

  public NetworkInterface card(int index) {
    return ip.interfaces().get(index + 1);
  }

  public Node defaultGateway(String address) {
    return route("0.0.0.0/0", address, 0);
  }

  public Node route(String to, String via, int cardIndex) {
    ip.routes().add(Route.via(Lab.prefix(to), Lab.address(via), card(cardIndex), 1));
    return this;
  }

  public SendResult ping(String destination) {
    return ping(destination, 56, SendOptions.DEFAULT);
  }

  public SendResult ping(String destination, int octets, SendOptions options) {
    pings++;
    return icmp.echo(
        new EchoRequest(
            Lab.address(destination), 1, pings, payload(octets), options, SimDuration.ofSeconds(5)),
        outcomes::add);
  }

  /// What a ping of so many octets carries.
  public Octets payload(int octets) {
    byte[] payload = new byte[octets];
    for (int i = 0; i < octets; i++) {
      payload[i] = (byte) (i * 7);
    }
    return Octets.wrap(payload);
  }

  public EchoOutcome.Reply onlyReply() {
    if (outcomes.size() == 1 && outcomes.getFirst() instanceof EchoOutcome.Reply reply) {
      return reply;
    }
    throw new AssertionError("not one reply but " + outcomes);
  }

  public EchoOutcome.Failed onlyFailure() {
    if (outcomes.size() == 1 && outcomes.getFirst() instanceof EchoOutcome.Failed failed) {
      return failed;
    }
    throw new AssertionError("not one failure but " + outcomes);
  }
}
