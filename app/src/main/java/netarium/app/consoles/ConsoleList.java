package netarium.app.consoles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.app.text.TimeText;
import org.jspecify.annotations.Nullable;

/// The lines of one console. It stays at the newest line until somebody scrolls away, and at the
/// last line before the playhead when that is in the past. Choosing a line moves the playhead.
final class ConsoleList extends ListView<ConsoleLine> {
  /// What a search may take of a frame of the screen.
  static final long SEARCH_NANOS = 8_000_000;

  static final double ROW_HEIGHT = 19;

  /// As far as one turn of the wheel may go.
  private static final int WHEEL_ROWS = 4;

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final ConsoleRows rows = new ConsoleRows();
  private final List<ConsoleCell> cells = new ArrayList<>();
  private final Playhead playhead;
  private final Selection selection;
  private @Nullable Console console;
  private String sought = "";
  private final AnimationTimer searching =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          searchOn();
        }
      };
  private @Nullable ConsoleSearch search;
  private Consumer<Boolean> whenFound = _ -> {};
  private boolean isFollowing = true;
  private boolean isQuiet;
  private boolean isChoosing;
  private boolean isResized;
  private long instant = Long.MAX_VALUE;

  ConsoleList(Playhead playhead, Selection selection) {
    this.playhead = playhead;
    this.selection = selection;
    getStyleClass().add("console-list");
    setFixedCellSize(ROW_HEIGHT);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setCellFactory(_ -> new ConsoleCell(this));
    setItems(rows);
    getSelectionModel().selectedIndexProperty().addListener((_, _, row) -> chosen(row.intValue()));
    heightProperty().addListener((_, _, _) -> isResized = true);
    addEventFilter(
        ScrollEvent.SCROLL, event -> isFollowing = event.getDeltaY() <= 0 && isNearEnd(WHEEL_ROWS));
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> isFollowing &= !isOnBar(event));
    addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> isFollowing |= isNearEnd(1));
    setOnKeyPressed(event -> {
      if (COPY.match(event)) {
        copy();
        event.consume();
      } else if (event.getCode() == KeyCode.END) {
        isFollowing = true;
      }
    });
  }

  void register(ConsoleCell cell) {
    cells.add(cell);
  }

  String sought() {
    return sought;
  }

  long instant() {
    return instant;
  }

  ConsoleRows rows() {
    return rows;
  }

  /// Shows a console as it is now.
  void show(@Nullable Console shown) {
    boolean isOther = console != shown;
    console = shown;
    isQuiet = true;
    boolean hasChanged = rows.show(shown);
    isQuiet = false;
    if (isOther) {
      search = null;
      searching.stop();
      isFollowing = true;
      getSelectionModel().clearSelection();
    }
    if (hasChanged && isFollowing && playhead.isLive()) {
      toEnd();
    }
  }

  /// The playhead stands somewhere else.
  void showInstant() {
    long now = playhead.isLive() ? Long.MAX_VALUE : playhead.instant();
    if (now == instant) {
      return;
    }
    instant = now;
    cells.forEach(ConsoleCell::refresh);
    if (console == null) {
      return;
    }
    if (playhead.isLive()) {
      if (isFollowing) {
        toEnd();
      }
    } else {
      reveal(rows.rowOf(console.countAt(instant)) - 1);
    }
  }

  /// Only when the rows have been laid out in the new size is it known where the last one is.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (isResized) {
      isResized = false;
      if (isFollowing && playhead.isLive()) {
        toEnd();
      }
    }
  }

  private void toEnd() {
    if (rows.size() > 0) {
      scrollTo(rows.size() - 1);
    }
  }

  /// Whether at most so many rows are out of sight below.
  private boolean isNearEnd(int below) {
    double shown = getHeight() / ROW_HEIGHT;
    return rows.size() <= shown || firstShown() + shown >= rows.size() - below;
  }

  private static boolean isOnBar(MouseEvent event) {
    for (Node node = event.getPickResult().getIntersectedNode();
        node != null;
        node = node.getParent()) {
      if (node instanceof ScrollBar) {
        return true;
      }
    }
    return false;
  }

  private int firstShown() {
    int first = Integer.MAX_VALUE;
    for (ConsoleCell cell : cells) {
      if (!cell.isEmpty() && cell.getParent() != null && cell.isVisible()) {
        first = Math.min(first, cell.getIndex());
      }
    }
    return first == Integer.MAX_VALUE ? 0 : first;
  }

  /// Scrolls as little as is needed for a row to be seen.
  private void reveal(int row) {
    int shown = Math.max(1, (int) (getHeight() / ROW_HEIGHT) - 1);
    int first = firstShown();
    if (row >= 0 && row < first) {
      scrollTo(row);
    } else if (row > first + shown) {
      scrollTo(row - shown);
    }
  }

  private void chosen(int row) {
    if (!isQuiet && row >= 0 && row < rows.size()) {
      ConsoleLine line = rows.get(row);
      isChoosing = true;
      selection.selectEvent(line.ordinal());
      playhead.moveTo(line.atNanos());
      isChoosing = false;
    }
  }

  /// Marks the line of an event that was selected elsewhere. What is chosen here stays: one event
  /// may have written several lines, and the list must not be changed from within its own change.
  void choose(long ordinal) {
    if (console == null || isChoosing) {
      return;
    }
    int row = rows.rowOf(console.lineOf(ordinal));
    if (row >= 0 && row < rows.size() && rows.get(row).ordinal() == ordinal) {
      if (!getSelectionModel().isSelected(row)) {
        isQuiet = true;
        getSelectionModel().clearAndSelect(row);
        isQuiet = false;
        reveal(row);
      }
    } else {
      getSelectionModel().clearSelection();
    }
  }

  /// Goes to the next line with this text after the chosen one, or before it, and tells whether any
  /// has it. In a long console that takes several frames of the screen.
  void find(String text, boolean isForward, Consumer<Boolean> then) {
    sought = text;
    cells.forEach(ConsoleCell::refresh);
    search = null;
    searching.stop();
    if (text.isEmpty() || console == null) {
      then.accept(true);
      return;
    }
    int selected = getSelectionModel().getSelectedIndex();
    int after = selected < 0 ? -1 : rows.indexOf(selected);
    search = new ConsoleSearch(console, text, after, isForward);
    whenFound = then;
    searching.start();
    searchOn();
  }

  private void searchOn() {
    ConsoleSearch current = search;
    if (current == null) {
      return;
    }
    long end = System.nanoTime() + SEARCH_NANOS;
    if (current.goOn(() -> System.nanoTime() < end)) {
      return;
    }
    search = null;
    searching.stop();
    int found = current.found();
    if (found >= 0) {
      isFollowing = false;
      getSelectionModel().clearAndSelect(rows.rowOf(found));
      reveal(rows.rowOf(found));
    }
    whenFound.accept(found >= 0);
  }

  /// Copies the chosen lines, or all.
  void copy() {
    List<Integer> chosen = getSelectionModel().getSelectedIndices();
    StringBuilder text = new StringBuilder();
    if (chosen.isEmpty()) {
      rows.forEach(line -> text.append(line.text()).append('\n'));
    } else {
      chosen.stream().sorted().forEach(row -> text.append(rows.get(row).text()).append('\n'));
    }
    toClipboard(text);
  }

  /// Copies all lines, each with its instant.
  void copyWithTimes() {
    StringBuilder text = new StringBuilder();
    for (ConsoleLine line : rows) {
      String time = TimeText.micros(line.atNanos()).replace("\u2009", "");
      text.append(time).append('\t').append(line.text()).append('\n');
    }
    toClipboard(text);
  }

  private static void toClipboard(StringBuilder text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
