package netarium.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import netarium.engine.icmp.EchoOutcome;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EtherType;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.UnknownPayload;
import org.junit.jupiter.api.Test;

/// 10,000 frames, a millisecond apart, over a link with trouble.
class ImpairmentTest {
  private static final int FRAMES = 10_000;
  private static final long EVERY_NANOS = 1_000_000;
  private static final SimDuration JITTER = SimDuration.ofMillis(3);
  private static final EthernetFrame FRAME =
      new EthernetFrame(
          MacAddress.BROADCAST,
          new MacAddress(2),
          new UnknownPayload(new EtherType(0x88b5), Octets.wrap(new byte[86]), ""));

  /// A run's frames, by what became of them; lateness is beyond the 1.008 ms without jitter.
  private record Outcome(
      List<Integer> lost, List<Long> lateness, List<Long> arrivals, String hash) {}

  private static Outcome run(long seed, UnaryOperator<LinkModel> trouble) {
    Lab lab = new Lab(seed);
    List<Long> arrivals = new ArrayList<>();
    Port a = lab.port("a", (frame, port) -> {});
    Port b = lab.port("b", (frame, port) -> arrivals.add(lab.simulator.nowNanos()));
    lab.link(a, b, trouble.apply(LinkModel.DEFAULT));
    for (int i = 0; i < FRAMES; i++) {
      lab.at(i * EVERY_NANOS, () -> a.transmit(FRAME));
    }
    lab.run();
    List<Long> sendings = new ArrayList<>();
    List<Long> lateness = new ArrayList<>();
    List<Integer> lost = new ArrayList<>();
    lab.log
        .events()
        .forEach(event -> {
          if (event instanceof FrameSent sent) {
            sendings.add(sent.ordinal());
            lateness.add(sent.arrives().nanos() - sent.departs().nanos() - 1_000_000);
          } else if (event instanceof FrameDropped dropped) {
            lost.add(sendings.indexOf(dropped.cause()));
          }
        });
    return new Outcome(lost, lateness, arrivals, lab.recorder.hash().toString());
  }

  @Test
  void loss_isAsFrequentAsSaidAndSeenAtTheInstantOfArrival() {
    Outcome outcome = run(1, model -> model.withLoss(0.1));
    assertTrue(Math.abs(outcome.lost.size() - 1000) < 100, "lost " + outcome.lost.size());
    assertEquals(FRAMES, outcome.lost.size() + outcome.arrivals.size());
    List<String> first = lossLines();
    assertTrue(first.getFirst().matches("\\d*1008000 a drops loss .*"), first.getFirst());
  }

  private static List<String> lossLines() {
    Lab lab = new Lab(1);
    Port a = lab.port("a", (frame, port) -> {});
    lab.link(a, lab.port("b", (frame, port) -> {}), LinkModel.DEFAULT.withLoss(1));
    a.transmit(FRAME);
    lab.run();
    return lab.lines("drops");
  }

  @Test
  void certainLoss_losesAllAndNoneLosesNothing() {
    assertEquals(FRAMES, run(1, model -> model.withLoss(1)).lost.size());
    assertEquals(FRAMES, run(1, model -> model).arrivals.size());
  }

  @Test
  void duplicates_areAsFrequentAsSaid() {
    Outcome outcome = run(1, model -> model.withDuplicate(0.2));
    assertTrue(Math.abs(outcome.arrivals.size() - 12_000) < 150, "" + outcome.arrivals.size());
  }

  @Test
  void jitter_spreadsEvenlyAndNeverReorders() {
    Outcome outcome = run(1, model -> model.withJitter(SimDuration.ofNanos(900_000)));
    double mean = outcome.lateness.stream().mapToLong(Long::longValue).average().orElseThrow();
    assertTrue(Math.abs(mean - 450_000) < 15_000, "mean " + mean);
    assertTrue(outcome.lateness.stream().allMatch(late -> late >= 0 && late <= 900_000));
    assertTrue(outcome.lateness.stream().distinct().count() > FRAMES / 2);

    List<Long> crowded = run(1, model -> model.withJitter(JITTER)).arrivals;
    for (int i = 1; i < crowded.size(); i++) {
      assertTrue(crowded.get(i) >= crowded.get(i - 1));
    }
  }

  @Test
  void reorder_holdsSomeBackForOthersToOvertake() {
    LinkModel quick = LinkModel.DEFAULT.withDelay(SimDuration.ofMillis(4));
    Outcome outcome = run(1, model -> quick.withReorder(0.1));
    long held = outcome.lateness.stream().filter(late -> late > 3_000_000).count();
    assertTrue(Math.abs(held - 1000) < 100, "held back " + held);
    assertTrue(outcome.lateness.stream().allMatch(late -> late <= 7_000_000));
    assertTrue(outcome.lateness.stream().anyMatch(late -> late > 6_500_000), "4 ms at most");
    assertEquals(FRAMES, outcome.arrivals.size());
    List<Long> inOrder = outcome.arrivals.stream().sorted().toList();
    assertEquals(inOrder, outcome.arrivals, "time itself stays in order");
  }

  @Test
  void heldFrame_isOvertaken() {
    Lab lab = new Lab(1);
    List<EthernetFrame> arrived = new ArrayList<>();
    Port a = lab.port("a", (frame, port) -> {});
    Link link =
        lab.link(
            a,
            lab.port("b", (frame, port) -> arrived.add(frame)),
            LinkModel.DEFAULT.withReorder(1));
    EthernetFrame held = new EthernetFrame(MacAddress.ZERO, MacAddress.ZERO, FRAME.payload());
    a.transmit(held);
    link.change(LinkModel.DEFAULT, LinkModel.DEFAULT);
    a.transmit(FRAME);
    lab.run();
    assertEquals(List.of(FRAME, held), arrived);
  }

  @Test
  void corruption_flipsOneBitOfWhatArrives() {
    Lab lab = new Lab(1);
    List<Octets> arrived = new ArrayList<>();
    Port a = lab.port("a", (frame, port) -> {});
    lab.link(
        a,
        lab.port("b", (frame, port) -> arrived.add(frame.octets())),
        LinkModel.DEFAULT.withCorrupt(0.5));
    for (int i = 0; i < 1000; i++) {
      a.transmit(FRAME);
      lab.run();
    }
    int damaged = 0;
    for (Octets octets : arrived) {
      int flipped = 0;
      for (int i = 0; i < octets.length(); i++) {
        flipped += Integer.bitCount(octets.at(i) ^ FRAME.octets().at(i));
      }
      assertTrue(flipped <= 1);
      damaged += flipped;
    }
    assertTrue(Math.abs(damaged - 500) < 60, "damaged " + damaged);
  }

  @Test
  void hostsOnLinkThatCorrupts_neverTakeDamagedData() {
    Lab lab = new Lab(5);
    Node a = lab.host("a", "10.0.0.1/24");
    Node b = lab.host("b", "10.0.0.2/24");
    lab.link(a.card().port(), b.card().port(), LinkModel.DEFAULT.withCorrupt(0.3));
    for (int i = 0; i < 200; i++) {
      lab.at(i * 100 * EVERY_NANOS, () -> a.ping("10.0.0.2"));
    }
    lab.run();
    Octets sent = a.payload(56);
    List<EchoOutcome.Reply> replies =
        a.outcomes.stream()
            .filter(EchoOutcome.Reply.class::isInstance)
            .map(EchoOutcome.Reply.class::cast)
            .toList();
    assertTrue(replies.size() > 50 && replies.size() < 150, "" + replies.size());
    replies.forEach(reply -> assertEquals(sent, reply.payload()));
    assertTrue(lab.lines("drops bad-checksum").size() > 20);
  }

  @Test
  void sameSeed_isTheSameRunAndAnotherSeedIsNot() {
    UnaryOperator<LinkModel> trouble =
        model ->
            model
                .withLoss(0.05)
                .withDuplicate(0.05)
                .withReorder(0.05)
                .withCorrupt(0.05)
                .withJitter(JITTER);
    assertEquals(run(7, trouble), run(7, trouble));
    assertNotEquals(run(7, trouble).hash, run(8, trouble).hash);
  }

  @Test
  void oneImpairment_doesNotMoveTheDrawsOfAnother() {
    Outcome lossOnly = run(3, model -> model.withLoss(0.1));
    Outcome jitterOnly = run(3, model -> model.withJitter(SimDuration.ofNanos(900_000)));
    Outcome both =
        run(
            3,
            model ->
                model
                    .withLoss(0.1)
                    .withDuplicate(0.3)
                    .withCorrupt(0.3)
                    .withJitter(SimDuration.ofNanos(900_000)));
    assertEquals(lossOnly.lost, both.lost);
    assertEquals(jitterOnly.lateness, both.lateness);
  }

  @Test
  void directionsAndLinks_drawFromStreamsOfTheirOwn() {
    Lab lab = new Lab(1);
    List<String> got = new ArrayList<>();
    List<Port> ports = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ports.add(lab.port("p" + i, (frame, port) -> got.add(port.toString())));
    }
    LinkModel lossy = LinkModel.DEFAULT.withLoss(0.5);
    lab.link(ports.get(0), ports.get(1), lossy);
    lab.link(ports.get(2), ports.get(3), lossy);
    List<List<Integer>> received = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      List<Integer> which = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        got.clear();
        ports.get(p).transmit(FRAME);
        lab.run();
        if (!got.isEmpty()) {
          which.add(i);
        }
      }
      received.add(which);
    }
    assertEquals(4, received.stream().distinct().count());
  }
}
