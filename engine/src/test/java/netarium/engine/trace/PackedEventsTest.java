package netarium.engine.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.SimEvent.StimulusApplied;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpFlags;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import netarium.engine.wire.WireGenerator;
import org.junit.jupiter.api.Test;

class PackedEventsTest {
  private static final int MOST_TEXT_OCTETS = 60;

  private final SplittableRandom random = new SplittableRandom(7);
  private final WireGenerator wire = new WireGenerator(7);

  @Test
  void whateverIsWritten_isReadEqual() {
    EventLog log = new EventLog();
    List<SimEvent> written = new ArrayList<>();
    List<EthernetFrame> frames = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      SimEvent event = event(i, frames);
      written.add(event);
      log.accept(event);
    }
    assertEquals(written, log.events());
  }

  @Test
  void commonFrames_areTakenApart() {
    assertEquals(PackedFrames.TCP_TIMESTAMPS, formOf(segment(true)));
    assertEquals(PackedFrames.TCP, formOf(segment(false)));
    assertEquals(PackedFrames.UDP, formOf(EventScript.frame("x")));
  }

  @Test
  void flowsThatWantTheSameEntry_areKeptApart() {
    EventLog log = new EventLog();
    List<SimEvent> written = new ArrayList<>();
    List<EthernetFrame> frames = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      frames.add(segment(i % 2 == 0));
    }
    for (int i = 0; i < 40_000; i++) {
      EthernetFrame frame = frames.get(i % frames.size());
      written.add(sent(new Stamp(i, new SimTime(i), i % 7, i - 1), frame, 0, i));
      log.accept(written.getLast());
    }
    assertEquals(written, log.events());
  }

  @Test
  void sameFrame_isWrittenOnce() {
    EthernetFrame arp = new EthernetFrame(MacAddress.BROADCAST, MacAddress.ZERO, wire.arp());
    assertEquals(PackedFrames.WHOLE, formOf(arp));
    EventLog log = new EventLog();
    log.accept(sent(new Stamp(0, SimTime.ZERO, 1, -1), arp, 0, 1));
    log.accept(new FrameDelivered(new Stamp(1, new SimTime(1), 2, 0), "l1", port(2), arp));
    FrameDelivered read = (FrameDelivered) log.event(1);
    assertSame(arp, read.frame());
  }

  /// As in a run, but wilder: most frames are told of again, some nodes and instants do not fit.
  private SimEvent event(int ordinal, List<EthernetFrame> frames) {
    int node = random.nextInt(5);
    long cause = random.nextInt(3) == 0 ? ordinal - 1 : random.nextInt(-1, ordinal + 1);
    Stamp stamp =
        new Stamp(
            random.nextInt(50) == 0 ? ordinal + 1 : ordinal,
            new SimTime(random.nextLong(1L << (1 + random.nextInt(61)))),
            random.nextInt(20) == 0 ? node + 1 : node,
            random.nextInt(500) == 0 ? Long.MAX_VALUE : cause);
    EthernetFrame frame = frame(frames);
    return switch (random.nextInt(6)) {
      case 0, 1 ->
          sent(
              stamp,
              frame,
              random.nextLong(1L << random.nextInt(34)),
              random.nextLong(1L << random.nextInt(34)));
      case 2 -> new FrameDelivered(stamp, "l2", port(node), frame);
      case 3 -> new FrameQueued(stamp, "l1", port(node), frame, random.nextInt(1 << 30));
      case 4 -> new FrameDropped(stamp, "l1", port(node), frame, DropReason.LOSS, "");
      default -> new StimulusApplied(stamp, "cut l1");
    };
  }

  private EthernetFrame frame(List<EthernetFrame> frames) {
    if (!frames.isEmpty() && random.nextInt(3) > 0) {
      return frames.get(frames.size() - 1 - random.nextInt(Math.min(frames.size(), 3)));
    }
    EthernetFrame frame = random.nextBoolean() ? wire.frame() : segment(random.nextBoolean());
    frames.add(frame);
    return frame;
  }

  private FrameSent sent(Stamp stamp, EthernetFrame frame, long waits, long travels) {
    SimTime departs = new SimTime(stamp.at().nanos() + waits);
    return new FrameSent(
        stamp,
        "l1",
        port(stamp.node()),
        port(9),
        frame,
        departs,
        new SimTime(departs.nanos() + travels));
  }

  private EthernetFrame segment(boolean withTimestamps) {
    List<TcpOption> timestamps = List.of(new TcpOption.Timestamps(bits(32), bits(32)));
    TcpSegment segment =
        new TcpSegment(
            bits(16),
            bits(16),
            new SeqNum(bits(32)),
            new SeqNum(bits(32)),
            new TcpFlags(bits(8)),
            bits(16),
            0,
            withTimestamps ? TcpOption.aligned(timestamps) : List.of(),
            wire.octets(MOST_TEXT_OCTETS));
    Ipv4Header header =
        new Ipv4Header(
            bits(8),
            bits(16),
            random.nextBoolean(),
            false,
            0,
            bits(8),
            IpProtocol.TCP,
            new Ipv4Address(bits(32)),
            new Ipv4Address(bits(32)),
            Octets.EMPTY);
    return new EthernetFrame(
        new MacAddress(random.nextLong() >>> 16),
        new MacAddress(random.nextLong() >>> 16),
        new Ipv4Datagram(header, segment));
  }

  private static int formOf(EthernetFrame frame) {
    LogRows rows = new LogRows();
    return new PackedFrames(rows).write(frame, rows.open(PackedFrames.MOST_WORDS));
  }

  private int bits(int count) {
    return random.nextInt() >>> (32 - count);
  }

  private static PortId port(int node) {
    return new PortId(node, "eth" + node);
  }
}
