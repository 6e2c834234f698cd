package netarium.engine.trace;

import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent.FrameDelivered;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.trace.Ways.Way;
import netarium.engine.wire.EthernetFrame;
import org.jspecify.annotations.Nullable;

/// Events as rows of the log. Frames that are sent, that wait and that arrive are most of a run,
/// and as objects they are what the collector has to copy and to follow; so they are taken apart,
/// and put together again when somebody reads them. All other events are kept as they are.
///
/// | word | holds, from the top |
/// |---|---|
/// | 0 | the instant |
/// | 1 | one more than the cause (32), the way (24), the form of the frame (4), the kind (4) |
/// | 2 | sent only: how long it waits and how long it travels; queued only: behind how many |
/// | then | the frame, see [PackedFrames], or where it stands (32) and its form |
///
/// A frame is written once for all events that tell of the same one in a row: later ones point to
/// the first. The same frame is found by the event just before, and by the cause.
final class PackedEvents {
  /// Of how many events back the frame is remembered.
  private static final int RECENT = 4096;

  private static final int SENT = 0;
  private static final int DELIVERED = 1;
  private static final int QUEUED = 2;

  /// Beside the forms of [PackedFrames]: the frame is that of another event.
  private static final int SAME_FRAME = 4;

  private static final int HEAD_WORDS = 2;
  private static final int MOST_WORDS = HEAD_WORDS + 1 + PackedFrames.MOST_WORDS;
  private static final int CAUSE_SHIFT = 32;
  private static final long MOST_CAUSE = (1L << 32) - 1;
  private static final int WAY_SHIFT = 8;
  private static final int FORM_SHIFT = 4;
  private static final int SMALL_MASK = 0xf;
  private static final long LOW_INT = 0xffff_ffffL;

  private final LogRows rows = new LogRows();
  private final PackedFrames frames = new PackedFrames(rows);
  private final Ways ways = new Ways();

  /// The frame of event `n` at index `n` modulo the length, and where it is written and how.
  private final @Nullable EthernetFrame[] recentFrames = new EthernetFrame[RECENT];

  private final long[] recentPlaces = new long[RECENT];

  /// Adds the event with this ordinal; answers its place, which [#read] wants: the position of its
  /// row, or the complement of that of its reference.
  int write(SimEvent event, int ordinal) {
    if (event instanceof FrameSent sent && fits(sent.stamp(), sent.from(), ordinal)) {
      long waits = sent.departs().nanos() - sent.at().nanos();
      long travels = sent.arrives().nanos() - sent.departs().nanos();
      if (((waits | travels) & ~LOW_INT) == 0) {
        int way = ways.number(sent.link(), sent.from(), sent.to());
        return write(SENT, sent.stamp(), way, waits << 32 | travels, sent.frame());
      }
    } else if (event instanceof FrameDelivered delivered
        && fits(delivered.stamp(), delivered.port(), ordinal)) {
      int way = ways.number(delivered.link(), delivered.port(), delivered.port());
      return write(DELIVERED, delivered.stamp(), way, 0, delivered.frame());
    } else if (event instanceof FrameQueued queued
        && fits(queued.stamp(), queued.from(), ordinal)) {
      int way = ways.number(queued.link(), queued.from(), queued.from());
      return write(QUEUED, queued.stamp(), way, queued.waiting(), queued.frame());
    }
    return ~rows.add(event);
  }

  /// Whether what is not written follows from what is.
  private static boolean fits(Stamp stamp, PortId port, int ordinal) {
    return stamp.ordinal() == ordinal
        && stamp.node() == port.node()
        && stamp.cause() >= -1
        && stamp.cause() < MOST_CAUSE;
  }

  private int write(int kind, Stamp stamp, int way, long own, EthernetFrame frame) {
    int at = rows.open(MOST_WORDS);
    int frameAt = at + HEAD_WORDS;
    if (kind != DELIVERED) {
      rows.set(frameAt++, own);
    }
    long place = recentPlace(stamp, frame);
    int form = SAME_FRAME;
    if (place < 0) {
      form = frames.write(frame, frameAt);
      place = (long) frameAt << FORM_SHIFT | form;
      rows.close(frameAt + PackedFrames.words(form));
    } else {
      rows.set(frameAt, place);
      rows.close(frameAt + 1);
    }
    int slot = (int) stamp.ordinal() & (RECENT - 1);
    recentFrames[slot] = frame;
    recentPlaces[slot] = place;
    rows.set(at, stamp.at().nanos());
    rows.set(
        at + 1,
        (stamp.cause() + 1) << CAUSE_SHIFT
            | (long) way << WAY_SHIFT
            | (long) form << FORM_SHIFT
            | kind);
    return at;
  }

  /// Where this very frame has been written, negative if that is not known. What a slot holds may
  /// be of a later event than the one meant; if the frame is the same, its place is right all the
  /// same.
  @SuppressWarnings("ReferenceEquality") // Being the same object is all that can be known so fast.
  private long recentPlace(Stamp stamp, EthernetFrame frame) {
    int before = (int) (stamp.ordinal() - 1) & (RECENT - 1);
    if (recentFrames[before] == frame) {
      return recentPlaces[before];
    }
    int cause = (int) stamp.cause() & (RECENT - 1);
    return recentFrames[cause] == frame ? recentPlaces[cause] : -1;
  }

  /// The event with this ordinal, which was written at this place.
  SimEvent read(int place, int ordinal) {
    if (place < 0) {
      return rows.reference(~place, SimEvent.class);
    }
    SimTime at = new SimTime(rows.word(place));
    long head = rows.word(place + 1);
    int kind = (int) head & SMALL_MASK;
    Way way = ways.way((int) (head >>> WAY_SHIFT) & (Ways.MOST - 1));
    Stamp stamp = new Stamp(ordinal, at, way.port().node(), (head >>> CAUSE_SHIFT) - 1);
    int frameAt = place + HEAD_WORDS + (kind == DELIVERED ? 0 : 1);
    EthernetFrame frame = frame((int) head >>> FORM_SHIFT & SMALL_MASK, frameAt);
    return switch (kind) {
      case SENT -> {
        long times = rows.word(place + HEAD_WORDS);
        SimTime departs = new SimTime(at.nanos() + (times >>> 32));
        SimTime arrives = new SimTime(departs.nanos() + (times & LOW_INT));
        yield new FrameSent(stamp, way.link(), way.port(), way.to(), frame, departs, arrives);
      }
      case DELIVERED -> new FrameDelivered(stamp, way.link(), way.port(), frame);
      case QUEUED ->
          new FrameQueued(
              stamp, way.link(), way.port(), frame, (int) rows.word(place + HEAD_WORDS));
      default -> throw new IllegalStateException("invariant broken: a row is of a known kind");
    };
  }

  private EthernetFrame frame(int form, int at) {
    if (form != SAME_FRAME) {
      return frames.read(form, at);
    }
    long place = rows.word(at);
    return frames.read((int) place & SMALL_MASK, (int) (place >>> FORM_SHIFT));
  }
}
