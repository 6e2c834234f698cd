package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import netarium.engine.wire.Octets;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpSegment;
import org.junit.jupiter.api.Test;

/// How text is cut into segments: MSS, messages, Nagle, PSH (RFC 9293 §3.7).
class TextTest {
  @Test
  void write_isCutAtTheMssAndPushedAtItsEnd() {
    Transcript.play(
        """
        +0    established mss=1000
        +0    write 2500
        +0    > . 1:1001(1000) ack 1, . 1001:2001(1000) ack 1
        +0.1  < . 1:1(0) ack 2001           # Nagle held the rest back
        +0    > P. 2001:2501(500) ack 1
        """);
  }

  @Test
  void uploadOf150000Octets_takes103Segments() {
    Transcript played =
        Transcript.play(
            Transcript.plain().withInitialWindow(200),
            """
            +0    established mss=1460
            +0    quiet
            """);
    TcpConnection connection = played.connection();
    int taken = connection.send(Octets.wrap(new byte[150_000]), true);
    ArrayDeque<FakeEnvironment.Sent> sent = played.environment.sent;
    int seen = 0;
    int full = 0;
    int last = 0;
    while (!sent.isEmpty()) {
      var segment = sent.removeFirst().segment();
      seen++;
      full += segment.payload().length() == 1460 ? 1 : 0;
      last = segment.payload().length();
      if (segment.flags().psh()) {
        assertTrue(sent.isEmpty(), "only the last segment is pushed");
      }
      if (sent.isEmpty() && seen < 103) {
        connection.segmentArrives(ackOf(segment), 0);
      }
    }
    assertEquals(150_000, taken);
    assertEquals(103, seen);
    assertEquals(102, full);
    assertEquals(1080, last);
  }

  private static TcpSegment ackOf(TcpSegment segment) {
    return new TcpSegment(
        80,
        5000,
        segment.ack(),
        segment.seq().plus(segment.payload().length()),
        TcpFlags.ACK,
        65_535,
        0,
        List.of(),
        Octets.EMPTY);
  }

  @Test
  void smallWrites_waitForTheAckOfTheFirst() { // Nagle, RFC 9293 §3.7.4
    Transcript.play(
        """
        +0    established mss=1000
        +0    write 10
        +0    > P. 1:11(10) ack 1
        +0    write 10
        +0    write 10
        +0.1  < . 1:1(0) ack 11
        +0    > P. 11:31(20) ack 1
        """);
  }

  @Test
  void withoutNagle_smallWritesGoAtOnce() {
    Transcript.play(
        Transcript.plain().withNagle(false),
        """
        +0    established mss=1000
        +0    write 10
        +0    > P. 1:11(10) ack 1
        +0    write 10
        +0    > P. 11:21(10) ack 1
        """);
  }

  @Test
  void messages_shareNoSegment() {
    Transcript.play(
        """
        +0    established mss=1000 win=100
        +0    message 60
        +0    > P. 1:61(60) ack 1
        +0    message 30
        +0    > P. 61:91(30) ack 1
        +0    message 40
        +0    message 50
        +0.1  < . 1:1(0) ack 91 win 1000
        +0    > P. 91:131(40) ack 1, P. 131:181(50) ack 1
        """);
  }

  @Test
  void messages_keepTheirBoundariesWhenSentAgain() {
    Transcript.play(
        """
        +0    established mss=1000
        +0    message 10
        +0    > P. 1:11(10) ack 1
        +0    message 1500
        +0    > . 11:1011(1000) ack 1, P. 1011:1511(500) ack 1
        +1    > P. 1:11(10) ack 1
        +0.1  < . 1:1(0) ack 11
        +0    > . 11:1011(1000) ack 1
        +0.1  < . 1:1(0) ack 1011
        +0    > P. 1011:1511(500) ack 1
        """);
  }

  @Test
  void streamBeforeAMessage_endsItsOwnSegment() {
    Transcript.play(
        """
        +0    established mss=1000 win=100
        +0    write 150
        +0    > . 1:101(100) ack 1
        +0    message 20
        +0.1  < . 1:1(0) ack 101 win 1000
        +0    > P. 101:151(50) ack 1, P. 151:171(20) ack 1
        """);
  }

  @Test
  void sequenceNumbers_wrap() {
    Transcript.play(
        Transcript.plain(),
        -1500,
        """
        +0    established mss=1000
        +0    write 3000
        +0    > . 1:1001(1000) ack 1, . 1001:2001(1000) ack 1, P. 2001:3001(1000) ack 1
        +0.1  < . 1:1(0) ack 2001
        +0.1  < . 1:1(0) ack 3001
        +0    write 10
        +0    > P. 3001:3011(10) ack 1
        """);
  }

  @Test
  void fullSendBuffer_takesPartOfAStreamAndAllOfAMessage() {
    Transcript.play(
        Transcript.plain().withSendBuffer(1000),
        """
        +0    established mss=1000 win=0
        +0    write 1500 1000
        +0    write 10 0
        +0    message 10 0
        +0.1  < . 1:1(0) ack 1 win 2000
        +0    > P. 1:1001(1000) ack 1
        +0.1  < . 1:1(0) ack 1001 win 4000
        +0    message 3000
        +0    > . 1001:2001(1000) ack 1, . 2001:3001(1000) ack 1, P. 3001:4001(1000) ack 1
        """);
  }
}
