package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/// RFC 7323 §3–5.
class TimestampsTest {
  private static final TcpOptionsConfig STAMPED = Transcript.plain().withTimestamps(true);

  @Test
  void bothOffer_everySegmentCarriesThem() {
    Transcript.play(
        STAMPED,
        """
        +0.5  open
        +0    > S 0:0(0) ts 500/0
        +0.1  < S. 0:0(0) ack 1 mss 1012 ts 9000 500
        +0    > . 1:1(0) ack 1 ts 600/9000
        +0    write 2000
        +0    > . 1:1001(1000) ts 600/9000, P. 1001:2001(1000) ts 600/9000
        """);
  }

  @Test
  void otherDoesNotOffer_noneAreSent() {
    Transcript played =
        Transcript.play(
            STAMPED,
            """
            +0    open
            +0    > S 0:0(0) ts 0/0
            +0.1  < S. 0:0(0) ack 1 mss 1000
            +0    > . 1:1(0) ack 1
            +0    write 1000
            +0    > P. 1:1001(1000)
            """);
    assertFalse(played.connection().timestamps().isOn());
  }

  @Test
  void passiveSide_echoesTheSyn() {
    Transcript.play(
        STAMPED,
        """
        +0.5  listen
        +0    < S 0:0(0) win 1000 mss 1000 ts 42 0
        +0    > S. 0:0(0) ack 1 ts 500/42
        """);
  }

  @Test
  void olderTimestamp_isAcknowledgedAndDropped() { // PAWS
    Transcript.play(
        STAMPED,
        """
        +0    established ts=9000
        +0.1  < P. 1:11(10) ack 1 ts 8999 0
        +0    > . 1:1(0) ack 1 ts 100/9000
        +0    available 0
        +0.1  < P. 1:11(10) ack 1 ts 9001 0
        +0    > . 1:1(0) ack 11 ts 200/9001
        +0    available 10
        """);
  }

  @Test
  void resetWithOldTimestamp_isBelieved() {
    Transcript.play(
        STAMPED,
        """
        +0    established ts=9000
        +0.1  < R. 1:1(0) ack 1 ts 1 0
        +0    state CLOSED
        """);
  }

  @Test
  void segmentWithoutTimestamp_isDropped() { // §3.2
    Transcript.play(
        STAMPED,
        """
        +0    established ts=9000
        +0.1  < P. 1:11(10) ack 1
        +0    available 0
        """);
  }

  @Test
  void segmentBeyondAGap_doesNotSetTheEcho() { // §4.3
    Transcript.play(
        STAMPED,
        """
        +0    established ts=9000
        +0.1  < P. 11:21(10) ack 1 ts 9100 0
        +0    > . 1:1(0) ack 1 ts 100/9000
        +0.1  < P. 1:11(10) ack 1 ts 9050 0
        +0    > . 1:1(0) ack 21 ts 200/9050
        """);
  }

  @Test
  void echo_endsTheBackOff() {
    Transcript.play(
        STAMPED,
        """
        +0    established ts=9000
        +0    write 100
        +0    > P. 1:101(100)
        +1    > P. 1:101(100)
        +2    > P. 1:101(100)
        +0    rto 4000
        +0.05 < . 1:1(0) ack 101 ts 9100 3000
        +0    rto 1000
        """);
  }
}
