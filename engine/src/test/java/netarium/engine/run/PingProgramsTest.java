package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.IcmpMessage;
import netarium.engine.wire.Ipv4Datagram;
import org.junit.jupiter.api.Test;

/// `/bin/ping` and `/bin/traceroute` on a path over three routers, the last link of which takes
/// 1,400 octets.
class PingProgramsTest {
  private static TestProject.Run run(String program, String... arguments) {
    String args = "\"" + String.join("\", \"", arguments) + "\"";
    return new TestProject()
        .node(
            """
            { "id": "a", "kind": "vm", "interfaces": [
                { "name": "eth0", "ipv4": "10.0.0.2/24", "gateway": "10.0.0.1" } ],
              "programs": [ { "kind": "program", "program": "/bin/%s", "args": [%s] } ] }\
            """
                .formatted(program, args))
        .node(router("r1", "10.0.0.1/24", "10.0.1.1/24", "10.0.1.2"))
        .node(router("r2", "10.0.1.2/24", "10.0.2.1/24", "10.0.2.2", "10.0.0.0/24", "10.0.1.1"))
        .node(
            """
            { "id": "r3", "kind": "router", "interfaces": [
                { "name": "eth0", "ipv4": "10.0.2.2/24" },
                { "name": "eth1", "ipv4": "10.0.3.1/24", "mtu": 1400 } ],
              "routes": [ { "to": "0.0.0.0/0", "via": "10.0.2.1" } ] }\
            """)
        .node(
            """
            { "id": "b", "kind": "vm", "interfaces": [
                { "name": "eth0", "ipv4": "10.0.3.2/24", "gateway": "10.0.3.1" } ] }\
            """)
        .link("l1", "a:eth0", "r1:eth0", "")
        .link("l2", "r1:eth1", "r2:eth0", "")
        .link("l3", "r2:eth1", "r3:eth0", "")
        .link("l4", "r3:eth1", "b:eth0", "")
        .run();
  }

  private static String router(
      String id, String left, String right, String onwards, String... back) {
    String more =
        back.length == 0 ? "" : ", { \"to\": \"" + back[0] + "\", \"via\": \"" + back[1] + "\" }";
    return """
    { "id": "%s", "kind": "router", "interfaces": [
        { "name": "eth0", "ipv4": "%s" }, { "name": "eth1", "ipv4": "%s" } ],
      "routes": [ { "to": "0.0.0.0/0", "via": "%s" }%s ] }\
    """
        .formatted(id, left, right, onwards, more);
  }

  /// The ICMP messages of that type that arrived at `a`, as `source code rest`.
  private static List<String> arrived(TestProject.Run run, int type) {
    return run.all(SimEvent.FrameDelivered.class).stream()
        .filter(event -> event.node() == 0)
        .filter(event ->
            event.frame().payload() instanceof Ipv4Datagram datagram
                && datagram.payload() instanceof IcmpMessage message
                && message.type() == type)
        .map(event -> (Ipv4Datagram) event.frame().payload())
        .map(datagram -> {
          IcmpMessage message = (IcmpMessage) datagram.payload();
          return datagram.source() + " " + message.code() + " " + message.rest();
        })
        .toList();
  }

  @Test
  void tracerouteOverThreeRouters_hearsTimeExceededFromEach() {
    TestProject.Run run = run("traceroute", "b");
    assertEquals(
        List.of("10.0.0.1 0 0", "10.0.1.2 0 0", "10.0.2.2 0 0"),
        arrived(run, IcmpMessage.TIME_EXCEEDED));
    String[] lines = run.console("a").split("\n", -1);
    assertTrue(lines[0].startsWith(" 1  10.0.0.1  "), lines[0]);
    assertTrue(lines[1].startsWith(" 2  10.0.1.2  "), lines[1]);
    assertTrue(lines[2].startsWith(" 3  10.0.2.2  "), lines[2]);
    assertTrue(lines[3].startsWith(" 4  10.0.3.2  "), lines[3]);
  }

  @Test
  void wholePingAcrossTheSmallerLink_isToldItsMtu() {
    TestProject.Run run = run("ping", "-M", "do", "-s", "1472", "-c", "2", "b");
    assertEquals(List.of("10.0.2.2 4 1400"), arrived(run, IcmpMessage.DESTINATION_UNREACHABLE));
    assertEquals(
        """
        from 10.0.2.2: seq=1 fragmentation needed, mtu=1400
        message too long, mtu=1400
        """,
        run.console("a"));
  }

  @Test
  void pingOf3000Octets_goesInFragmentsAt0And185And370() {
    TestProject.Run run = run("ping", "-s", "3000", "-c", "1", "b");
    List<Integer> offsets =
        run.all(SimEvent.FrameSent.class).stream()
            .filter(event -> event.node() == 0)
            .map(event -> event.frame().payload())
            .filter(Ipv4Datagram.class::isInstance)
            .map(payload -> ((Ipv4Datagram) payload).header().fragmentOffsetOctets() / 8)
            .toList();
    assertEquals(List.of(0, 185, 370), offsets);
    assertTrue(run.console("a").startsWith("3008 bytes from 10.0.3.2: seq=1 ttl=61"));
  }

  @Test
  void wrongUse_isSaid() {
    assertTrue(run("ping", "-c", "1").console("a").contains("usage: ping"));
    assertTrue(run("ping", "nobody").console("a").contains("Invalid IP/host: nobody"));
  }
}
