package netarium.engine.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

class UdpSocketTest {
  private final Lab lab = new Lab();
  private final Node left = lab.host("left", "10.0.0.1/24");
  private final Node right = lab.host("right", "10.0.0.2/24");
  private final Machine client = new Machine(lab, left);
  private final Machine server = new Machine(lab, right);

  private static UdpSocket bind(Machine machine, int port) {
    return Machine.opened(machine.sockets.bindUdp(Ipv4Address.ANY, port, 3));
  }

  @Test
  void datagram_arrivesWithItsSource() {
    lab.link(left, right);
    UdpSocket at = bind(server, 53);
    UdpSocket from = bind(client, 0);
    int[] told = {0};
    at.onChange(() -> told[0]++);
    assertTrue(from.send(new Endpoint(Lab.address("10.0.0.2"), 53), Machine.text("q")).isEmpty());
    lab.run();
    UdpSocket.Received received = at.receive().orElseThrow();
    assertEquals("q", Machine.text(received.data()));
    assertEquals("10.0.0.1:49152", received.from().toString());
    assertEquals(1, told[0]);
    assertTrue(at.receive().isEmpty());
  }

  @Test
  void nobodyThere_theErrorIsTold() {
    lab.link(left, right);
    UdpSocket from = bind(client, 0);
    from.send(new Endpoint(Lab.address("10.0.0.2"), 53), Machine.text("q"));
    lab.run();
    assertEquals(SocketError.Code.REFUSED, from.takeError().orElseThrow().code());
    assertTrue(from.takeError().isEmpty());
  }

  @Test
  void portInUse_saysSoAndIsFreeAgainAfterClosing() {
    UdpSocket first = bind(client, 53);
    assertEquals(3, client.sockets.udpOwner(53).orElseThrow());
    SocketError error = Machine.failed(client.sockets.bindUdp(Ipv4Address.ANY, 53, 4));
    assertEquals("address already in use (port 53)", error.sentence());
    first.close();
    bind(client, 53);
  }

  @Test
  void fullQueue_dropsWhatComes() {
    lab.link(left, right);
    UdpSocket at = bind(server, 53);
    UdpSocket from = bind(client, 0);
    for (int i = 0; i < 6; i++) {
      from.send(new Endpoint(Lab.address("10.0.0.2"), 53), Octets.wrap(new byte[60_000]));
      lab.run();
    }
    assertEquals(2, lab.lines("right drops receive-queue-full").size());
    int taken = 0;
    while (at.receive().isPresent()) {
      taken++;
    }
    assertEquals(4, taken);
  }

  @Test
  void noRoute_andTooBig_areErrors() {
    lab.link(left, right);
    UdpSocket from = bind(client, 0);
    assertEquals(
        SocketError.Code.UNREACHABLE,
        from.send(new Endpoint(Lab.address("192.0.2.1"), 1), Machine.text("x"))
            .orElseThrow()
            .code());
    assertEquals(
        "datagram too big: 65508 octets of data, 65507 fit",
        from.send(new Endpoint(Lab.address("10.0.0.2"), 1), Octets.wrap(new byte[65_508]))
            .orElseThrow()
            .sentence());
  }
}
