package netarium.app.packets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
import netarium.engine.trace.EventLog;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.SimEvent.TlsFailed;
import netarium.engine.trace.SimEvent.TlsKeyLogged;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import netarium.topologies.Topology;
import org.jspecify.annotations.Nullable;

/// The frames of a run, read from its events once and in order. Every sending is a *row*; the rows
/// of one frame on its way over several links are its *journey*, named by a number of its own.
///
/// A row is the ordinal of its event and four more numbers: the events stay in the run's log, and
/// are read from there when somebody asks. What few rows have, such as remarks, stands in maps
/// beside.
public final class FrameTable implements EventSink {
  /// There is no such row.
  public static final int NONE = -1;

  private final Ints ordinals = new Ints();
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
  private final Supplier<EventLog> log;
  private @Nullable FrameQueued queued;
  private @Nullable FrameSent lastRead;
  private int events;

  /// `log`: where every event stands that has been read here.
  FrameTable(Topology topology, Supplier<EventLog> log) {
    this.topology = topology;
    this.log = log;
  }

  @Override
  public void accept(SimEvent event) {
    if (event.ordinal() != events) {
      throw new IllegalStateException(
          "invariant broken: events are read in order, but after "
              + (events - 1)
              + " came "
              + event.ordinal());
    }
    events++;
    experts.reason(event);
    writings.accept(event);
    switch (event) {
      case FrameQueued each -> queued = each;
      case FrameSent each -> sent(each);
      case FrameDelivered each -> {
        journeys.delivered(each);
        conversations.accept(each);
      }
      case FrameDropped each -> dropped(each);
      case TlsKeyLogged _, TlsFailed _ -> conversations.accept(event);
      default -> {}
    }
  }

  private void sent(FrameSent event) {
    int row = ordinals.size();
    ordinals.add(Math.toIntExact(event.ordinal()));
    int ofStream = conversations.add(event);
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
    boolean isOne = ordinal >= 0 && ordinal < events;
    return isOne ? Math.max(NONE, ordinals.find((int) ordinal)) : NONE;
  }

  public int size() {
    return ordinals.size();
  }

  public FrameSent sent(int row) {
    FrameSent last = lastRead;
    int ordinal = ordinals.get(row);
    if (last != null && last.ordinal() == ordinal) {
      return last;
    }
    if (event(ordinal) instanceof FrameSent sent) {
      lastRead = sent;
      return sent;
    }
    throw new IllegalStateException("invariant broken: event " + ordinal + " sends a frame");
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

  /// The TCP connections of the run and what is said in them.
  public Conversations conversations() {
    return conversations;
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
    return log.get().event(ordinal);
  }

  public int events() {
    return events;
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
      case "UDP", "DNS" -> Glyph.UDP;
      case "HTTP" -> Glyph.HTTP;
      case "WebSocket" -> Glyph.WEB_SOCKET;
      default -> protocol.startsWith("TLS") ? Glyph.TLS : Glyph.TCP;
    };
  }

  /// What a row costs beside its event, in octets.
  double octetsPerRow() {
    long numbers = 0;
    for (Ints each : List.of(ordinals, stream, journey, next, depth, first, last)) {
      numbers += each.octets();
    }
    // An entry of a map takes about 64 octets.
    long entries = 64L * (notes.size() + drops.size() + ignored.size() + starts.size());
    return size() == 0 ? 0 : (double) (numbers + entries) / size();
  }
}
