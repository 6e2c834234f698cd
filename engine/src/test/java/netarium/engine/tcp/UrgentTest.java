package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;
import netarium.engine.wire.TcpSegment;
import org.junit.jupiter.api.Test;

/// The urgent mechanism, RFC 9293 §3.8.5.
class UrgentTest {
  @Test
  void urgentPointer_isToldOfAndCountsDownWhileReading() { // MUST-32, MUST-33
    Transcript played =
        Transcript.play(
            """
            +0    established mss=1000
            +0    < P. 1:101(100) ack 1
            +0    > . 1:1(0) ack 101
            """);
    TcpConnection connection = played.connection();
    assertEquals(0, connection.urgentOctets());
    int before = played.changes();
    Transcript.inject(played, "UP. 101:201(100) ack 1 urg 50");
    played.environment.sent.clear();
    assertTrue(played.changes() > before, "the user is told");
    assertEquals(150, connection.urgentOctets());
    connection.receive(100);
    assertEquals(50, connection.urgentOctets());
    connection.receive(60);
    assertEquals(0, connection.urgentOctets());
  }

  @Test
  void pointerBeyondTheText_isToldBeforeTheTextComes() { // MUST-32: asynchronously
    Transcript played = Transcript.play("+0 established mss=1000");
    Transcript.inject(played, "U. 1:101(100) ack 1 urg 300");
    assertEquals(300, played.connection().urgentOctets());
    played.connection().receive(100);
    assertEquals(200, played.connection().urgentOctets());
    assertTrue(
        played.environment.log.events().stream()
            .anyMatch(
                each -> each instanceof SimEvent.TcpVariables said && said.why().equals("urgent")));
  }

  @Test
  void pointerThatFallsBack_isNoNews() {
    Transcript played = Transcript.play("+0 established mss=1000");
    Transcript.inject(played, "U. 1:101(100) ack 1 urg 300");
    Transcript.inject(played, "U. 101:201(100) ack 1 urg 10");
    assertEquals(300, played.connection().urgentOctets());
  }

  @Test
  void urgentText_pointsBehindItsLastOctetInEverySegment() { // MUST-30, MUST-31, MUST-62
    Transcript played = Transcript.play("+0 established mss=1000");
    assertEquals(70_000, played.connection().sendUrgent(Octets.wrap(new byte[70_000])));
    int left = 70_000;
    while (!played.environment.sent.isEmpty()) {
      TcpSegment segment = played.environment.sent.removeFirst().segment();
      assertTrue(segment.flags().urg());
      assertEquals(Math.min(65_535, left), segment.urgentPointer());
      left -= segment.payload().length();
    }
    assertTrue(left < 70_000);
  }

  @Test
  void urgentPointer_countsWhileOurWindowIsClosed() { // MUST-66
    Transcript played =
        Transcript.play(
            Transcript.plain().withReceiveBuffer(1000),
            """
            +0    established mss=1000
            +0    < P. 1:1001(1000) ack 1
            +0    > . 1:1(0) ack 1001 win 0
            """);
    Transcript.inject(played, "U. 1001:1002(1) ack 1 urg 1");
    assertEquals(1001, played.connection().urgentOctets());
    assertEquals(1000, played.connection().availableOctets());
  }

  @Test
  void acknowledgedUrgentText_isForgotten() {
    Transcript.play(
        """
        +0    established mss=1000
        +0    urgent 100
        +0    > UP. 1:101(100) ack 1 urg 100
        +0.1  < . 1:1(0) ack 101
        +0    write 100
        +0    > P. 101:201(100) ack 1
        """);
  }
}
