package netarium.app.packets;

import java.util.Optional;
import java.util.function.Supplier;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.engine.analysis.FrameInfo;
import netarium.engine.analysis.filter.FilterProblem;
import netarium.engine.analysis.filter.FrameFilter;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.topologies.Topology;
import org.jspecify.annotations.Nullable;

/// Which rows the list of packets shows, in which order, and what stands in each.
///
/// A row that is shown is named by its place from 0 to [#size]. A filter that is new judges the
/// rows of before in slices ([#filterSome]); those that come are judged at once.
public final class PacketsModel implements EventReader {
  private static final int ROWS_A_LOOK = 256;

  private final Listeners listeners = new Listeners();
  private final Supplier<EventLog> log;
  private final boolean keepsLog;
  private EventLog kept = new EventLog();
  private FrameTable table;
  private Grouping grouping = Grouping.PER_CONVERSATION;
  private String filterText = "";
  private @Nullable FrameFilter filter;
  private @Nullable FilterProblem problem;
  private RowSubject subject;
  private final Ints matching = new Ints();
  private int judged;
  private int changedFrom;
  private boolean hasRun;

  /// Reads events from the log of the run, which has them anyway.
  public PacketsModel(Supplier<EventLog> log) {
    this(log, false);
  }

  /// Keeps a log of its own.
  public PacketsModel() {
    this(EventLog::new, true);
  }

  private PacketsModel(Supplier<EventLog> log, boolean keepsLog) {
    this.log = log;
    this.keepsLog = keepsLog;
    table = tableOf(Topology.empty(""));
    subject = new RowSubject(table);
  }

  private FrameTable tableOf(Topology topology) {
    if (!keepsLog) {
      return new FrameTable(topology, log);
    }
    EventLog own = log.get();
    kept = own;
    return new FrameTable(topology, () -> own);
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  @Override
  public void begin(Topology topology) {
    table = tableOf(topology);
    subject = new RowSubject(table);
    hasRun = false;
    restart();
  }

  @Override
  public void accept(SimEvent event) {
    if (keepsLog) {
      kept.accept(event);
    }
    hasRun = true;
    table.accept(event);
    if (filter == null) {
      return;
    }
    switch (event) {
      case FrameSent _ -> {
        int row = table.size() - 1;
        int key = keyOf(row);
        if (judged == keys() - 1 && key == judged) {
          judgeNext();
        } else if (key < judged) {
          rejudge(key);
        }
      }
      case FrameDropped dropped -> {
        int row = table.rowOf(dropped.cause());
        if (row != FrameTable.NONE && keyOf(row) < judged) {
          rejudge(keyOf(row));
        }
      }
      default -> {}
    }
  }

  @Override
  public void caughtUp() {
    listeners.tell();
  }

  /// The frames behind the rows.
  public FrameTable frames() {
    return table;
  }

  /// Whether there is a run at all.
  public boolean hasRun() {
    return hasRun;
  }

  public Grouping grouping() {
    return grouping;
  }

  public void group(Grouping newGrouping) {
    if (newGrouping != grouping) {
      grouping = newGrouping;
      restart();
      listeners.tell();
    }
  }

  /// The filter as it was typed, also when it cannot be read.
  public String filterText() {
    return filterText;
  }

  /// What is wrong with the filter; while something is, the rows are those of before.
  public Optional<FilterProblem> problem() {
    return Optional.ofNullable(problem);
  }

  public boolean isFiltered() {
    return filter != null;
  }

  /// Shows only rows that match; all of them for an empty text.
  public void filter(String text) {
    filterText = text;
    problem = null;
    if (text.isBlank()) {
      filter = null;
      restart();
    } else {
      switch (FrameFilter.compileForRun(text)) {
        case FrameFilter.Compiled compiled -> {
          filter = compiled.filter();
          restart();
        }
        case FrameFilter.Unreadable unreadable -> problem = unreadable.problem();
      }
    }
    listeners.tell();
  }

  private void restart() {
    matching.clear();
    judged = 0;
    changedFrom = 0;
  }

  /// Whether rows of before still wait to be judged.
  public boolean isFiltering() {
    return filter != null && judged < keys();
  }

  /// Judges some of the rows that wait, for about so long; whether more remain.
  public boolean filterSome(long budgetNanos) {
    long end = System.nanoTime() + budgetNanos;
    boolean wasFiltering = isFiltering();
    while (isFiltering() && System.nanoTime() < end) {
      for (int i = 0; i < ROWS_A_LOOK && isFiltering(); i++) {
        judgeNext();
      }
    }
    if (wasFiltering) {
      listeners.tell();
    }
    return isFiltering();
  }

  private void judgeNext() {
    if (matches(judged)) {
      matching.add(judged);
    }
    judged++;
  }

  /// A frame has become something else: it went on over another link, or was dropped.
  private void rejudge(int key) {
    int found = matching.find(key);
    if (matches(key) && found < 0) {
      int place = -found - 1;
      matching.insert(place, key);
      changedFrom = Math.min(changedFrom, place);
    }
  }

  private boolean matches(int key) {
    FrameFilter current = filter;
    if (current == null) {
      return true;
    }
    if (grouping == Grouping.PER_HOP) {
      return current.matches(subject.at(key));
    }
    for (int row = table.firstOf(key); row != FrameTable.NONE; row = table.next(row)) {
      if (current.matches(subject.at(row))) {
        return true;
      }
    }
    return false;
  }

  /// Rows or journeys, by the grouping.
  private int keys() {
    return grouping == Grouping.PER_HOP ? table.size() : table.journeys();
  }

  private int keyOf(int row) {
    return grouping == Grouping.PER_HOP ? row : table.journeyOf(row);
  }

  private int key(int index) {
    return filter == null ? index : matching.get(index);
  }

  /// How many rows are shown.
  public int size() {
    return filter == null ? keys() : matching.size();
  }

  /// How many there would be without a filter.
  public int total() {
    return keys();
  }

  /// From which place on rows are others than when this was last asked; [Integer#MAX_VALUE] when
  /// there are only more at the end.
  public int takeChange() {
    int from = changedFrom;
    changedFrom = Integer.MAX_VALUE;
    return from;
  }

  /// The row of the frame table that stands at a place: of a journey its first.
  public int tableRow(int index) {
    int key = key(index);
    return grouping == Grouping.PER_HOP ? key : table.firstOf(key);
  }

  public long nanos(int index) {
    return table.sent(tableRow(index)).at().nanos();
  }

  public PacketRow row(int index) {
    int row = tableRow(index);
    FrameSent sent = table.sent(row);
    FrameInfo info = table.info(row);
    return new PacketRow(
        key(index) + 1,
        sent.ordinal(),
        sent.at().nanos(),
        info.source(),
        info.destination(),
        info.protocol(),
        FrameTable.glyph(info.protocol()),
        sent.frame().lengthOctets(),
        info.text(),
        table.notes(row));
  }

  public Whereabouts where(int index, long instant) {
    int key = key(index);
    return grouping == Grouping.PER_HOP
        ? Whereabouts.ofRow(table, key, instant)
        : Whereabouts.ofJourney(table, key, instant);
  }

  /// Where the frame that an event sent is shown, or -1.
  public int indexOf(long ordinal) {
    int row = table.rowOf(ordinal);
    if (row == FrameTable.NONE) {
      return -1;
    }
    int key = keyOf(row);
    return filter == null ? key : Math.max(-1, matching.find(key));
  }

  /// The last row that has been sent at an instant, or -1.
  public int lastBy(long nanos) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (nanos(middle) <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /// What a row costs, in octets, beside the events that the run keeps anyway.
  public double octetsPerRow() {
    return table.octetsPerRow();
  }
}
