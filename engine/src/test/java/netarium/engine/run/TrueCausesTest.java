package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every retransmission, duplicate acknowledgement, closed window and drop names its true reason,
/// and from there `cause` leads back to the line of the script that sent.
class TrueCausesTest {
  private static final int CLIENT = 1;

  private static TestProject.Run upload(String server, String tcp, String link, String clientTcp) {
    return new TestProject()
        .vmWith("server", "10.0.1.2/24", ", \"tcp\": {" + tcp + "}", "server.lua")
        .vmWith("client", "10.0.1.3/24", ", \"tcp\": {" + clientTcp + "}", "client.lua")
        .link("l", "server:eth0", "client:eth0", ", \"delay\": \"5ms\"" + link)
        .script("server.lua", server)
        .script(
            "client.lua",
            """
            local conn = net.connect("server", 80)
            sleep(0.1)
            conn:send(string.rep("x", 150000))
            sleep(20)
            """)
        .run();
  }

  private static final String READER = "net.listen(80) while true do net.recv() end";

  private static String dropping(int... numbers) {
    List<String> rules = new ArrayList<>();
    for (int nth : numbers) {
      rules.add("{ \"match\": \"tcp.len > 0\", \"nth\": %d, \"do\": \"drop\" }".formatted(nth));
    }
    return ", \"rules\": [" + String.join(", ", rules) + "]";
  }

  /// The events from `event` back to the first, by cause.
  private static List<SimEvent> back(TestProject.Run run, SimEvent event) {
    List<SimEvent> chain = new ArrayList<>(List.of(event));
    SimEvent at = event;
    while (at.cause() >= 0) {
      assertTrue(at.cause() < at.ordinal(), "a cause comes before what it causes");
      at = run.events().get((int) at.cause());
      chain.add(at);
    }
    return chain;
  }

  private static boolean isTcp(SimEvent.FrameSent sent, Predicate<TcpSegment> test) {
    return sent.frame().payload() instanceof Ipv4Datagram datagram
        && datagram.payload() instanceof TcpSegment segment
        && test.test(segment);
  }

  /// Frames of the client whose text was sent before.
  private static List<SimEvent.FrameSent> retransmissions(TestProject.Run run) {
    List<SimEvent.FrameSent> again = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    for (SimEvent.FrameSent sent : run.all(SimEvent.FrameSent.class)) {
      if (sent.node() == CLIENT && isTcp(sent, s -> !s.payload().isEmpty())) {
        int seq = ((TcpSegment) ((Ipv4Datagram) sent.frame().payload()).payload()).seq().bits();
        if (seen.contains(seq)) {
          again.add(sent);
        }
        seen.add(seq);
      }
    }
    return again;
  }

  private static String why(SimEvent event) {
    return switch (event) {
      case SimEvent.TcpVariables variables -> variables.why();
      case SimEvent.TcpRetransmission again -> again.why();
      case SimEvent.TimerExpired timer -> timer.timer();
      default -> event.kind().label();
    };
  }

  private static String reason(TestProject.Run run, SimEvent event) {
    return why(run.events().get((int) event.cause()));
  }

  private static void leadsToTheScript(TestProject.Run run, SimEvent event) {
    List<SimEvent> chain = back(run, event);
    assertTrue(
        chain.stream()
            .anyMatch(each ->
                each instanceof SimEvent.SocketUsed used
                    && used.node() == CLIENT
                    && used.operation().equals("send")
                    && used.place().startsWith("scripts/client.lua:3")),
        chain.stream().map(TrueCausesTest::why).toList().toString());
  }

  @ParameterizedTest(name = "sack {0}")
  @ValueSource(booleans = {true, false})
  void fastRetransmit_isBecauseOfTheThirdDuplicate(boolean sack) {
    TestProject.Run run = upload(READER, "", dropping(40), "\"sack\": " + sack);
    SimEvent.FrameSent again = retransmissions(run).getFirst();
    assertEquals("fast-retransmit", reason(run, again));
    SimEvent said = run.events().get((int) again.cause());
    SimEvent variables = run.events().get((int) said.cause());
    assertTrue(variables instanceof SimEvent.TcpVariables);
    SimEvent duplicate = run.events().get((int) variables.cause());
    assertTrue(duplicate instanceof SimEvent.FrameDelivered taken && taken.node() == CLIENT);
    leadsToTheScript(run, again);
  }

  @Test
  void secondHole_isBecauseOfSack() {
    TestProject.Run run = upload(READER, "", dropping(40, 44), "");
    List<SimEvent.FrameSent> again = retransmissions(run);
    assertEquals(
        List.of("fast-retransmit", "sack-hole"),
        again.stream().map(each -> reason(run, each)).toList());
    again.forEach(each -> leadsToTheScript(run, each));
  }

  @Test
  void secondHoleWithoutSack_isBecauseOfAPartialAcknowledgement() {
    TestProject.Run run = upload(READER, "", dropping(40, 44), "\"sack\": false");
    List<SimEvent.FrameSent> again = retransmissions(run);
    assertEquals(
        List.of("fast-retransmit", "partial-ack"),
        again.stream().map(each -> reason(run, each)).toList());
    again.forEach(each -> leadsToTheScript(run, each));
  }

  @Test
  void lastSegment_isBecauseOfTheTimer() {
    TestProject.Run run = upload(READER, "", dropping(104), "");
    SimEvent.FrameSent again = retransmissions(run).getFirst();
    assertEquals("time-out", reason(run, again));
    assertEquals("retransmission", reason(run, run.events().get((int) again.cause())));
    leadsToTheScript(run, again);
  }

  @Test
  void duplicateAcknowledgement_isBecauseOfAGap() {
    TestProject.Run run = upload(READER, "", dropping(40), "");
    List<SimEvent.FrameSent> told =
        run.all(SimEvent.FrameSent.class).stream()
            .filter(sent -> sent.node() != CLIENT)
            .filter(sent -> reason(run, sent).equals("out-of-order"))
            .toList();
    assertTrue(told.size() >= 3, "" + told.size());
    told.forEach(each -> leadsToTheScript(run, each));
  }

  @Test
  void drop_isBecauseOfTheFrameThatWasSent() {
    TestProject.Run run = upload(READER, "", dropping(40), "");
    SimEvent.FrameDropped drop = run.all(SimEvent.FrameDropped.class).getFirst();
    assertEquals("frame-sent", reason(run, drop));
    leadsToTheScript(run, drop);
  }
}
