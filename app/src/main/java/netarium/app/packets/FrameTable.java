package netarium.app.packets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netarium.app.canvas.scene.Glyph;
import netarium.engine.analysis.Conversations;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.ExpertNotes;
import netarium.engine.analysis.FrameInfo;
import netarium.engine.analysis.FramePlace;
import netarium.engine.analysis.Journeys;
import netarium.engine.analysis.TcpStream;
import netarium.engine.analysis.Writings;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import netarium.topologies.Topology;
import org.jspecify.annotations.Nullable;

/// The frames of a run, read from its events once and in order. Every sending is a *row*; the rows
/// of one frame on its way over several links are its *journey*, named by a number of its own.
///
/// A row is a reference to its event and five numbers. What few rows have, such as remarks, stands
/// in maps beside them.
public final class FrameTable implements EventSink {
  /// There is no such row.
  public static final int NONE = -1;

  private final List<SimEvent> events = new ArrayList<>();
  private final List<FrameSent> rows = new ArrayList<>();
  private final Ints stream = new Ints();
  private final Ints journey = new Ints();
  private final Ints next = new Ints();
  private final Ints depth = new Ints();
  private final Ints first = new Ints();
  private final Ints last = new Ints();
  private final Map<Integer, List<ExpertNote>> notes = new HashMap<>();
  private final Map<Integer, FrameDropped> drops = new HashMap<>();
  private final Map<Integer, FrameDropped> ignored = new HashMap<>();
  private final Map<Integer, Long> starts = new HashMap<>();
  private final Map<PortId, Long> busyUntil = new HashMap<>();
  private final Conversations conversations = new Conversations();
  private final Journeys journeys = new Journeys();
  private final ExpertNotes experts = new ExpertNotes();
  private final Writings writings = new Writings();
  private final Topology topology;
  private @Nullable FrameQueued queued;

  public FrameTable(Topology topology) {
    this.topology = topology;
  }

  @Override
  public void accept(SimEvent event) {
    if (event.ordinal() != events.size()) {
      throw new IllegalStateException(
          "invariant broken: events are read in order, but after "
              + (events.size() - 1)
              + " came "
              + event.ordinal());
    }
    events.add(event);
    experts.reason(event);
    writings.accept(event);
    switch (event) {
      case FrameQueued each -> queued = each;
      case FrameSent each -> sent(each);
      case FrameDelivered each -> journeys.delivered(each);
      case FrameDropped each -> dropped(each);
      default -> {}
    }
  }

  private void sent(FrameSent event) {
    int row = rows.size();
    rows.add(event);
    int ofStream = conversations.add(event.frame());
    stream.add(ofStream);
    int before = rowOf(journeys.before(event));
    next.add(NONE);
    if (before < 0) {
      journey.add(first.size());
      depth.add(0);
      first.add(row);
      last.add(row);
      note(row, event, ofStream);
    } else {
      int mine = journey.get(before);
      journey.add(mine);
      depth.add(depth.get(before) + 1);
      next.set(last.get(mine), row);
      last.set(mine, row);
    }
    if (queued != null && queued.ordinal() == event.ordinal() - 1) {
      Long free = busyUntil.get(event.from());
      starts.put(row, Math.min(event.departs().nanos(), free == null ? 0 : free));
    }
    busyUntil.put(event.from(), event.departs().nanos());
  }

  private void note(int row, FrameSent event, int ofStream) {
    TcpStream tcp = conversations.stream(ofStream);
    if (tcp != null) {
      List<ExpertNote> found = experts.notes(event, tcp);
      if (!found.isEmpty()) {
        notes.put(row, List.copyOf(found));
      }
    }
  }

  /// That a card passes over what is meant for others is no loss.
  private void dropped(FrameDropped event) {
    int row = rowBehind(event.cause());
    if (row != NONE) {
      boolean isNoLoss = event.reason() == DropReason.NOT_ADDRESSED_HERE;
      (isNoLoss ? ignored : drops).putIfAbsent(row, event);
    }
  }

  /// The row of a sending, or of the sending that a delivery ended.
  private int rowBehind(long ordinal) {
    return switch (ordinal < 0 ? null : event(ordinal)) {
      case FrameSent sent -> rowOf(sent.ordinal());
      case FrameDelivered delivered -> rowOf(delivered.cause());
      case null, default -> NONE;
    };
  }

  /// The row of the sending with this ordinal, or [#NONE].
  public int rowOf(long ordinal) {
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = rows.get(middle).ordinal();
      if (found == ordinal) {
        return middle;
      }
      if (found < ordinal) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }

  /// How many rows were sent at or before an instant.
  int sentBy(long nanos) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).at().nanos() <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  public int size() {
    return rows.size();
  }

  public FrameSent sent(int row) {
    return rows.get(row);
  }

  public int journeys() {
    return first.size();
  }

  public int journeyOf(int row) {
    return journey.get(row);
  }

  /// The first row of a journey.
  public int firstOf(int ofJourney) {
    return first.get(ofJourney);
  }

  /// The next row of the same journey, or [#NONE].
  public int next(int row) {
    return next.get(row);
  }

  /// How many links the frame had passed before this one.
  public int depth(int row) {
    return depth.get(row);
  }

  /// The instant at which a frame has its link for itself.
  long startsNanos(int row) {
    Long start = starts.get(row);
    return start == null ? sent(row).at().nanos() : Math.max(start, sent(row).at().nanos());
  }

  public @Nullable FrameDropped drop(int row) {
    return drops.get(row);
  }

  boolean isIgnored(int row) {
    return ignored.containsKey(row);
  }

  public FramePlace place(int row) {
    return conversations.place(stream.get(row), sent(row).frame());
  }

  public FrameInfo info(int row) {
    return FrameInfo.of(sent(row).frame(), place(row));
  }

  /// What experts remark on a frame: at its first sending.
  public List<ExpertNote> notes(int row) {
    return notes.getOrDefault(first.get(journey.get(row)), List.of());
  }

  /// Which call wrote what a segment carries.
  public Writings.Writing writing(int row) {
    FrameSent sent = sent(row);
    return sent.frame().payload() instanceof Ipv4Datagram datagram
            && datagram.payload() instanceof TcpSegment segment
        ? writings.of(sent.ordinal(), datagram, segment, place(row))
        : Writings.Writing.NONE;
  }

  /// Any event that has been read.
  public SimEvent event(long ordinal) {
    return events.get(Math.toIntExact(ordinal));
  }

  public int events() {
    return events.size();
  }

  public Topology topology() {
    return topology;
  }

  public String nodeName(int node) {
    return node < 0 || node >= topology.nodes().size()
        ? ""
        : topology.nodes().get(node).displayName();
  }

  /// The shape that stands for a protocol of [FrameInfo].
  public static Glyph glyph(String protocol) {
    return switch (protocol) {
      case "ARP" -> Glyph.ARP;
      case "ICMP" -> Glyph.ICMP;
      case "UDP" -> Glyph.UDP;
      case "HTTP" -> Glyph.HTTP;
      default -> Glyph.TCP;
    };
  }

  /// What a row costs beside its event, in octets.
  double octetsPerRow() {
    long numbers = 0;
    for (Ints each : List.of(stream, journey, next, depth, first, last)) {
      numbers += each.octets();
    }
    // A reference in each of the two lists, and about 64 octets for an entry of a map.
    long entries = 64L * (notes.size() + drops.size() + ignored.size() + starts.size());
    return rows.isEmpty() ? 0 : 4 + (numbers + 4.0 * events.size() + entries) / rows.size();
  }
}
