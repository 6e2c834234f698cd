package netarium.app.consoles;

import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import netarium.app.canvas.scene.Item;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Selection;
import netarium.app.session.Transport;
import netarium.app.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The consoles: a tab for each machine, its lines, and a line to type into its program.
public final class ConsolesView extends BorderPane {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final Consoles consoles;
  private final Transport transport;
  private final Selection selection;
  private final Texts texts;
  private final ConsoleTabs tabs;
  private final ConsoleList list;
  private final FindBar find;
  private final InputLine input;
  private final Label empty = new Label();
  private @Nullable Console shown;
  private Set<Item> followed = Set.of();
  private long followedEvent = Selection.NO_EVENT;
  private long begun = -1;
  private boolean isChosen;

  public ConsolesView(Consoles consoles, Transport transport, Selection selection, Locale locale) {
    this.consoles = consoles;
    this.transport = transport;
    this.selection = selection;
    texts = new Texts(ConsolesView.class, locale);
    getStyleClass().add("consoles-view");
    tabs = new ConsoleTabs(this::show, texts);
    list = new ConsoleList(transport.playhead(), selection);
    list.setAccessibleText(texts.text("lines"));
    list.setContextMenu(menu());
    find = new FindBar(list, texts);
    input = new InputLine(transport, consoles, texts);
    empty.getStyleClass().add("console-empty");
    empty.setMouseTransparent(true);
    HBox head =
        new HBox(
            tabs,
            button(MaterialDesignM.MAGNIFY, "find", () -> find.open()),
            button(MaterialDesignT.TRASH_CAN_OUTLINE, "clear", this::clear));
    head.getStyleClass().add("console-head");
    HBox.setHgrow(tabs, Priority.ALWAYS);
    setTop(new VBox(head, find));
    setCenter(new StackPane(list, empty));
    setBottom(input);
    setOnKeyPressed(event -> {
      if (FIND.match(event)) {
        find.open();
        event.consume();
      }
    });
    consoles.listen(this::refresh);
    transport.listen(this::refresh);
    transport.playhead().listen(list::showInstant);
    selection.listen(this::follow);
    refresh();
  }

  private Button button(Ikon icon, String key, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("button-icon", "flat", "console-button");
    button.setAccessibleText(texts.text(key));
    button.setTooltip(new Tooltip(texts.text("tip." + key)));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private ContextMenu menu() {
    return new ContextMenu(
        item("menu.copy", list::copy),
        item("menu.times", list::copyWithTimes),
        item("find", () -> find.open()),
        item("clear", this::clear));
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.text(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// The console on top.
  public @Nullable Console shown() {
    return shown;
  }

  /// Brings a console to the top.
  public void show(Console console) {
    shown = console;
    isChosen = true;
    refresh();
  }

  private void clear() {
    if (shown != null) {
      shown.clear();
      refresh();
    }
  }

  private void refresh() {
    if (begun != consoles.begun()) {
      begun = consoles.begun();
      Console same = shown == null ? null : consoles.of(shown.id());
      shown = same == null && !consoles.all().isEmpty() ? consoles.all().getFirst() : same;
      isChosen = isChosen && same != null;
      tabs.show(consoles.all());
      input.forget();
    }
    showFirstToPrint();
    list.show(shown);
    input.show(shown);
    list.showInstant();
    if (shown != null) {
      tabs.showNews(shown);
    }
    boolean hasLines = !list.rows().isEmpty();
    empty.setVisible(!hasLines);
    if (!hasLines) {
      empty.setText(emptyText());
    }
  }

  /// As long as nobody has chosen a console and the one on top is empty, the first that has
  /// something to read comes up.
  private void showFirstToPrint() {
    Console top = shown;
    if (isChosen || top == null || top.size() > 0) {
      return;
    }
    for (Console each : consoles.all()) {
      if (each.size() > 0) {
        shown = each;
        return;
      }
    }
  }

  private String emptyText() {
    if (shown == null) {
      return texts.text("empty.none");
    }
    if (shown.size() > 0) {
      return texts.text("empty.cleared");
    }
    Phase phase = transport.state().phase();
    String key =
        switch (phase) {
          case READY -> "empty.ready";
          case OVER, FAILED -> "empty.over";
          case RUNNING, HELD -> "empty.running";
        };
    return texts.text(key, shown.name());
  }

  /// What is selected elsewhere is looked at here: a machine's console, a printed line.
  private void follow() {
    if (!selection.items().equals(followed)) {
      followed = Set.copyOf(selection.items());
      if (followed.size() == 1 && followed.iterator().next() instanceof Item.OfNode node) {
        Console console = consoles.of(node.id());
        if (console != null) {
          show(console);
        }
      }
    }
    if (selection.event() != followedEvent) {
      followedEvent = selection.event();
      if (followedEvent < 0 || followedEvent >= transport.log().size()) {
        return;
      }
      Console console = consoles.of(transport.log().event(followedEvent).node());
      if (console != null && holds(console, followedEvent)) {
        show(console);
      }
      list.choose(followedEvent);
    }
  }

  private static boolean holds(Console console, long ordinal) {
    int line = console.lineOf(ordinal);
    return line < console.size() && console.line(line).ordinal() == ordinal;
  }
}
