package netarium.app.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netarium.app.content.ContentText;
import netarium.app.packets.FrameTable;
import netarium.app.packets.PacketsModel;
import netarium.app.session.Listeners;
import netarium.app.session.Selection;
import netarium.app.streams.Turns.Reading;
import netarium.engine.analysis.StreamSide;
import netarium.engine.analysis.TcpStream;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Which stream is followed, and its lines. They are made anew only when more has been said.
public final class StreamsModel {
  /// Of more than this only the beginning is shown; saving takes all.
  static final int MOST_OCTETS = 1 << 20;

  private final Listeners listeners = new Listeners();
  private final PacketsModel packets;
  private final Selection selection;
  private FrameTable table;
  private int open = -1;
  private Reading reading = Reading.TCP;
  private Who who = Who.BOTH;
  private boolean isHex;
  private String search = "";
  private List<Line> lines = List.of();
  private long toldOctets = -1;
  private int found = -1;
  private int hits;

  /// Whose octets are shown.
  public enum Who {
    BOTH,
    CLIENT,
    SERVER
  }

  /// A line of what a side says; `isFirst` is the first of its turn.
  record Line(int side, String text, boolean isFirst, long nanos, long ordinal) {}

  public StreamsModel(PacketsModel packets, Selection selection) {
    this.packets = packets;
    this.selection = selection;
    table = packets.frames();
    packets.listen(this::read);
  }

  /// Calls `listener` after every change; the handle ends that.
  public Runnable listen(Runnable listener) {
    return listeners.listen(listener);
  }

  private void read() {
    if (table != packets.frames()) {
      table = packets.frames();
      open = -1;
      toldOctets = -1;
      lines = List.of();
    }
    if (open < 0) {
      open = firstWithContent();
    }
    TcpStream stream = stream();
    long octets = stream == null ? -1 : octets(stream);
    if (octets != toldOctets && toldOctets < MOST_OCTETS) {
      makeLines();
    }
    listeners.tell();
  }

  private int firstWithContent() {
    for (TcpStream each : streams()) {
      if (octets(each) > 0) {
        return each.index();
      }
    }
    return -1;
  }

  static long octets(TcpStream stream) {
    return stream.side(0).octets().length() + stream.side(1).octets().length();
  }

  /// All TCP connections of the run.
  public List<TcpStream> streams() {
    return table.conversations().streams();
  }

  public boolean hasRun() {
    return packets.hasRun();
  }

  /// The stream that is followed.
  public @Nullable TcpStream stream() {
    return table.conversations().stream(open);
  }

  /// Follows a stream, read as the highest protocol that it speaks.
  public void follow(int index) {
    TcpStream stream = table.conversations().stream(index);
    if (stream != null) {
      open = index;
      reading = Turns.readings(stream).getLast();
      found = -1;
      makeLines();
      listeners.tell();
    }
  }

  /// The stream of the selected frame, or -1.
  public int ofSelection() {
    int row = selection.event() < table.events() ? table.rowOf(selection.event()) : FrameTable.NONE;
    return row == FrameTable.NONE ? -1 : table.place(row).stream();
  }

  Reading reading() {
    return reading;
  }

  void reading(Reading wanted) {
    reading = wanted;
    remake();
  }

  Who who() {
    return who;
  }

  void who(Who wanted) {
    who = wanted;
    remake();
  }

  boolean isHex() {
    return isHex;
  }

  void hex(boolean wanted) {
    isHex = wanted;
    remake();
  }

  private void remake() {
    found = -1;
    makeLines();
    listeners.tell();
  }

  List<Line> lines() {
    return lines;
  }

  /// Whether there is more than is shown.
  boolean isCut() {
    return toldOctets >= MOST_OCTETS;
  }

  private void makeLines() {
    TcpStream stream = stream();
    if (stream == null) {
      lines = List.of();
      toldOctets = -1;
      return;
    }
    if (!Turns.readings(stream).contains(reading)) {
      reading = Turns.readings(stream).getLast();
    }
    toldOctets = octets(stream);
    List<Line> made = new ArrayList<>();
    long[] places = new long[2];
    for (Turn turn : Turns.of(stream, reading, MOST_OCTETS)) {
      if (isShown(turn.side())) {
        List<String> texts =
            isHex
                ? ContentText.hex(turn.octets(), places[turn.side()], ContentText.HEX_ROW)
                : ContentText.text(visible(turn.octets()));
        boolean isFirst = true;
        for (String text : texts) {
          made.add(new Line(turn.side(), text, isFirst, turn.nanos(), turn.ordinal()));
          isFirst = false;
        }
      }
      places[turn.side()] += turn.octets().length();
    }
    lines = made;
    count();
  }

  private boolean isShown(int side) {
    return switch (who) {
      case BOTH -> true;
      case CLIENT -> side == 0;
      case SERVER -> side == 1;
    };
  }

  /// Control characters as dots, so that each octet is seen.
  private static Octets visible(Octets octets) {
    byte[] shown = octets.toByteArray();
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] >= 0 && shown[i] < ' ' && shown[i] != '\n' && shown[i] != '\r') {
        shown[i] = '.';
      }
    }
    return Octets.wrap(shown);
  }

  /// Looks for a text, whatever the case of its letters.
  void search(String text) {
    search = text.toLowerCase(Locale.ROOT);
    found = -1;
    count();
    if (hits > 0) {
      next(1);
    } else {
      listeners.tell();
    }
  }

  private void count() {
    hits = 0;
    for (Line line : search.isEmpty() ? List.<Line>of() : lines) {
      hits += isHit(line) ? 1 : 0;
    }
  }

  boolean isHit(Line line) {
    return !search.isEmpty() && line.text().toLowerCase(Locale.ROOT).contains(search);
  }

  int hits() {
    return hits;
  }

  boolean isSearching() {
    return !search.isEmpty();
  }

  /// The line that was found last, or -1.
  int found() {
    return found;
  }

  /// Goes on to the next line with the text, or back to the one before.
  void next(int step) {
    int size = lines.size();
    for (int i = 1; i <= size; i++) {
      int at = Math.floorMod(found + step * i, size);
      if (isHit(lines.get(at))) {
        found = at;
        break;
      }
    }
    listeners.tell();
  }

  /// Selects the frame that sent the first octet of a line's turn.
  void select(Line line) {
    selection.selectEvent(line.ordinal());
  }

  /// Everything that is to be shown of the stream, however much it is.
  List<Turn> all() {
    TcpStream stream = stream();
    return stream == null
        ? List.of()
        : Turns.of(stream, reading, Long.MAX_VALUE).stream()
            .filter(turn -> isShown(turn.side()))
            .toList();
  }

  String name(StreamSide side) {
    String name = table.nodeName(side.node());
    return (name.isEmpty() ? side.address().toString() : name) + ":" + side.port();
  }

  /// A stream in a line: who with whom, what they speak, how much they said.
  String title(TcpStream stream, String protocol) {
    return stream.index()
        + " · "
        + name(stream.side(0))
        + " ⇄ "
        + name(stream.side(1))
        + (protocol.isEmpty() ? "" : " · " + protocol);
  }
}
