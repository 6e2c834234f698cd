package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// Why a window is closed, and who asks whether it has opened.
class ClosedWindowCauseTest {
  private static List<String> why(Transcript played, String wanted) {
    return played.environment.log.events().stream()
        .filter(SimEvent.TcpVariables.class::isInstance)
        .map(event -> ((SimEvent.TcpVariables) event).why())
        .filter(wanted::equals)
        .toList();
  }

  @Test
  void ownWindowCloses_isSaidOnce() {
    Transcript played =
        Transcript.play(
            Transcript.plain().withReceiveBuffer(2000),
            """
            +0    established mss=1000
            +0    < . 1:1001(1000) ack 1
            +0    > . 1:1(0) ack 1001 win 1000
            +0    < . 1001:2001(1000) ack 1
            +0    > . 1:1(0) ack 2001 win 0
            +0    < . 2001:2002(1) ack 1
            +0    > . 1:1(0) ack 2001 win 0
            """);
    assertEquals(List.of("window-closed"), why(played, "window-closed"));
  }

  @Test
  void otherWindowCloses_isSaidAndTheProbeIsOfTheTimer() {
    Transcript played =
        Transcript.play(
            """
            +0    established mss=1000 win=1000
            +0    write 2000
            +0    > . 1:1001(1000) ack 1
            +0.1  < . 1:1(0) ack 1001 win 0
            +0.1  quiet
            """);
    assertEquals(List.of("zero-window"), why(played, "zero-window"));
    played.environment.runUntil(played.environment.now().plus(SimDuration.ofSeconds(2)));
    FakeEnvironment.Sent probe = played.environment.sent.removeFirst();
    SimEvent said = played.environment.log.event(probe.cause());
    assertEquals("window-probe", ((SimEvent.TcpRetransmission) said).why());
    SimEvent cause = played.environment.log.event(said.cause());
    assertEquals("persist", ((SimEvent.TimerExpired) cause).timer());
  }
}
