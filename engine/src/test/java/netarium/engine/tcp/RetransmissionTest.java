package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// RFC 6298 (timer), RFC 5681 and RFC 6582 (fast retransmit and recovery), RFC 3042.
class RetransmissionTest {
  @Test
  void unacknowledgedText_isSentAgainWithDoubledDelays() {
    Transcript.play(
        """
        +0    established
        +0.5  write 100
        +0    > P. 1:101(100) ack 1
        +1    > P. 1:101(100) ack 1
        +2    > P. 1:101(100) ack 1
        +4    > P. 1:101(100) ack 1
        +0.1  < . 1:1(0) ack 101
        +60   quiet
        """);
  }

  @Test
  void retransmission_isCausedByItsTimer() {
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    write 100
            +0    > P. 1:101(100) ack 1
            +0.9  quiet
            """);
    played.environment.runUntil(played.environment.now().plus(SimDuration.ofMillis(200)));
    FakeEnvironment.Sent again = played.environment.sent.removeFirst();
    SimEvent said = played.environment.log.event(again.cause());
    assertTrue(
        said instanceof SimEvent.TcpRetransmission told
            && told.why().equals("time-out")
            && told.octets() == 100
            && told.count() == 1);
    SimEvent cause = played.environment.log.event(said.cause());
    assertTrue(
        cause instanceof SimEvent.TimerExpired expired && expired.timer().equals("retransmission"));
  }

  @Test
  void thirdTimeOut_makesThePathDoubtful() { // MUST-20, R1
    Transcript played =
        Transcript.play(
            """
            +0    established
            +0    write 100
            +0    > P. 1:101(100) ack 1
            +1    > P. 1:101(100) ack 1
            +2    > P. 1:101(100) ack 1
            """);
    assertEquals(0, played.environment.doubts);
    played.environment.runUntil(played.environment.now().plus(SimDuration.ofSeconds(4)));
    assertEquals(1, played.environment.doubts);
  }

  @Test
  void nobodyAcknowledges_theConnectionTimesOut() {
    Transcript.play(
        """
        +0    established
        +0    write 100
        +0    > P. 1:101(100) ack 1
        +1    > P. 1:101(100) ack 1
        +2    > P. 1:101(100) ack 1
        +4    > P. 1:101(100) ack 1
        +8    > P. 1:101(100) ack 1
        +16   > P. 1:101(100) ack 1
        +32   > P. 1:101(100) ack 1
        +60   > P. 1:101(100) ack 1
        +60   > P. 1:101(100) ack 1
        +60   > P. 1:101(100) ack 1
        +60   > P. 1:101(100) ack 1
        +60   state CLOSED
        +0    error TIMED_OUT
        """);
  }

  @Test
  void hostUnreachable_isOnlyTheReasonWhenTimeRunsOut() { // RFC 9293 §3.9.2.2
    Transcript.play(
        """
        +0    established
        +0    write 100
        +0    > P. 1:101(100) ack 1
        +0.1  icmp host 1
        +0    state ESTABLISHED
        +0.9  > P. 1:101(100) ack 1
        +2    > P. 1:101(100) ack 1
        +4    > P. 1:101(100) ack 1
        +8    > P. 1:101(100) ack 1
        +16   > P. 1:101(100) ack 1
        +32   > P. 1:101(100) ack 1
        +60   > P. 1:101(100) ack 1
        +60   > P. 1:101(100) ack 1
        +60   > P. 1:101(100) ack 1
        +60   > P. 1:101(100) ack 1
        +60   error HOST_UNREACHABLE
        """);
  }

  @Test
  void repeatedSegment_isNotMeasured() { // Karn: a sample of 3 s would make the RTO 9 s
    Transcript.play(
        """
        +0    established
        +0    write 100
        +0    > P. 1:101(100) ack 1
        +1    > P. 1:101(100) ack 1
        +1.5  < . 1:1(0) ack 101
        +0    rto 2000
        """);
  }

  @Test
  void threeDuplicateAcks_triggerFastRetransmit() { // RFC 5681 §3.2
    Transcript.play(
        """
        +0    established mss=1000
        +0    write 4000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), P. 3001:4001(1000)
        +0.1  < . 1:1(0) ack 1 *3
        +0    > . 1:1001(1000)
        +0    ssthresh 2000
        +0    cwnd 5000
        +0.1  < . 1:1(0) ack 4001
        +0    cwnd 2000
        """);
  }

  @Test
  void firstTwoDuplicates_letNewSegmentsGo() { // RFC 3042
    Transcript.play(
        Transcript.plain().withInitialWindow(2),
        """
        +0    established mss=1460
        +0    write 14600
        +0    > . 1:1461(1460), . 1461:2921(1460)
        +0.1  < . 1:1(0) ack 1
        +0    > . 2921:4381(1460)
        +0.1  < . 1:1(0) ack 1
        +0    > . 4381:5841(1460)
        +0.1  < . 1:1(0) ack 1
        +0    > . 1:1461(1460), . 5841:7301(1460)
        +0    ssthresh 2920
        +0    cwnd 7300
        """);
  }

  @Test
  void lentSegments_doNotRaiseTheThreshold() { // RFC 5681 §3.2 step 2
    Transcript.play(
        Transcript.plain().withInitialWindow(6),
        """
        +0    established mss=1460
        +0    write 29200
        +0    > . 1:1461(1460), . 1461:2921(1460), . 2921:4381(1460)
        +0    > . 4381:5841(1460), . 5841:7301(1460), . 7301:8761(1460)
        +0.1  < . 1:1(0) ack 1 *2
        +0    > . 8761:10221(1460), . 10221:11681(1460)
        +0    < . 1:1(0) ack 1
        +0    > . 1:1461(1460)
        +0    ssthresh 4380
        +0    cwnd 8760
        """);
  }

  @Test
  void partialAck_retransmitsTheNextHole() { // RFC 6582 §3.2
    Transcript.play(
        """
        +0    established mss=1000
        +0    write 6000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000)
        +0    > . 3001:4001(1000), . 4001:5001(1000), P. 5001:6001(1000)
        +0.1  < . 1:1(0) ack 1 *4
        +0    > . 1:1001(1000)
        +0.1  < . 1:1(0) ack 3001
        +0    > . 3001:4001(1000)
        +0.1  < . 1:1(0) ack 6001
        +0    ssthresh 3000
        +0    cwnd 2000
        """);
  }

  @Test
  void duplicatesOfOldLosses_doNotTriggerAgain() { // RFC 6582 §4: after a time-out
    Transcript.play(
        """
        +0    established mss=1000
        +0    write 3000
        +0    > . 1:1001(1000), . 1001:2001(1000), P. 2001:3001(1000)
        +1    > . 1:1001(1000)
        +0.1  < . 1:1(0) ack 1 *3
        +0.1  < . 1:1(0) ack 3001
        """);
  }

  @Test
  void windowUpdate_isNoDuplicate() {
    Transcript.play(
        """
        +0    established mss=1000
        +0    write 3000
        +0    > . 1:1001(1000), . 1001:2001(1000), P. 2001:3001(1000)
        +0.1  < . 1:1(0) ack 1 win 60000
        +0.1  < . 1:1(0) ack 1 win 59000
        +0.1  < . 1:1(0) ack 1 win 58000
        +0.1  < . 1:1(0) ack 3001
        """);
  }

  @Test
  void timeOut_startsAgainWithOneSegment() { // RFC 5681 §3.1
    Transcript.play(
        """
        +0    established mss=1000
        +0    write 8000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), . 3001:4001(1000)
        +0    > . 4001:5001(1000), . 5001:6001(1000), . 6001:7001(1000), P. 7001:8001(1000)
        +1    > . 1:1001(1000)
        +0    ssthresh 4000
        +0    cwnd 1000
        +0.1  < . 1:1(0) ack 1001
        +0    > . 1001:2001(1000), . 2001:3001(1000)
        +0    cwnd 2000
        +0.1  < . 1:1(0) ack 8001
        """);
  }

  @Test
  void slowStart_growsByWhatIsAcknowledgedAtMostTwoSegments() { // RFC 3465
    Transcript.play(
        Transcript.plain().withInitialWindow(2).withSendBuffer(100_000),
        """
        +0    established mss=1460
        +0    write 29200
        +0    > . 1:1461(1460), . 1461:2921(1460)
        +0.1  < . 1:1(0) ack 2921
        +0    > . 2921:4381(1460), . 4381:5841(1460), . 5841:7301(1460), . 7301:8761(1460)
        +0    cwnd 5840
        +0.1  < . 1:1(0) ack 8761
        +0    > . 8761:10221(1460), . 10221:11681(1460), . 11681:13141(1460)
        +0    > . 13141:14601(1460), . 14601:16061(1460), . 16061:17521(1460)
        +0    cwnd 8760
        +0    abort
        +0    > R. 17521:17521(0)
        """);
  }

  @Test
  void congestionAvoidance_growsByOneSegmentAWindow() {
    NewReno congestion = new NewReno();
    congestion.start(1000, 10_000);
    congestion.enterRecovery(20_000);
    congestion.leaveRecovery(20_000);
    assertEquals(List.of(10_000, 10_000), List.of(congestion.cwnd(), congestion.ssthresh()));
    for (int i = 0; i < 9; i++) {
      congestion.acknowledged(1000, 10_000);
    }
    assertEquals(10_000, congestion.cwnd());
    congestion.acknowledged(1000, 10_000);
    assertEquals(11_000, congestion.cwnd());
  }

  @Test
  void slowStartAfterATimeOut_growsByOneSegmentAnAck() { // RFC 3465 §2.3
    NewReno congestion = new NewReno();
    congestion.start(1000, 10_000);
    congestion.timedOut(10_000, false);
    assertEquals(List.of(1000, 5000), List.of(congestion.cwnd(), congestion.ssthresh()));
    congestion.acknowledged(4000, 4000);
    assertEquals(2000, congestion.cwnd());
    congestion.timedOut(2000, true);
    assertEquals(List.of(1000, 5000), List.of(congestion.cwnd(), congestion.ssthresh()));
  }

  @Test
  void unusedWindow_doesNotGrow() {
    NewReno congestion = new NewReno();
    congestion.start(1000, 10_000);
    congestion.acknowledged(1000, 1000);
    assertEquals(10_000, congestion.cwnd());
  }

  @Test
  void silence_bringsTheInitialWindowBack() { // RFC 5681 §4.1
    Transcript.play(
        Transcript.plain().withInitialWindow(2),
        """
        +0    established mss=1460
        +0    write 2920
        +0    > . 1:1461(1460), P. 1461:2921(1460)
        +0.1  < . 1:1(0) ack 2921
        +0    cwnd 5840
        +10   write 100
        +0    > P. 2921:3021(100)
        +0    cwnd 2920
        +0.1  < . 1:1(0) ack 3021
        """);
  }
}
