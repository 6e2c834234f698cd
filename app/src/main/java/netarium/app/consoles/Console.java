package netarium.app.consoles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.app.consoles.ConsoleLine.Kind;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The console of one machine: its lines, in the order in which they were begun. Several programs
/// may each have a line that has not ended yet.
public final class Console {
  /// Longer lines are broken, so that none is too long to be drawn.
  private static final int MAX_LINE_OCTETS = 4_000;

  /// When there are more lines, the oldest go, many at once.
  private static final int MAX_LINES = 250_000;

  private static final int DROPPED_LINES = 50_000;

  private final int node;
  private final String id;
  private final String name;
  private List<ConsoleLine> lines = new ArrayList<>();
  private final Map<Source, Open> open = new LinkedHashMap<>();
  private final Map<Integer, Sgr> looks = new LinkedHashMap<>();
  private long droppedLines;
  private int cleared;
  private long changes;

  private record Source(int process, boolean isError) {}

  /// A line that goes on: its octets, for a character may be cut in two.
  private static final class Open {
    final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    final Sgr begin;
    final long number;

    Open(long number, Sgr begin) {
      this.number = number;
      this.begin = begin;
    }
  }

  Console(int node, String id, String name) {
    this.node = node;
    this.id = id;
    this.name = name;
  }

  int node() {
    return node;
  }

  /// The machine's id.
  public String id() {
    return id;
  }

  /// What people call the machine.
  public String name() {
    return name;
  }

  /// How many lines there are, those that were cleared away included.
  public int size() {
    return lines.size();
  }

  ConsoleLine line(int index) {
    return lines.get(index);
  }

  /// The first line that has not been cleared away.
  int first() {
    return cleared;
  }

  /// Clears the screen; the run keeps what was printed.
  void clear() {
    cleared = lines.size();
    changes++;
  }

  /// A number that changes whenever a line does.
  long changes() {
    return changes;
  }

  /// How many of the oldest lines are no longer kept.
  long droppedLines() {
    return droppedLines;
  }

  /// How many lines had begun by an instant.
  int countAt(long nanos) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).atNanos() <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The first line that an event began; another one, if it began none.
  int lineOf(long ordinal) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).ordinal() < ordinal) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void wrote(SimEvent.ConsoleWritten event) {
    Kind kind = event.isError() ? Kind.ERROR_OUTPUT : Kind.OUTPUT;
    Source source = new Source(event.process(), event.isError());
    Octets text = event.text();
    boolean hasGrown = false;
    for (int i = 0; i < text.length(); i++) {
      int octet = text.at(i);
      Open line = open.get(source);
      if (line == null) {
        line = begin(source, kind, event);
      }
      if (octet == '\n') {
        end(source, line);
        hasGrown = false;
      } else {
        line.octets.write(octet);
        hasGrown = true;
        if (line.octets.size() >= MAX_LINE_OCTETS && isWholeCharacter(text, i)) {
          end(source, line);
          hasGrown = false;
        }
      }
    }
    Open line = open.get(source);
    if (hasGrown && line != null) {
      show(line);
    }
    changes++;
  }

  /// Whether the next octet is not the continuation of a character.
  private static boolean isWholeCharacter(Octets text, int index) {
    return index + 1 >= text.length() || (text.at(index + 1) & 0xc0) != 0x80;
  }

  private Open begin(Source source, Kind kind, SimEvent event) {
    Sgr look = looks.getOrDefault(source.process(), Sgr.PLAIN);
    Open line = new Open(droppedLines + lines.size(), look);
    open.put(source, line);
    add(new ConsoleLine(event.at().nanos(), event.ordinal(), kind, "", look));
    return line;
  }

  private void show(Open line) {
    int index = Math.toIntExact(line.number - droppedLines);
    if (index >= 0) {
      ConsoleLine old = lines.get(index);
      String raw = line.octets.toString(UTF_8);
      lines.set(index, new ConsoleLine(old.atNanos(), old.ordinal(), old.kind(), raw, line.begin));
    }
  }

  private void end(Source source, Open line) {
    show(line);
    looks.put(source.process(), Ansi.after(line.octets.toString(UTF_8), line.begin));
    open.remove(source);
  }

  private void add(ConsoleLine line) {
    if (lines.size() >= MAX_LINES) {
      lines = new ArrayList<>(lines.subList(DROPPED_LINES, lines.size()));
      droppedLines += DROPPED_LINES;
      cleared = Math.max(0, cleared - DROPPED_LINES);
    }
    lines.add(line);
    changes++;
  }

  void failed(SimEvent.ErrorRaised event) {
    whole(event, Kind.FAILURE, new String(event.text().toByteArray(), UTF_8));
  }

  void noticed(SimEvent.Notice event) {
    whole(event, Kind.NOTICE, event.text());
  }

  /// As on a terminal, what is typed ends the line on which it was asked for.
  void typed(SimEvent event, String text) {
    Map.copyOf(open).forEach(this::end);
    whole(event, Kind.TYPED, text);
  }

  private void whole(SimEvent event, Kind kind, String text) {
    text.stripTrailing()
        .lines()
        .forEach(line ->
            add(new ConsoleLine(event.at().nanos(), event.ordinal(), kind, line, Sgr.PLAIN)));
  }

  /// A line without an end is the last one of its program.
  void ended(int process) {
    for (boolean isError : new boolean[] {false, true}) {
      Source source = new Source(process, isError);
      @Nullable Open line = open.get(source);
      if (line != null) {
        end(source, line);
      }
    }
    looks.remove(process);
  }
}
