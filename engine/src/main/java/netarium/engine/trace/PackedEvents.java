package netarium.engine.trace;

import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import org.jspecify.annotations.Nullable;

/// Events as rows of the log. Frames that are sent, that wait and that arrive are most of a run,
/// and as objects they are what the collector has to copy; so they are taken apart, and put
/// together again when somebody reads them. All other events are kept as they are.
///
/// A frame is written once for all events that tell of the same one in a row: later ones point to
/// the first. The same frame is found by the events just before, and by the cause.
final class PackedEvents {
  /// Of how many events back the frame is remembered.
  private static final int RECENT = 4096;

  private static final int KEPT = -1;
  private static final int SENT = 0;
  private static final int DELIVERED = 1;
  private static final int QUEUED = 2;

  /// Beside the forms of [PackedFrame]: the frame is that of another event.
  private static final int SAME_FRAME = 4;

  private static final int CAUSE_SHIFT = 16;
  private static final long MOST_CAUSE = 1L << 47;
  private static final int FORM_SHIFT = 8;
  private static final int FORM_MASK = 0xff;
  private static final int KIND_MASK = 0xff;
  private static final long LOW_INT = 0xffff_ffffL;
  private static final long UNKNOWN = -1;

  private final LogRows rows = new LogRows();

  /// The frame of event `n`, and the place where it is written, at index `n` modulo the length.
  private final @Nullable EthernetFrame[] recentFrames = new EthernetFrame[RECENT];

  private final long[] recentPlaces = new long[RECENT];

  /// Adds the event with this ordinal; answers its place, which [#read] wants.
  long write(SimEvent event, int ordinal) {
    return switch (event) {
      case FrameSent sent when fits(sent, sent.from(), ordinal) && isShort(sent) -> {
        long place = begin(SENT, sent, sent.frame());
        long departs = sent.departs().nanos() - sent.at().nanos();
        rows.add(departs << 32 | sent.arrives().nanos() - sent.departs().nanos());
        rows.add(sent.link());
        rows.add(sent.from());
        rows.add(sent.to());
        yield place;
      }
      case FrameDelivered delivered when fits(delivered, delivered.port(), ordinal) -> {
        long place = begin(DELIVERED, delivered, delivered.frame());
        rows.add(delivered.link());
        rows.add(delivered.port());
        yield place;
      }
      case FrameQueued queued when fits(queued, queued.from(), ordinal) -> {
        long place = begin(QUEUED, queued, queued.frame());
        rows.add(queued.waiting());
        rows.add(queued.link());
        rows.add(queued.from());
        yield place;
      }
      default -> {
        long place = place(KEPT, rows.referenceCount());
        rows.add(event);
        yield place;
      }
    };
  }

  /// Whether what is not written follows from what is.
  private static boolean fits(SimEvent event, PortId port, int ordinal) {
    return event.ordinal() == ordinal
        && event.node() == port.node()
        && event.cause() < MOST_CAUSE
        && event.cause() >= -1;
  }

  private static boolean isShort(FrameSent sent) {
    long departs = sent.departs().nanos() - sent.at().nanos();
    long travels = sent.arrives().nanos() - sent.departs().nanos();
    return ((departs | travels) & ~LOW_INT) == 0;
  }

  /// Writes the frame, then what all these events have; the place is that of the latter.
  private long begin(int kind, SimEvent event, EthernetFrame frame) {
    long known = recentPlace(event, frame);
    int form = SAME_FRAME;
    if (known == UNKNOWN) {
      form = PackedFrame.write(frame, rows);
    } else {
      rows.add(known);
    }
    long place = place(rows.wordCount(), rows.referenceCount());
    rows.add(event.at().nanos());
    rows.add((event.cause() + 1) << CAUSE_SHIFT | (long) form << FORM_SHIFT | kind);
    int slot = (int) event.ordinal() & (RECENT - 1);
    recentFrames[slot] = frame;
    recentPlaces[slot] = known == UNKNOWN ? place : known;
    return place;
  }

  /// Where this very frame has been written, if that is known. What a slot holds may be of a later
  /// event than the one meant; if the frame is the same, its place is right all the same.
  @SuppressWarnings("ReferenceEquality") // Being the same object is all that can be known so fast.
  private long recentPlace(SimEvent event, EthernetFrame frame) {
    int before = (int) (event.ordinal() - 1) & (RECENT - 1);
    if (recentFrames[before] == frame) {
      return recentPlaces[before];
    }
    int cause = (int) event.cause() & (RECENT - 1);
    return recentFrames[cause] == frame ? recentPlaces[cause] : UNKNOWN;
  }

  /// The event with this ordinal, which was written at this place.
  SimEvent read(long place, int ordinal) {
    int word = (int) (place >>> 32);
    int reference = (int) place;
    if (word == KEPT) {
      return rows.reference(reference, SimEvent.class);
    }
    SimTime at = new SimTime(rows.word(word));
    long head = rows.word(word + 1);
    EthernetFrame frame = frame(place);
    String link = rows.reference(reference, String.class);
    PortId port = rows.reference(reference + 1, PortId.class);
    Stamp stamp = new Stamp(ordinal, at, port.node(), (head >>> CAUSE_SHIFT) - 1);
    return switch ((int) head & KIND_MASK) {
      case SENT -> {
        long times = rows.word(word + 2);
        SimTime departs = new SimTime(at.nanos() + (times >>> 32));
        SimTime arrives = new SimTime(departs.nanos() + (times & LOW_INT));
        PortId to = rows.reference(reference + 2, PortId.class);
        yield new FrameSent(stamp, link, port, to, frame, departs, arrives);
      }
      case DELIVERED -> new FrameDelivered(stamp, link, port, frame);
      case QUEUED -> new FrameQueued(stamp, link, port, frame, (int) rows.word(word + 2));
      default -> throw new IllegalStateException("invariant broken: a row is of a known kind");
    };
  }

  private EthernetFrame frame(long place) {
    int word = (int) (place >>> 32);
    int form = (int) (rows.word(word + 1) >>> FORM_SHIFT) & FORM_MASK;
    return form == SAME_FRAME
        ? frame(rows.word(word - 1))
        : PackedFrame.read(form, rows, word, (int) place);
  }

  private static long place(int word, int reference) {
    return (long) word << 32 | reference;
  }
}
