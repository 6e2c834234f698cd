package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Datagram;
import org.junit.jupiter.api.Test;

/// A queue that marks (RFC 3168): TCP slows down, and nothing is lost.
class CongestionMarkTest {
  private static final String SERVER =
      """
      net.listen(80)
      while true do
        local r = net.recv()
        if r then
          print("got " .. #r.data)
        end
      end
      """;

  private static final String CLIENT =
      """
      local conn = net.connect("server", 80)
      conn:send(string.rep("x", 400000))
      conn:close()
      """;

  private static TestProject.Run upload(boolean ecn, String link) {
    String tcp = ", \"tcp\": { \"ecn\": " + ecn + " }";
    return new TestProject()
        .vmWith("server", "10.0.1.2/24", tcp, "server.lua")
        .vmWith("client", "10.0.1.3/24", tcp, "client.lua")
        .link(
            "l",
            "server:eth0",
            "client:eth0",
            ", \"rate\": \"10Mbit/s\", \"delay\": \"5ms\", \"queue\": 60" + link)
        .script("server.lua", SERVER)
        .script("client.lua", CLIENT)
        .run();
  }

  private static long marked(TestProject.Run run) {
    return run.all(SimEvent.FrameSent.class).stream()
        .filter(sent ->
            sent.frame().payload() instanceof Ipv4Datagram datagram
                && (datagram.header().typeOfService() & 3) == 3)
        .count();
  }

  private static List<String> occasions(TestProject.Run run) {
    return run.all(SimEvent.TcpVariables.class).stream().map(SimEvent.TcpVariables::why).toList();
  }

  @Test
  void fullQueueWithoutMarks_drops() {
    TestProject.Run run = upload(true, "");
    assertEquals(0, marked(run));
    assertTrue(!run.all(SimEvent.FrameDropped.class).isEmpty());
  }

  @Test
  void queueThatMarks_slowsTheSenderBeforeItHasToDrop() {
    TestProject.Run run = upload(true, ", \"mark\": 20");
    assertEquals("got 400000\n", run.console("server"));
    assertEquals(List.of(), run.all(SimEvent.FrameDropped.class));
    assertEquals(List.of(), run.all(SimEvent.TcpRetransmission.class));
    assertTrue(marked(run) > 0);
    assertTrue(occasions(run).contains("congestion-echo"), occasions(run).toString());
    for (SimEvent.FrameQueued queued : run.all(SimEvent.FrameQueued.class)) {
      boolean isMarked =
          queued.frame().payload() instanceof Ipv4Datagram datagram
              && (datagram.header().typeOfService() & 3) == 3;
      assertEquals(queued.waiting() >= 20 && queued.frame().lengthOctets() > 100, isMarked);
    }
  }

  @Test
  void senderThatDoesNotUnderstand_isNotMarked() {
    TestProject.Run run = upload(false, ", \"mark\": 20");
    assertEquals(0, marked(run));
    assertTrue(!run.all(SimEvent.FrameDropped.class).isEmpty());
  }

  @Test
  void oneDirection_isMarkedAlone() {
    TestProject.Run run = upload(true, ", \"mark\": {\"ab\": 20, \"ba\": 0}");
    assertEquals(0, marked(run));
  }

  @Test
  void stimulus_turnsMarkingOn() {
    TestProject.Run run =
        new TestProject()
            .vmWith("server", "10.0.1.2/24", ", \"tcp\": { \"ecn\": true }", "server.lua")
            .vmWith("client", "10.0.1.3/24", ", \"tcp\": { \"ecn\": true }", "client.lua")
            .link(
                "l",
                "server:eth0",
                "client:eth0",
                ", \"rate\": \"10Mbit/s\", \"delay\": \"5ms\", \"queue\": 200")
            .with(
                """
                , "stimuli":
                  [{ "at": "50ms", "do": "set", "link": "l", "key": "mark", "value": 10 }]\
                """)
            .script("server.lua", SERVER)
            .script("client.lua", CLIENT)
            .run();
    long first =
        run.all(SimEvent.FrameQueued.class).stream()
            .filter(queued ->
                queued.frame().payload() instanceof Ipv4Datagram datagram
                    && (datagram.header().typeOfService() & 3) == 3)
            .mapToLong(queued -> queued.at().nanos())
            .findFirst()
            .orElseThrow();
    assertTrue(first >= 50_000_000, Long.toString(first));
    assertTrue(
        run.all(SimEvent.FrameQueued.class).stream()
            .anyMatch(queued -> queued.at().nanos() < 50_000_000 && queued.waiting() >= 10));
  }
}
