package netarium.app.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import netarium.app.canvas.scene.Glyph;
import netarium.app.canvas.scene.Glyphs;
import netarium.app.session.EventReader;
import netarium.app.session.Listeners;
import netarium.app.session.Longs;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.node.Node;

/// When each frame was sent and what it carried, and when something else happened that is worth a
/// mark: rows of sorted instants, in which the part that is seen is found at once.
public final class TimelineLog implements EventReader {
  private final Listeners listeners = new Listeners();
  private final Row frames = new Row();
  private final Map<Glyph, Row> byGlyph = new EnumMap<>(Glyph.class);
  private final Map<Mark, Row> marks = new EnumMap<>(Mark.class);
  private List<Node> nodes = List.of();
  private final Supplier<List<HttpExchange>> exchanges;
  private Glyphs glyphs = new Glyphs();

  /// What is marked, the most important first: of several at one place the first is shown.
  public enum Mark {
    ERROR,
    DROP,
    STIMULUS,
    START,
    CONSOLE
  }

  /// Instants with the ordinals of their events, both ascending, and words for some of them.
  static final class Row {
    private final Longs instants = new Longs();
    private final Longs ordinals = new Longs();
    private final List<String> words = new ArrayList<>();

    private void add(SimEvent event) {
      instants.add(event.at().nanos());
      ordinals.add(event.ordinal());
    }

    private void add(SimEvent event, String said) {
      add(event);
      words.add(said);
    }

    int size() {
      return instants.size();
    }

    int countBelow(long nanos) {
      return instants.countBelow(nanos);
    }

    long instant(int index) {
      return instants.get(index);
    }

    long ordinal(int index) {
      return ordinals.get(index);
    }

    String words(int index) {
      return index < words.size() ? words.get(index) : "";
    }

    private void clear() {
      instants.clear();
      ordinals.clear();
      words.clear();
    }
  }

  public TimelineLog() {
    this(List::of);
  }

  /// `exchanges`: the HTTP exchanges of the run, read from the same events by somebody else.
  public TimelineLog(Supplier<List<HttpExchange>> exchanges) {
    this.exchanges = exchanges;
    for (Glyph glyph : Glyph.values()) {
      byGlyph.put(glyph, new Row());
    }
    for (Mark mark : Mark.values()) {
      marks.put(mark, new Row());
    }
  }

  /// Calls `listener` after every batch of events; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  @Override
  public void begin(Topology topology) {
    nodes = topology.nodes();
    glyphs = new Glyphs();
    frames.clear();
    byGlyph.values().forEach(Row::clear);
    marks.values().forEach(Row::clear);
  }

  @Override
  public void caughtUp() {
    listeners.tell();
  }

  @Override
  public void accept(SimEvent event) {
    switch (event) {
      case SimEvent.FrameSent sent -> {
        frames.add(sent);
        row(glyphs.of(sent.frame())).add(sent);
      }
      case SimEvent.FrameDropped dropped -> {
        if (dropped.reason() != DropReason.NOT_ADDRESSED_HERE) {
          row(Mark.DROP).add(dropped, dropped.reason().sentence());
        }
      }
      case SimEvent.ErrorRaised raised -> row(Mark.ERROR).add(raised, name(raised.node()));
      case SimEvent.StimulusApplied applied -> row(Mark.STIMULUS).add(applied, applied.action());
      case SimEvent.ProcessStarted started -> row(Mark.START).add(started, name(started.node()));
      case SimEvent.ConsoleWritten written -> row(Mark.CONSOLE).add(written, name(written.node()));
      default -> {}
    }
  }

  private String name(int node) {
    return node >= 0 && node < nodes.size() ? nodes.get(node).displayName() : "";
  }

  /// The HTTP exchanges, in the order in which they were asked for.
  List<HttpExchange> exchanges() {
    return exchanges.get();
  }

  /// All frames.
  Row frames() {
    return frames;
  }

  /// The frames of one kind.
  Row row(Glyph glyph) {
    Row row = byGlyph.get(glyph);
    if (row == null) {
      throw new IllegalStateException("invariant broken: every glyph has its row");
    }
    return row;
  }

  Row row(Mark mark) {
    Row row = marks.get(mark);
    if (row == null) {
      throw new IllegalStateException("invariant broken: every mark has its row");
    }
    return row;
  }

  Map<Mark, Row> marks() {
    return Collections.unmodifiableMap(marks);
  }

  boolean isEmpty() {
    return frames.size() == 0 && marks.values().stream().allMatch(row -> row.size() == 0);
  }
}
