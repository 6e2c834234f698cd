package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.TcpVariables;
import org.junit.jupiter.api.Test;

/// What readers of the trace learn of a connection.
class TraceTest {
  private static List<String> occasions(Transcript played) {
    List<String> occasions = new ArrayList<>();
    for (SimEvent event : played.environment.log.events()) {
      if (event instanceof TcpVariables variables) {
        occasions.add(variables.why());
      }
    }
    return occasions;
  }

  @Test
  void variables_areTracedOncePerAckAndOnlyWhenChanged() {
    Transcript played =
        Transcript.play(
            Transcript.plain().withInitialWindow(2),
            """
            +0    established mss=1460
            +0    write 2920
            +0    > . 1:1461(1460), P. 1461:2921(1460)
            +0.1  < . 1:1(0) ack 1461
            +0    < . 1:1(0) ack 2921 *3      # too little was in flight to open the window
            """);
    assertEquals(List.of("established", "ack"), occasions(played));
  }

  @Test
  void lossRecovery_isExplained() {
    Transcript played =
        Transcript.play(
            """
            +0    established mss=1000
            +0    write 4000
            +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), P. 3001:4001(1000)
            +0.1  < . 1:1(0) ack 1 *3
            +0    > . 1:1001(1000)
            +0.1  < . 1:1(0) ack 4001
            +0    write 100
            +0    > P. 4001:4101(100)
            +1    > P. 4001:4101(100)
            """);
    assertEquals(
        List.of("established", "fast-retransmit", "recovered", "time-out"), occasions(played));
  }

  @Test
  void delayedAck_isCausedByItsTimer() {
    Transcript played =
        Transcript.play(
            TcpOptionsConfig.DEFAULT.withTimestamps(false),
            """
            +0    established
            +0    < P. 1:11(10) ack 1
            """);
    played.environment.runUntil(played.environment.now().plus(SimDuration.ofMillis(40)));
    FakeEnvironment.Sent ack = played.environment.sent.removeFirst();
    assertTrue(
        played.environment.log.event(ack.cause()) instanceof SimEvent.TimerExpired expired
            && expired.timer().equals("delayed-ack"));
  }

  @Test
  void snapshot_showsTheControlBlock() {
    Transcript played =
        Transcript.play(
            """
            +0    established mss=1000
            +0    write 1500
            +0    > . 1:1001(1000) ack 1
            +0    < P. 1:11(10) ack 1
            +0    > . 1001:1001(0) ack 11
            """);
    TcpSnapshot snapshot = played.connection().snapshot();
    assertEquals("ESTABLISHED", snapshot.state());
    assertEquals(1500, snapshot.snd().queuedOctets());
    assertEquals(1000, snapshot.snd().nxt().distanceFrom(snapshot.snd().una()));
    assertEquals(10, snapshot.rcv().unreadOctets());
    assertTrue(snapshot.roundTrip().isTimerArmed());
    assertEquals(0, snapshot.snd().retransmissions());
  }

  @Test
  void user_isToldOfDataAndOfTheEnd() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    < P. 1:11(10) ack 1
            +0    > . 1:1(0) ack 11
            +0    < . 11:11(0) ack 1
            """);
    assertEquals(1, played.changes());
  }
}
