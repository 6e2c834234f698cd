package netarium.engine.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.icmp.EchoOutcome;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.EthernetSwitch;
import netarium.engine.link.LinkModel;
import netarium.engine.wire.MacAddress;
import org.junit.jupiter.api.Test;

/// A thousand hosts: on one switch, and around one router.
class LargeNetworkTest {
  private static final int HOSTS = 1000;

  @Test
  void thousandHostsOnOneSwitch_allReachTheirNeighbour() {
    Lab lab = Lab.withoutLog();
    EthernetSwitch bridge = lab.ethernetSwitch("s");
    List<Node> hosts = new ArrayList<>();
    LinkModel patient = LinkModel.DEFAULT.withQueue(2 * HOSTS);
    for (int i = 0; i < HOSTS; i++) {
      Node host = lab.host("h" + i, flatAddress(i) + "/16");
      lab.link(host.card().port(), bridge.addPort("p" + i), patient);
      hosts.add(host);
    }
    for (int i = 0; i < HOSTS; i++) {
      Node host = hosts.get(i);
      String neighbour = flatAddress((i + 1) % HOSTS);
      lab.at(i * 10_000L, () -> host.ping(neighbour));
    }
    lab.run();
    hosts.forEach(Node::onlyReply);
    assertEquals(HOSTS, bridge.stations().size());
  }

  private static String flatAddress(int host) {
    return "10.0." + (host >> 8) + "." + (host & 255);
  }

  @Test
  void starOfThousandNetworks_isTheSameRunTwice() {
    assertEquals(star(), star());
  }

  private static String star() {
    Lab lab = Lab.withoutLog();
    Node router = lab.router("r");
    List<Node> hosts = new ArrayList<>();
    for (int i = 0; i < HOSTS; i++) {
      String network = "10." + (i >> 8) + "." + (i & 255) + ".";
      Node host = lab.host("h" + i, network + "2/24").defaultGateway(network + "1");
      NetworkInterface card =
          router.ip.addInterface("eth" + i, new MacAddress(0x0200_0100_0000L + i), 1500);
      router.ip.assign(card, Optional.of(Lab.prefix(network + "1/24")));
      lab.link(
          host.card().port(), card.port(), LinkModel.DEFAULT.withLoss(0.02).withDuplicate(0.02));
      hosts.add(host);
    }
    for (int i = 0; i < HOSTS; i++) {
      int next = (i + 1) % HOSTS;
      hosts.get(i).ping("10." + (next >> 8) + "." + (next & 255) + ".2");
    }
    lab.run();
    long replies =
        hosts.stream()
            .filter(host -> host.outcomes.getFirst() instanceof EchoOutcome.Reply)
            .count();
    assertTrue(replies > HOSTS * 85 / 100 && replies < HOSTS, "replies " + replies);
    return lab.recorder.hash().toString();
  }
}
