package netarium.engine.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// Keeps every event in memory, in order; the event with ordinal `n` stands at index `n`.
///
/// One thread writes, the simulation's; any thread may read meanwhile, without a lock. An event
/// that [#size] counts is there for good: what stands in the log is never moved, and all that was
/// written before it is visible to whoever has seen the size. So a reader takes the size once and
/// reads up to it.
///
/// What is handed out is equal to what was written, but not always the same object: see
/// [PackedEvents].
///
/// Invariant: an entry is written before the size that counts it is published, and never again.
public final class EventLog implements EventSink {
  private static final int CHUNK_SHIFT = 13;
  private static final int CHUNK_EVENTS = 1 << CHUNK_SHIFT;
  private static final int INITIAL_CHUNKS = 16;

  private static final VarHandle SIZE = sizeHandle();

  private final PackedEvents packed = new PackedEvents();

  /// The place of each event. The list of chunks is replaced by a longer one when it is full; a
  /// reader with the old one finds everything in it that its size counts.
  private int[][] places = new int[INITIAL_CHUNKS][];

  private int size;

  @Override
  public void accept(SimEvent event) {
    int at = size;
    int chunk = at >>> CHUNK_SHIFT;
    if ((at & (CHUNK_EVENTS - 1)) == 0) {
      if (chunk == places.length) {
        places = Arrays.copyOf(places, chunk * 2);
      }
      places[chunk] = new int[CHUNK_EVENTS];
    }
    places[chunk][at & (CHUNK_EVENTS - 1)] = packed.write(event, at);
    SIZE.setRelease(this, Math.incrementExact(at));
  }

  /// How many events there are by now.
  public int size() {
    return (int) SIZE.getAcquire(this);
  }

  public SimEvent event(long ordinal) {
    return entry((int) Objects.checkIndex(ordinal, (long) size()));
  }

  /// The events there are by now: later ones do not show in it.
  public List<SimEvent> events() {
    return new View(0, size());
  }

  /// The events with the ordinals from `from` up to but not including `to`, which have to be there.
  public List<SimEvent> events(long from, long to) {
    Objects.checkFromToIndex(from, to, (long) size());
    return new View((int) from, (int) to);
  }

  private SimEvent entry(int at) {
    return packed.read(places[at >>> CHUNK_SHIFT][at & (CHUNK_EVENTS - 1)], at);
  }

  private static VarHandle sizeHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(EventLog.class, "size", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// A stretch of the log, not copied.
  private final class View extends AbstractList<SimEvent> implements RandomAccess {
    private final int from;
    private final int length;

    View(int from, int to) {
      this.from = from;
      this.length = to - from;
    }

    @Override
    public SimEvent get(int index) {
      return entry(from + Objects.checkIndex(index, length));
    }

    @Override
    public int size() {
      return length;
    }
  }
}
