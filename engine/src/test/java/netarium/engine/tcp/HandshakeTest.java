package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// RFC 9293 §3.5 and §3.10.7.2–3.
class HandshakeTest {
  @Test
  void activeOpen_sendsSynAndAcknowledgesTheAnswer() {
    Transcript played =
        Transcript.play(
            """
            +0    open
            +0    > S 0:0(0) win 65535 mss 1460
            +0    state SYN-SENT
            +0.1  < S. 0:0(0) ack 1 win 1000 mss 1000
            +0    > . 1:1(0) ack 1
            +0    state ESTABLISHED
            """);
    assertEquals(List.of("SYN-SENT", "ESTABLISHED"), played.environment.states());
  }

  @Test
  void passiveOpen_answersWithSynAck() {
    Transcript played =
        Transcript.play(
            """
            +0    listen
            +0    < S 0:0(0) win 1000 mss 1000
            +0    > S. 0:0(0) ack 1 mss 1460
            +0    state SYN-RECEIVED
            +0.1  < . 1:1(0) ack 1
            +0    state ESTABLISHED
            """);
    assertEquals(List.of("SYN-RECEIVED", "ESTABLISHED"), played.environment.states());
  }

  @Test
  void simultaneousOpen_establishesOnSynAck() { // figure 8
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +0.1  < S 0:0(0) win 1000 mss 1000
        +0    > S. 0:0(0) ack 1
        +0    state SYN-RECEIVED
        +0.1  < S. 0:0(0) ack 1 win 1000 mss 1000
        +0    > . 1:1(0) ack 1
        +0    state ESTABLISHED
        """);
  }

  @Test
  void lostSyn_isSentAgainAfterOneTwoFourSeconds() {
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +1    > S 0:0(0)
        +2    > S 0:0(0)
        +4    > S 0:0(0)
        +0.1  < S. 0:0(0) ack 1 win 65535 mss 1000
        +0    > . 1:1(0) ack 1
        +0    rto 3000                 # RFC 6298 §5.7
        +0    cwnd 1000                # RFC 5681 §3.1
        """);
  }

  @Test
  void unansweredSyn_failsAfterThreeMinutes() {
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +1    > S 0:0(0)
        +2    > S 0:0(0)
        +4    > S 0:0(0)
        +8    > S 0:0(0)
        +16   > S 0:0(0)
        +32   > S 0:0(0)
        +60   > S 0:0(0)
        +59   state SYN-SENT
        +1    state CLOSED
        +0    error TIMED_OUT
        """);
  }

  @Test
  void lostSynAck_isSentAgainForTheRepeatedSynAndByTimer() {
    Transcript.play(
        """
        +0    listen
        +0    < S 0:0(0) win 1000 mss 1000
        +0    > S. 0:0(0) ack 1
        +0.5  < S 0:0(0) win 1000 mss 1000
        +0    > S. 0:0(0) ack 1
        +0.5  > S. 0:0(0) ack 1
        """);
  }

  @Test
  void ackOfWhatWasNotSent_isReset() { // §3.10.7.3, first check
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +0.1  < . 0:0(0) ack 500
        +0    > R 500:500(0)
        +0    state SYN-SENT
        """);
  }

  @Test
  void resetWithOurAck_refuses() {
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +0.1  < R. 0:0(0) ack 1 win 0
        +0    state CLOSED
        +0    error REFUSED
        """);
  }

  @Test
  void resetWithoutAck_isIgnoredInSynSent() {
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +0.1  < R 0:0(0) win 0
        +0    state SYN-SENT
        """);
  }

  @Test
  void resetInSynReceived_endsAPassiveOpenQuietly() {
    Transcript.play(
        """
        +0    listen
        +0    < S 0:0(0) win 1000 mss 1000
        +0    > S. 0:0(0) ack 1
        +0.1  < R 1:1(0) win 0
        +0    state CLOSED
        """);
  }

  @Test
  void ackTooHighInSynReceived_isReset() { // §3.10.7.4, fifth check
    Transcript.play(
        """
        +0    listen
        +0    < S 0:0(0) win 1000 mss 1000
        +0    > S. 0:0(0) ack 1
        +0.1  < . 1:1(0) ack 2
        +0    > R 2:2(0)
        +0    state SYN-RECEIVED
        """);
  }

  @Test
  void textQueuedBeforeTheHandshake_followsIt() {
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +0    message 5
        +0    shutdown
        +0    state SYN-SENT
        +0.1  < S. 0:0(0) ack 1 win 65535 mss 1000
        +0    > . 1:1(0) ack 1, FP. 1:6(5) ack 1
        +0    state FIN-WAIT-1
        """);
  }

  @Test
  void closeInSynSentWithoutText_justEnds() {
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +0    close
        +0    state CLOSED
        +10   quiet
        """);
  }

  @Test
  void hostUnreachableWhileConnecting_failsAtOnce() { // against RFC 5461's usual reading: no retry
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +0.1  icmp host 0
        +0    state CLOSED
        +0    error HOST_UNREACHABLE
        """);
  }

  @Test
  void synWithText_isAcceptedWithoutIt() {
    Transcript.play(
        """
        +0    listen
        +0    < S 0:10(10) win 1000 mss 1000
        +0    > S. 0:0(0) ack 1
        +0.1  < . 1:11(10) ack 1
        +0    > . 1:1(0) ack 11
        +0    available 10
        """);
  }
}
