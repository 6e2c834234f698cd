package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/// RFC 9293 §3.6 and §3.10.4: every way in which a connection ends.
class CloseTest {
  @Test
  void weCloseFirst_passThroughTimeWait() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    close
            +0    > F. 1:1(0) ack 1
            +0.1  < . 1:1(0) ack 2
            +0    state FIN-WAIT-2
            +0.1  < F. 1:1(0) ack 2
            +0    > . 2:2(0) ack 2
            +0    state TIME-WAIT
            +59   state TIME-WAIT
            +1    state CLOSED
            """);
    assertEquals(
        List.of("SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"),
        played.environment.states());
  }

  @Test
  void timeWait_doesNotKeepTheRunAlive() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    close
            +0    > F. 1:1(0) ack 1
            +0.1  < F. 1:1(0) ack 2
            +0    > . 2:2(0) ack 2
            +0    state TIME-WAIT
            """);
    assertFalse(played.environment.simulator.hasEssential());
  }

  @Test
  void theyCloseFirst_passThroughCloseWaitAndLastAck() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0.1  < F. 1:1(0) ack 1
            +0    > . 1:1(0) ack 2
            +0    state CLOSE-WAIT
            +0    end
            +0    write 5
            +0    > P. 1:6(5) ack 2
            +0    close
            +0    > F. 6:6(0) ack 2
            +0    state LAST-ACK
            +0.1  < . 2:2(0) ack 7
            +0    state CLOSED
            +0    error none
            """);
    assertFalse(played.environment.simulator.hasEssential());
  }

  @Test
  void bothCloseAtOnce_passThroughClosing() { // figure 13
    Transcript.play(
        """
        +0    established
        +0    close
        +0    > F. 1:1(0) ack 1
        +0.1  < F. 1:1(0) ack 1
        +0    > . 2:2(0) ack 2
        +0    state CLOSING
        +0.1  < . 2:2(0) ack 2
        +0    state TIME-WAIT
        """);
  }

  @Test
  void finWithText_isReadBeforeTheEnd() {
    Transcript.play(
        """
        +0    established
        +0.1  < F. 1:11(10) ack 1
        +0    > . 1:1(0) ack 12
        +0    available 10
        +0    read 10
        +0    end
        """);
  }

  @Test
  void finBeyondAGap_waitsForTheGap() {
    Transcript.play(
        """
        +0    established
        +0.1  < F. 11:21(10) ack 1
        +0    > . 1:1(0) ack 1
        +0    > . 1:1(0) ack 1
        +0    state ESTABLISHED
        +0.1  < . 1:11(10) ack 1
        +0    > . 1:1(0) ack 22
        +0    state CLOSE-WAIT
        """);
  }

  @Test
  void lostFin_isSentAgain() {
    Transcript.play(
        """
        +0    established
        +0    close
        +0    > F. 1:1(0) ack 1
        +1    > F. 1:1(0) ack 1
        +2    > F. 1:1(0) ack 1
        +0.1  < . 1:1(0) ack 2
        +0    state FIN-WAIT-2
        """);
  }

  @Test
  void repeatedFinInTimeWait_isAcknowledgedAndStartsTheWaitAgain() {
    Transcript.play(
        """
        +0    established
        +0    close
        +0    > F. 1:1(0) ack 1
        +0.1  < F. 1:1(0) ack 2
        +0    > . 2:2(0) ack 2
        +50   < F. 1:1(0) ack 2
        +0    > . 2:2(0) ack 2
        +59   state TIME-WAIT
        +1    state CLOSED
        """);
  }

  @Test
  void shutdown_leavesTheOtherDirectionOpen() {
    Transcript.play(
        """
        +0    established
        +0    shutdown
        +0    > F. 1:1(0) ack 1
        +0.1  < . 1:1(0) ack 2
        +0    write 5 0
        +100  < P. 1:101(100) ack 2
        +0    > . 2:2(0) ack 101
        +0    available 100
        +0    state FIN-WAIT-2
        """);
  }

  @Test
  void closeWithUnreadText_resets() { // §3.6.1
    Transcript.play(
        """
        +0    established
        +0.1  < P. 1:101(100) ack 1
        +0    > . 1:1(0) ack 101
        +0    close
        +0    > R. 1:1(0) ack 101
        +0    state CLOSED
        """);
  }

  @Test
  void textAfterClose_resets() {
    Transcript.play(
        """
        +0    established
        +0    close
        +0    > F. 1:1(0) ack 1
        +0.1  < P. 1:101(100) ack 2
        +0    > R 2:2(0)
        +0    state CLOSED
        """);
  }

  @Test
  void orphanInFinWait2_isGivenUpAfterAMinute() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    close
            +0    > F. 1:1(0) ack 1
            +0.1  < . 1:1(0) ack 2
            +59   state FIN-WAIT-2
            +1    state CLOSED
            """);
    assertFalse(played.environment.simulator.hasEssential());
  }

  @Test
  void closeWithQueuedText_sendsItAllFirst() {
    Transcript.play(
        """
        +0    established mss=1000 win=1000
        +0    write 2500
        +0    > . 1:1001(1000) ack 1
        +0    close
        +0    state FIN-WAIT-1
        +0.1  < . 1:1(0) ack 1001 win 1000
        +0    > . 1001:2001(1000) ack 1
        +0.1  < . 1:1(0) ack 2001 win 1000
        +0    > FP. 2001:2501(500) ack 1
        """);
  }

  @Test
  void abort_resets() {
    Transcript.play(
        """
        +0    established
        +0    write 10
        +0    > P. 1:11(10) ack 1
        +0    abort
        +0    > R. 11:11(0) ack 1
        +0    state CLOSED
        +0    error ABORTED
        +10   quiet
        """);
  }
}
