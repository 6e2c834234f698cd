package netarium.app.screen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import netarium.app.canvas.scene.Item;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Selection;
import netarium.app.session.Speed;
import netarium.app.session.Transport;
import netarium.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// The screens: a tab for each machine that draws, its picture at the playhead, and a line that
/// says how to play.
public final class ScreenView extends BorderPane {
  private final Screens screens;
  private final Transport transport;
  private final Selection selection;
  private final Texts texts;
  private final Player player;
  private final ScreenPane pane;
  private final HBox tabs = new HBox();
  private final Label title = new Label();
  private final Label hint = new Label();
  private final Label empty = new Label();
  private final ToggleGroup group = new ToggleGroup();
  private List<String> listed = List.of();
  private @Nullable String chosen;
  private Set<Item> followed = Set.of();
  private long begun = -1;

  public ScreenView(Screens screens, Transport transport, Selection selection, Locale locale) {
    this.screens = screens;
    this.transport = transport;
    this.selection = selection;
    texts = new Texts(ScreenView.class, locale);
    player = new Player(transport);
    pane = new ScreenPane(player);
    getStyleClass().add("screen-view");
    tabs.getStyleClass().add("screen-tabs");
    title.getStyleClass().add("screen-title");
    hint.getStyleClass().add("screen-hint");
    hint.setWrapText(true);
    empty.getStyleClass().add("screen-empty");
    empty.setMouseTransparent(true);
    setCenter(new StackPane(pane, empty));
    setMinSize(0, 0);
    group
        .selectedToggleProperty()
        .addListener((_, old, now) -> group.selectToggle(now == null ? old : now));
    screens.listen(this::refresh);
    transport.listen(this::refresh);
    transport.playhead().listen(this::refresh);
    selection.listen(this::follow);
    pane.focusedProperty().subscribe(_ -> showHint());
    sceneProperty().subscribe(_ -> refresh());
    refresh();
  }

  /// The machine whose screen is shown, if any.
  public Optional<String> shown() {
    return Optional.ofNullable(chosen);
  }

  ScreenPane pane() {
    return pane;
  }

  /// Shows a machine's screen; nothing happens if it has none.
  public void show(String machine) {
    chosen = machine;
    refresh();
  }

  private void refresh() {
    if (getScene() == null) {
      // Nobody sees it, and drawing costs.
      return;
    }
    if (begun != screens.begun()) {
      begun = screens.begun();
      player.forget();
    }
    List<MachineScreen> all = screens.all();
    list(all);
    MachineScreen screen = chosen == null ? null : screens.of(chosen);
    if (screen == null || screen.isEmpty()) {
      screen = all.isEmpty() ? null : all.getFirst();
      chosen = screen == null ? null : screen.id();
    }
    mark();
    player.sitAt(chosen);
    player.tellMove();
    long instant = transport.playhead().instant();
    Optional<MachineScreen.Shown> seen = screen == null ? Optional.empty() : screen.at(instant);
    seen.ifPresent(picture -> {
      pane.show(picture.frame(), picture.isOver());
      title.setText(picture.frame().title());
    });
    pane.setVisible(seen.isPresent());
    empty.setVisible(seen.isEmpty());
    empty.setText(seen.isPresent() ? "" : emptyText(screen));
    setTop(all.isEmpty() ? null : tabs);
    setBottom(seen.isPresent() ? hint : null);
    showHint();
  }

  /// A button for each machine with a screen.
  private void list(List<MachineScreen> all) {
    List<String> ids = all.stream().map(MachineScreen::id).toList();
    if (ids.equals(listed)) {
      return;
    }
    listed = ids;
    tabs.getChildren().clear();
    group.getToggles().clear();
    for (MachineScreen each : all) {
      ToggleButton button = new ToggleButton(each.name());
      button.getStyleClass().add("screen-tab");
      button.setUserData(each.id());
      button.setToggleGroup(group);
      button.setOnAction(_ -> show(each.id()));
      tabs.getChildren().add(button);
    }
    tabs.getChildren().add(title);
  }

  private void mark() {
    for (var toggle : group.getToggles()) {
      if (toggle.getUserData().equals(chosen) && !toggle.isSelected()) {
        group.selectToggle(toggle);
      }
    }
  }

  private void showHint() {
    MachineScreen screen = chosen == null ? null : screens.of(chosen);
    if (screen == null) {
      return;
    }
    boolean isOver =
        screen.at(transport.playhead().instant()).map(MachineScreen.Shown::isOver).orElse(false);
    String key =
        isOver
            ? "hint.over"
            : !transport.playhead().isLive()
                ? "hint.past"
                : !player.canPlay()
                    ? "hint.ended"
                    : !pane.isFocused()
                        ? "hint.click"
                        : transport.speed() == Speed.FOLLOW ? "hint.slow" : "hint.playing";
    hint.setText(texts.text(key, screen.name()));
  }

  private String emptyText(@Nullable MachineScreen screen) {
    if (screen != null) {
      return texts.text("empty.before", screen.name());
    }
    Phase phase = transport.state().phase();
    return texts.text(phase == Phase.READY ? "empty.ready" : "empty.running");
  }

  /// The machine that is selected elsewhere is looked at here.
  private void follow() {
    if (!selection.items().equals(followed)) {
      followed = Set.copyOf(selection.items());
      if (followed.size() == 1 && followed.iterator().next() instanceof Item.OfNode(String id)) {
        MachineScreen screen = screens.of(id);
        if (screen != null && !screen.isEmpty()) {
          show(id);
        }
      }
    }
  }
}
