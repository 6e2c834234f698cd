package netarium.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.lab.Lab;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EtherType;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.UnknownPayload;
import org.junit.jupiter.api.Test;

class LinkTest {
  private static final LinkModel MEGABIT =
      LinkModel.DEFAULT.withRate(1_000_000).withDelay(SimDuration.ofMillis(5));

  private final Lab lab = new Lab();
  private final List<Long> arrivals = new ArrayList<>();
  private final List<EthernetFrame> arrived = new ArrayList<>();
  private final Port a = lab.port("a", (frame, port) -> {});
  private final Port b =
      lab.port(
          "b",
          (frame, port) -> {
            arrivals.add(lab.simulator.nowNanos());
            arrived.add(frame);
          });

  private static EthernetFrame frame(int lengthOctets) {
    return new EthernetFrame(
        MacAddress.BROADCAST,
        new MacAddress(2),
        new UnknownPayload(new EtherType(0x88b5), Octets.wrap(new byte[lengthOctets - 14]), ""));
  }

  @Test
  void frame_leavesAfterItsLengthAndArrivesADelayLater() {
    lab.link(a, b, MEGABIT);
    a.transmit(frame(1000));
    lab.run();
    FrameSent sent = (FrameSent) lab.log.event(0);
    assertEquals(8_000_000, sent.departs().nanos());
    assertEquals(13_000_000, sent.arrives().nanos());
    assertEquals(List.of(13_000_000L), arrivals);
  }

  @Test
  void serialisation_isRoundedUpToWholeNanoseconds() {
    LinkModel gigabit = LinkModel.DEFAULT.withRate(3_000_000_000L);
    assertEquals(160, gigabit.serialisationNanos(60));
    assertEquals(163, gigabit.serialisationNanos(61), "162 2/3");
    assertEquals(0, gigabit.withRate(LinkModel.UNLIMITED).serialisationNanos(1514));
    assertEquals(
        524_392_000_000_000L, gigabit.withRate(1).serialisationNanos(65549), "one bit a second");
  }

  @Test
  void framesAtOneInstant_leaveOneAfterTheOther() {
    lab.link(a, b, MEGABIT);
    a.transmit(frame(1000));
    a.transmit(frame(500));
    a.transmit(frame(1000));
    lab.run();
    assertEquals(List.of(13_000_000L, 17_000_000L, 25_000_000L), arrivals);
    assertEquals(
        List.of(0, 1),
        lab.log.events().stream()
            .filter(FrameQueued.class::isInstance)
            .map(event -> ((FrameQueued) event).waiting())
            .toList());
  }

  @Test
  void framesSentForOneReason_haveThatCauseAndNotOneAnother() {
    for (LinkModel model : List.of(MEGABIT, MEGABIT.withJitter(SimDuration.ofNanos(1)))) {
      Lab own = new Lab();
      Port from = own.port("a", (frame, port) -> {});
      own.link(from, own.port("b", (frame, port) -> {}), model);
      own.simulator.becauseOf(42);
      from.transmit(frame(1000));
      from.transmit(frame(1000));
      own.log.events().forEach(event -> assertEquals(42, event.cause()));
      assertEquals(42, own.simulator.cause());
    }
  }

  @Test
  void directions_doNotDisturbEachOther() {
    lab.link(b, a, MEGABIT, MEGABIT.withRate(10_000_000));
    b.transmit(frame(1000));
    a.transmit(frame(1000));
    lab.run();
    assertEquals(List.of(5_800_000L), arrivals);
    assertEquals(13_000_000, lab.simulator.nowNanos());
  }

  @Test
  void fullQueue_dropsWhatComesNext() {
    lab.link(a, b, MEGABIT.withQueue(2));
    for (int i = 0; i < 5; i++) {
      a.transmit(frame(1000));
    }
    // At 8 ms the first has left, the second is leaving, one waits: there is room for one more.
    lab.at(
        8_000_000,
        () -> {
          a.transmit(frame(1000));
          a.transmit(frame(1000));
        });
    lab.run();
    assertEquals(List.of(0L, 0L, 8_000_000L), dropInstants(DropReason.QUEUE_FULL));
    assertEquals(List.of(13_000_000L, 21_000_000L, 29_000_000L, 37_000_000L), arrivals);
  }

  @Test
  void queueOfNone_letsNothingWait() {
    lab.link(a, b, MEGABIT.withQueue(0));
    a.transmit(frame(1000));
    a.transmit(frame(1000));
    lab.at(8_000_000, () -> a.transmit(frame(1000)));
    lab.run();
    assertEquals(List.of(0L), dropInstants(DropReason.QUEUE_FULL));
    assertEquals(2, arrivals.size());
  }

  @Test
  void longQueue_keepsOrderAndInstants() {
    lab.link(a, b, MEGABIT.withQueue(1000));
    for (int i = 0; i < 500; i++) {
      a.transmit(frame(100));
    }
    lab.at(80_000_000, () -> a.transmit(frame(100)));
    lab.run();
    assertEquals(501, arrivals.size());
    for (int i = 0; i < arrivals.size(); i++) {
      assertEquals(5_000_000 + (i + 1) * 800_000L, arrivals.get(i));
    }
  }

  @Test
  void frameLargerThanTheLinkTakes_isDropped() {
    lab.link(a, b, MEGABIT.withMtu(576));
    a.transmit(frame(590));
    a.transmit(frame(591));
    lab.run();
    assertEquals(1, arrivals.size());
    assertEquals(List.of(0L), dropInstants(DropReason.TOO_BIG));
  }

  @Test
  void cut_dropsWhatIsOnItsWayAndWhatIsSent() {
    Link link = lab.link(a, b, MEGABIT);
    a.transmit(frame(1000));
    a.transmit(frame(1000));
    lab.at(14_000_000, link::cut);
    lab.at(15_000_000, () -> a.transmit(frame(1000)));
    lab.run();
    assertEquals(List.of(13_000_000L), arrivals);
    assertEquals(List.of(15_000_000L, 21_000_000L), dropInstants(DropReason.LINK_DOWN));
  }

  @Test
  void healedBeforeArrival_staysLostAndStartsAfresh() {
    Link link = lab.link(a, b, MEGABIT);
    a.transmit(frame(1000));
    a.transmit(frame(1000));
    lab.at(1_000_000, link::cut);
    lab.at(2_000_000, link::heal);
    lab.at(2_000_000, () -> a.transmit(frame(500)));
    lab.run();
    assertEquals(List.of(11_000_000L), arrivals, "nothing stands before it any more");
    assertEquals(List.of(13_000_000L, 21_000_000L), dropInstants(DropReason.LINK_DOWN));
  }

  @Test
  void oneWayLink_letsTheOtherWayThrough() {
    lab.link(b, a, MEGABIT.withUp(false), MEGABIT);
    b.transmit(frame(100));
    a.transmit(frame(100));
    lab.run();
    assertEquals(1, arrivals.size());
    assertEquals(List.of(0L), dropInstants(DropReason.LINK_DOWN));
    assertTrue(a.isUp());
    assertTrue(!b.isUp());
  }

  @Test
  void newRate_countsForFramesHandedOverFromThenOn() {
    Link link = lab.link(a, b, MEGABIT);
    a.transmit(frame(1000));
    link.change(link.ab().withRate(10_000_000), link.ba());
    a.transmit(frame(1000));
    lab.run();
    assertEquals(List.of(13_000_000L, 13_800_000L), arrivals);
  }

  @Test
  void shorterDelay_doesNotLetFramesOvertake() {
    Link link = lab.link(a, b, MEGABIT.withDelay(SimDuration.ofMillis(50)));
    a.transmit(frame(1000));
    link.change(MEGABIT, MEGABIT);
    EthernetFrame second = frame(1000);
    a.transmit(second);
    lab.run();
    assertEquals(List.of(58_000_000L, 58_000_000L), arrivals);
    assertSame(second, arrived.getLast());
  }

  @Test
  void arrivals_shareTheFrameObject() {
    lab.link(a, b);
    EthernetFrame frame = frame(100);
    a.transmit(frame);
    lab.run();
    assertSame(frame, arrived.getFirst());
  }

  @Test
  void secondLinkAtOnePort_isOurOwnMistake() {
    lab.link(a, b);
    Port c = lab.port("c", (frame, port) -> {});
    assertThrows(IllegalStateException.class, () -> lab.link(a, c));
  }

  @Test
  void impossibleModel_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> LinkModel.DEFAULT.withLoss(1.01));
    assertThrows(IllegalArgumentException.class, () -> LinkModel.DEFAULT.withDuplicate(-0.1));
    assertThrows(IllegalArgumentException.class, () -> LinkModel.DEFAULT.withRate(-1));
    assertThrows(IllegalArgumentException.class, () -> LinkModel.DEFAULT.withQueue(-1));
    assertThrows(IllegalArgumentException.class, () -> LinkModel.DEFAULT.withMtu(0));
    assertThrows(
        IllegalArgumentException.class, () -> LinkModel.DEFAULT.withJitter(new SimDuration(-1)));
  }

  private List<Long> dropInstants(DropReason reason) {
    return lab.log.events().stream()
        .filter(event -> event instanceof FrameDropped dropped && dropped.reason() == reason)
        .map(event -> event.at().nanos())
        .toList();
  }
}
