package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The receiving side of messages: marks at the ends of segments with PSH.
class MessageTest {
  private static int next(Transcript played) {
    return played.connection().receiveMessage().orElseThrow().length();
  }

  @Test
  void messageInManySegments_isOneMessage() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    < . 1:1001(1000) ack 1
            +0    > . 1:1(0) ack 1001
            +0    < P. 1001:1501(500) ack 1
            +0    > . 1:1(0) ack 1501
            +0    < P. 1501:1511(10) ack 1
            +0    > . 1:1(0) ack 1511
            """);
    assertEquals(1500, next(played));
    assertEquals(10, next(played));
    assertFalse(played.connection().hasMessage());
  }

  @Test
  void incompleteMessage_isNotThereYet() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    < . 1:1001(1000) ack 1
            +0    > . 1:1(0) ack 1001
            """);
    assertTrue(played.connection().receiveMessage().isEmpty());
    assertEquals(1000, played.connection().availableOctets());
  }

  @Test
  void endOfTheStream_endsTheLastMessage() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    < F. 1:1001(1000) ack 1
            +0    > . 1:1(0) ack 1002
            """);
    assertTrue(played.connection().hasMessage());
    assertEquals(1000, next(played));
    assertTrue(played.connection().isAtEnd());
  }

  @Test
  void marksBeyondAGap_countOnceItIsFilled() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    < P. 101:201(100) ack 1
            +0    > . 1:1(0) ack 1
            +0    < P. 201:301(100) ack 1
            +0    > . 1:1(0) ack 1
            +0    < P. 101:201(100) ack 1 *2
            +0    > . 1:1(0) ack 1, . 1:1(0) ack 1
            """);
    assertFalse(played.connection().hasMessage());
    Transcript filled =
        Transcript.play(
            """
            +0    established
            +0    < P. 101:201(100) ack 1
            +0    > . 1:1(0) ack 1
            +0    < P. 201:301(100) ack 1
            +0    > . 1:1(0) ack 1
            +0    < P. 1:101(100) ack 1
            +0    > . 1:1(0) ack 301
            """);
    assertEquals(100, next(filled));
    assertEquals(100, next(filled));
    assertEquals(100, next(filled));
  }

  @Test
  void otherCutsOfTheSameMessages_keepTheMarks() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    < . 1:51(50) ack 1
            +0    > . 1:1(0) ack 51
            +0    < P. 1:101(100) ack 1
            +0    > . 1:1(0) ack 101
            +0    < P. 51:101(50) ack 1
            +0    > . 1:1(0) ack 101
            +0    < P. 101:111(10) ack 1
            +0    > . 1:1(0) ack 111
            """);
    assertEquals(100, next(played));
    assertEquals(10, next(played));
  }

  @Test
  void messageThatWasCutOffByTheWindow_isNotMarkedThere() {
    Transcript played =
        Transcript.play(
            Transcript.plain().withReceiveBuffer(100),
            """
            +0    established
            +0    < P. 1:151(150) ack 1
            +0    > . 1:1(0) ack 101 win 0
            """);
    assertFalse(played.connection().hasMessage());
  }

  @Test
  void resetInsideAMessage_deliversNoPartOfIt() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    < P. 1:11(10) ack 1
            +0    > . 1:1(0) ack 11
            +0    < . 11:51(40) ack 1
            +0    > . 1:1(0) ack 51
            +0    < R. 51:51(0) ack 1
            +0    error RESET
            """);
    assertEquals(10, next(played));
    assertTrue(played.connection().receiveMessage().isEmpty());
  }

  @Test
  void askingForAMessageThatDoesNotFit_makesRoom() {
    Transcript played =
        Transcript.play(
            Transcript.plain().withReceiveBuffer(1000).withMss(500),
            """
            +0    established
            +0    < . 1:1001(1000) ack 1
            +0    > . 1:1(0) ack 1001 win 0
            """);
    assertTrue(played.connection().receiveMessage().isEmpty());
    assertEquals(1000, played.environment.sent.removeFirst().segment().window());
  }
}
