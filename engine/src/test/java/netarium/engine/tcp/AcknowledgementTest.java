package netarium.engine.tcp;

import netarium.engine.sim.SimDuration;
import org.junit.jupiter.api.Test;

/// When acknowledgements leave: RFC 9293 §3.8.6.3, RFC 5681 §4.2.
class AcknowledgementTest {
  private static final TcpOptionsConfig DELAYED =
      Transcript.plain().withDelayedAck(SimDuration.ofMillis(40));

  @Test
  void singleSegment_isAcknowledgedAfterTheDelay() {
    Transcript.play(
        DELAYED,
        """
        +0    established
        +1    < P. 1:101(100) ack 1
        +0.04 > . 1:1(0) ack 101
        """);
  }

  @Test
  void everySecondFullSegment_isAcknowledgedAtOnce() {
    Transcript.play(
        DELAYED,
        """
        +0    established
        +1    < . 1:1001(1000) ack 1
        +0.01 < . 1001:2001(1000) ack 1
        +0    > . 1:1(0) ack 2001
        +0.01 < . 2001:3001(1000) ack 1
        +0.01 < . 3001:4001(1000) ack 1
        +0    > . 1:1(0) ack 4001
        +1    quiet
        """);
  }

  @Test
  void answer_takesTheAcknowledgementAlong() {
    Transcript.play(
        DELAYED,
        """
        +0    established
        +1    < P. 1:101(100) ack 1
        +0.01 write 5
        +0    > P. 1:6(5) ack 101
        +0.05 quiet
        """);
  }

  @Test
  void segmentBeyondAGap_isAnsweredAtOnceWithADuplicate() {
    Transcript.play(
        DELAYED,
        """
        +0    established
        +1    < . 1001:2001(1000) ack 1
        +0    > . 1:1(0) ack 1
        +0.01 < . 2001:3001(1000) ack 1
        +0    > . 1:1(0) ack 1
        +0    available 0
        +0.01 < . 1:1001(1000) ack 1
        +0    > . 1:1(0) ack 3001
        +0    available 3000
        """);
  }

  @Test
  void segmentThatFillsPartOfAGap_isAcknowledgedAtOnce() {
    Transcript.play(
        DELAYED,
        """
        +0    established
        +1    < . 2001:3001(1000) ack 1
        +0    > . 1:1(0) ack 1
        +0.01 < . 1:1001(1000) ack 1
        +0    > . 1:1(0) ack 1001
        """);
  }

  @Test
  void repeatedSegment_isAcknowledgedAgain() {
    Transcript.play(
        DELAYED,
        """
        +0    established
        +1    < . 1:1001(1000) ack 1
        +0.04 > . 1:1(0) ack 1001
        +1    < . 1:1001(1000) ack 1
        +0    > . 1:1(0) ack 1001
        +0    available 1000
        """);
  }

  @Test
  void overlappingSegment_addsOnlyWhatIsNew() {
    Transcript.play(
        """
        +0    established
        +1    < . 1:1001(1000) ack 1
        +0    > . 1:1(0) ack 1001
        +1    < . 501:1501(1000) ack 1
        +0    > . 1:1(0) ack 1501
        +0    available 1500
        """);
  }
}
