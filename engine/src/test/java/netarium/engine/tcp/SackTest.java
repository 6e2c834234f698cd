package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Selective acknowledgements: what a receiver tells (RFC 2018, RFC 2883) and what a sender makes
/// of it (RFC 6675).
class SackTest {
  private static TcpOptionsConfig withSack() {
    return Transcript.plain().withSack(true);
  }

  @Test
  void bothPermit_blocksAreSent() {
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0.1  < . 1001:2001(1000) ack 1
        +0    > . 1:1(0) ack 1 sack 1001:2001
        """);
  }

  @Test
  void syn_offersSack() {
    Transcript.play(
        withSack(),
        """
        +0    open
        +0    > S 0:0(0) mss 1460 sackOK yes
        """);
  }

  @Test
  void otherSideDoesNotPermit_noBlocks() { // RFC 2018 §2
    Transcript played =
        Transcript.play(
            withSack(),
            """
            +0    established mss=1000
            +0.1  < . 1001:2001(1000) ack 1
            +0    > . 1:1(0) ack 1
            """);
    assertFalse(played.connection().usesSack());
  }

  @Test
  void settingOff_neitherOffersNorUses() {
    Transcript played =
        Transcript.play(
            Transcript.plain(),
            """
            +0    established mss=1000 sackOK
            +0.1  < . 1001:2001(1000) ack 1
            +0    > . 1:1(0) ack 1
            """);
    assertFalse(played.connection().usesSack());
  }

  @Test
  void severalGaps_newestBlockFirst() { // RFC 2018 §4
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0.1  < . 1001:2001(1000) ack 1
        +0    > . 1:1(0) ack 1 sack 1001:2001
        +0    < . 5001:6001(1000) ack 1
        +0    > . 1:1(0) ack 1 sack 5001:6001+1001:2001
        +0    < . 3001:4001(1000) ack 1
        +0    > . 1:1(0) ack 1 sack 3001:4001+5001:6001+1001:2001
        +0    < . 2001:3001(1000) ack 1
        +0    > . 1:1(0) ack 1 sack 1001:4001+5001:6001
        +0    < . 1:1001(1000) ack 1
        +0    > . 1:1(0) ack 4001 sack 5001:6001
        +0    < . 4001:5001(1000) ack 1
        +0    > . 1:1(0) ack 6001
        """);
  }

  @Test
  void besideTimestamps_threeBlocksFit() { // RFC 2018 §3
    assertEquals(3, mostBlocks(withSack().withTimestamps(true), " ts=5"));
  }

  @Test
  void withoutTimestamps_fourBlocksFit() {
    assertEquals(4, mostBlocks(withSack(), ""));
  }

  private static int mostBlocks(TcpOptionsConfig config, String more) {
    StringBuilder script = new StringBuilder("+0 established mss=1000 sackOK" + more + "\n");
    for (int i = 1; i <= 6; i++) {
      int from = 2000 * i;
      script.append("+0 < . ").append(from).append(':').append(from + 500).append("(500) ack 1");
      script.append(more.isEmpty() ? "\n" : " ts 6 0\n");
      script.append("+0 > . 1:1(0) ack 1\n");
    }
    Transcript played = Transcript.play(config, script.toString());
    return played.connection().rcv().sackBlocks(4).size() == 4
        ? (played.connection().timestamps().isOn() ? 3 : 4)
        : 0;
  }

  @Test
  void textTwice_isToldFirstAndOnce() { // RFC 2883 §4
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0    < . 1:1001(1000) ack 1
        +0    > . 1:1(0) ack 1001
        +0    < . 2001:3001(1000) ack 1
        +0    > . 1:1(0) ack 1001 sack 2001:3001
        +0    < . 1:1001(1000) ack 1
        +0    > . 1:1(0) ack 1001 sack 1:1001+2001:3001
        +0    < . 4001:5001(1000) ack 1
        +0    > . 1:1(0) ack 1001 sack 4001:5001+2001:3001
        """);
  }

  @Test
  void ownText_leavesRoomForBlocks() { // RFC 9293 §3.7.1
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0    < . 1001:2001(1000) ack 1
        +0    > . 1:1(0) ack 1 sack 1001:2001
        +0    write 2000
        +0    > . 1:989(988) ack 1 sack 1001:2001, . 989:1977(988) ack 1 sack 1001:2001
        +0.1  < . 2001:2001(0) ack 1977
        +0    > P. 1977:2001(24) ack 1 sack 1001:2001
        """);
  }

  @Test
  void thirdBlock_startsRecoveryAtTheFirstHole() { // RFC 6675 §5
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0    write 10000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), . 3001:4001(1000)
        +0    > . 4001:5001(1000), . 5001:6001(1000), . 6001:7001(1000), . 7001:8001(1000)
        +0    > . 8001:9001(1000), P. 9001:10001(1000)
        +0.1  < . 1:1(0) ack 1 sack 1001:2001
        +0    < . 1:1(0) ack 1 sack 1001:3001
        +0    < . 1:1(0) ack 1 sack 1001:4001
        +0    > . 1:1001(1000)
        +0    ssthresh 5000
        +0    cwnd 5000
        +0.1  < . 1:1(0) ack 10001
        """);
  }

  @Test
  void manyOctetsAtOnce_needNoThirdDuplicate() { // RFC 6675 §5 step 2: IsLost (HighACK + 1)
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0    write 5000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), . 3001:4001(1000)
        +0    > P. 4001:5001(1000)
        +0.1  < . 1:1(0) ack 1 sack 1001:4001
        +0    > . 1:1001(1000)
        +0.1  < . 1:1(0) ack 5001
        """);
  }

  @Test
  void twoHoles_areFilledInOneRoundTrip() {
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0    write 10000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), . 3001:4001(1000)
        +0    > . 4001:5001(1000), . 5001:6001(1000), . 6001:7001(1000), . 7001:8001(1000)
        +0    > . 8001:9001(1000), P. 9001:10001(1000)
        +0.1  < . 1:1(0) ack 1001
        +0    < . 1:1(0) ack 1001 sack 2001:3001
        +0    < . 1:1(0) ack 1001 sack 2001:3001,4001:5001
        +0    < . 1:1(0) ack 1001 sack 4001:6001,2001:3001
        +0    > . 1001:2001(1000)
        +0    < . 1:1(0) ack 1001 sack 4001:7001,2001:3001   # 4,000 of 4,500 are on their way
        +0    < . 1:1(0) ack 1001 sack 4001:8001,2001:3001
        +0    > . 3001:4001(1000)
        +0    < . 1:1(0) ack 1001 sack 4001:10001,2001:3001
        +0.1  < . 1:1(0) ack 3001 sack 4001:10001
        +0    < . 1:1(0) ack 10001
        """);
  }

  @Test
  void timeOut_forgetsWhatWasSaid() { // RFC 2018 §8, RFC 6675 §5.1
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0    write 4000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), P. 3001:4001(1000)
        +0.1  < . 1:1(0) ack 1 sack 1001:2001
        +0.9  > . 1:1001(1000)
        +0.1  < . 1:1(0) ack 1001
        +0    > . 1001:2001(1000), . 2001:3001(1000)
        +0.1  < . 1:1(0) ack 4001
        """);
  }

  @Test
  void afterATimeOut_whatIsHeldIsNotSentAgain() { // RFC 6675 §5.1
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0    write 4000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), P. 3001:4001(1000)
        +1    > . 1:1001(1000)
        +0.1  < . 1:1(0) ack 1001 sack 2001:3001
        +0    > . 1001:2001(1000), P. 3001:4001(1000)
        +0.1  < . 1:1(0) ack 4001
        """);
  }

  @Test
  void lostTail_isRescuedWithoutTheTimer() { // RFC 6675 §4, NextSeg rule 4
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0    write 8000
        +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), . 3001:4001(1000)
        +0    > . 4001:5001(1000), . 5001:6001(1000), . 6001:7001(1000), P. 7001:8001(1000)
        +0.1  < . 1:1(0) ack 1 sack 1001:4001
        +0    > . 1:1001(1000)
        +0    < . 1:1(0) ack 1 sack 1001:7001
        +0.1  < . 1:1(0) ack 7001
        +0    > P. 7001:8001(1000)
        +0.1  < . 1:1(0) ack 7001 sack 7001:7002 *3           # only once
        +0    < . 1:1(0) ack 8001
        """);
  }

  @Test
  void blocksOfWhatWasNeverSent_areIgnored() {
    Transcript.play(
        withSack(),
        """
        +0    established mss=1000 sackOK
        +0    write 2000
        +0    > . 1:1001(1000), P. 1001:2001(1000)
        +0.1  < . 1:1(0) ack 1 sack 5001:9001,3001:2001 *5
        +0    < . 1:1(0) ack 1 sack 1001:2002 *5
        +0.9  > . 1:1001(1000)
        +0.1  < . 1:1(0) ack 2001
        """);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void lossyPath_neverSendsAboveThePipe(long seed) {
    TcpOptionsConfig config = TcpOptionsConfig.DEFAULT.withSendBuffer(1 << 20);
    LossyPipe pipe = new LossyPipe(seed, config, config, 1500);
    pipe.loss = new SplittableRandom(seed).nextDouble(0.1);
    List<String> faults = new ArrayList<>();
    int[] sent = {0};
    pipe.client.onChange(() -> {});
    pipe.server.onChange(() -> pipe.server.receive(Integer.MAX_VALUE));
    pipe.onTransmit =
        segment -> {
          if (pipe.client.recovery() instanceof SackRecovery sack && sack.inRecovery()) {
            // Before this segment is counted there must be room for it, but for the first again.
            boolean isFirst = segment.seq().equals(pipe.client.snd().una());
            if (!isFirst && sack.pipe() > pipe.client.congestion().cwnd()) {
              faults.add("at " + pipe.simulator.now() + " pipe " + sack.pipe());
            }
            sent[0]++;
          }
        };
    pipe.client.openActively();
    pipe.client.send(Octets.wrap(new byte[600_000]), false);
    pipe.client.closeWrite();
    pipe.run(SimTime.ZERO.plus(SimDuration.ofSeconds(3600)));
    assertEquals(List.of(), faults);
    assertTrue(sent[0] > 0 || pipe.loss < 0.01, "recovery happened");
    assertTrue(pipe.server.isAtEnd());
  }

  @Test
  void oneLossInTen_isFasterThanWithoutSack() {
    assertTrue(nanosFor(true) < nanosFor(false));
  }

  private static long nanosFor(boolean sack) {
    TcpOptionsConfig config = TcpOptionsConfig.DEFAULT.withSack(sack).withSendBuffer(1 << 20);
    LossyPipe pipe = new LossyPipe(42, config, config, 1500);
    pipe.loss = 0.05;
    pipe.server.onChange(() -> pipe.server.receive(Integer.MAX_VALUE));
    pipe.client.openActively();
    pipe.client.send(Octets.wrap(new byte[1_000_000]), false);
    pipe.run(SimTime.ZERO.plus(SimDuration.ofSeconds(3600)));
    return pipe.simulator.nowNanos();
  }

  @Test
  void holeInTheStream_isNamedAsTheReason() {
    Transcript played =
        Transcript.play(
            withSack(),
            """
            +0    established mss=1000 sackOK
            +0    write 8000
            +0    > . 1:1001(1000), . 1001:2001(1000), . 2001:3001(1000), . 3001:4001(1000)
            +0    > . 4001:5001(1000), . 5001:6001(1000), . 6001:7001(1000), P. 7001:8001(1000)
            +0.1  < . 1:1(0) ack 1 sack 2001:6001
            +0    > . 1:1001(1000), . 1001:2001(1000)
            """);
    List<String> why = new ArrayList<>();
    for (SimEvent event : played.environment.log.events()) {
      if (event instanceof SimEvent.TcpRetransmission again) {
        why.add(again.why());
      }
    }
    assertEquals(List.of("fast-retransmit", "sack-hole"), why);
  }
}
