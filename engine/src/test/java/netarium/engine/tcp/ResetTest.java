package netarium.engine.tcp;

import org.junit.jupiter.api.Test;

/// RST and SYN in established connections: RFC 9293 §3.10.7.4, RFC 5961.
class ResetTest {
  @Test
  void resetAtExactlyTheNextNumber_ends() {
    Transcript.play(
        """
        +0    established
        +0.1  < R. 1:1(0) ack 1 win 0
        +0    state CLOSED
        +0    error RESET
        """);
  }

  @Test
  void resetElsewhereInTheWindow_isChallenged() {
    Transcript.play(
        """
        +0    established
        +0.1  < R 2:2(0)
        +0    > . 1:1(0) ack 1
        +0    state ESTABLISHED
        """);
  }

  @Test
  void resetOutsideTheWindow_isIgnored() {
    Transcript.play(
        """
        +0    established
        +0.1  < R 70000:70000(0)
        +0    state ESTABLISHED
        +0.1  < R 0:0(0)
        +0    state ESTABLISHED
        """);
  }

  @Test
  void synInTheWindow_isChallenged() {
    Transcript.play(
        """
        +0    established
        +0.1  < S 10:10(0) mss 1000
        +0    > . 1:1(0) ack 1
        +0    state ESTABLISHED
        """);
  }

  @Test
  void challenges_areRationed() {
    Transcript.play(
        """
        +0    established
        +0.1  < S 10:10(0) mss 1000 *30
        +0    > . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1
        +0    > . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1
        +5    < S 10:10(0) mss 1000
        +0    > . 1:1(0) ack 1
        """);
  }

  @Test
  void ackOfTheFuture_isChallengedAndDropped() {
    Transcript.play(
        """
        +0    established
        +0.1  < P. 1:11(10) ack 5000
        +0    > . 1:1(0) ack 1
        +0    available 0
        """);
  }

  @Test
  void ackOfTheDistantPast_isChallengedAndDropped() { // RFC 5961 §5.2
    Transcript.play(
        """
        +0    established win=1000
        +0.1  < P. 1:11(10) ack -1001 win 1000
        +0    > . 1:1(0) ack 1
        +0    available 0
        """);
  }

  @Test
  void segmentOutsideTheWindow_isAnsweredWithAnAck() {
    Transcript.play(
        """
        +0    established
        +0.1  < P. 65536:65546(10) ack 1
        +0    > . 1:1(0) ack 1
        +0    available 0
        """);
  }

  @Test
  void bareAcksOutsideTheWindow_areAnsweredSparingly() {
    Transcript.play(
        """
        +0    established
        +0.1  < . 65536:65536(0) ack 1 *11
        +0    > . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1
        +0    > . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1, . 1:1(0) ack 1
        """);
  }

  @Test
  void segmentWithoutAck_isDropped() {
    Transcript.play(
        """
        +0    established
        +0.1  < P 1:11(10)
        +0    available 0
        """);
  }

  @Test
  void resetInLastAck_ends() {
    Transcript.play(
        """
        +0    established
        +0.1  < F. 1:1(0) ack 1
        +0    > . 1:1(0) ack 2
        +0    close
        +0    > F. 1:1(0) ack 2
        +0.1  < R 2:2(0)
        +0    state CLOSED
        """);
  }
}
