package netarium.app.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.content.EmptyState;
import netarium.app.pool.PoolState.Request;
import netarium.app.pool.PoolState.Worker;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.app.text.Texts;
import netarium.app.text.TimeText;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The pools of the run as they stand at the playhead: the listener of each, its workers, what each
/// is on and what waits for it.
public final class PoolView extends BorderPane {
  /// As many places as a worker's queue has.
  private static final int QUEUE_PLACES = 64;

  private static final int MOST_REQUESTS = 4;
  private static final int MOST_WORKERS = 64;

  private final PoolLog log;
  private final Playhead playhead;
  private final Selection selection;
  private final Texts texts;
  private final VBox pools = new VBox();
  private final ScrollPane scroll = new ScrollPane(pools);
  private final EmptyState empty = new EmptyState();
  private String shown = "";

  public PoolView(PoolLog log, Playhead playhead, Selection selection, Locale locale) {
    this.log = log;
    this.playhead = playhead;
    this.selection = selection;
    texts = new Texts(PoolView.class, locale);
    getStyleClass().add("pool");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("talk-scroll");
    setMinSize(0, 0);
    log.listen(this::show);
    playhead.listen(this::show);
    show();
  }

  private void show() {
    List<PoolState> states = log.at(playhead.instant());
    if (states.isEmpty()) {
      String key = log.isEmpty() ? "empty.none" : "empty.later";
      empty.show(MaterialDesignT.TRAY_FULL, texts.text(key), texts.text(key + ".hint"));
      setCenter(empty);
      shown = "";
      return;
    }
    setCenter(scroll);
    String now = told(states);
    if (!now.equals(shown)) {
      shown = now;
      List<Node> nodes = new ArrayList<>();
      states.forEach(state -> nodes.add(pool(state)));
      pools.getChildren().setAll(nodes);
    }
  }

  /// What is seen of the pools, to know whether anything has changed.
  private static String told(List<PoolState> states) {
    StringBuilder told = new StringBuilder();
    for (PoolState state : states) {
      told.append(state.answered()).append(' ').append(state.refused()).append(state.isOpen());
      for (Worker worker : state.workers()) {
        told.append(worker.doing()).append(worker.answered());
        worker.underWay().forEach(each -> told.append(each.number).append(each.isWaiting));
        worker.queue().forEach(each -> told.append('q').append(each.number));
      }
    }
    return told.toString();
  }

  private VBox pool(PoolState state) {
    FlowPane workers = new FlowPane(12, 12);
    workers.getStyleClass().add("pool-workers");
    List<Worker> all = state.workers();
    all.stream().limit(MOST_WORKERS).forEach(each -> workers.getChildren().add(worker(each)));
    if (all.size() > MOST_WORKERS) {
      workers.getChildren().add(muted(texts.text("more.workers", all.size() - MOST_WORKERS)));
    }
    return new VBox(head(state), workers);
  }

  private HBox head(PoolState state) {
    Region dot = new Region();
    dot.getStyleClass().setAll("talk-dot", state.isOpen() ? "good" : "bad");
    Label name = new Label(log.name(state.node()) + ":" + state.port());
    name.getStyleClass().add("pool-title");
    Label process = muted(texts.text("process", state.process(), state.workers().size()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, dot, name, process, gap);
    head.getChildren().add(figure("under-way", state.underWay(), "busy"));
    addUnlessNone(head, "queued", state.queued(), "warn");
    head.getChildren().add(figure("answered", state.answered(), "good"));
    addUnlessNone(head, "failed", state.failed(), "bad");
    addUnlessNone(head, "refused", state.refused(), "bad");
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pool-head");
    return head;
  }

  private void addUnlessNone(HBox head, String key, int number, String style) {
    if (number > 0) {
      head.getChildren().add(figure(key, number, style));
    }
  }

  /// A number with its name; of no colour while it is nothing.
  private Label figure(String key, int number, String style) {
    Label label = new Label(texts.text("figure." + key, number));
    label.setMinWidth(USE_PREF_SIZE);
    label.getStyleClass().setAll("label", "talk-chip", number == 0 ? "none" : style);
    return label;
  }

  private Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("talk-name");
    label.setMinWidth(0);
    return label;
  }

  private VBox worker(Worker worker) {
    List<Request> underWay = worker.underWay();
    boolean isBusy = underWay.stream().anyMatch(each -> !each.isWaiting);
    String key =
        switch (worker.doing()) {
          case LOADING -> "loading";
          case BROKEN -> "broken";
          case ENDED -> "ended";
          case READY -> underWay.isEmpty() ? "idle" : isBusy ? "busy" : "waits";
        };
    String style =
        switch (key) {
          case "busy", "waits" -> "busy";
          case "idle" -> "good";
          case "loading" -> "warn";
          default -> "bad";
        };
    Label name = new Label(texts.text("worker", worker.number()));
    name.getStyleClass().add("pool-worker-name");
    Label chip = new Label(texts.text("doing." + key));
    chip.getStyleClass().setAll("label", "talk-chip", style);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(6, name, gap, chip);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(6, head);
    underWay.stream().limit(MOST_REQUESTS).forEach(each -> card.getChildren().add(request(each)));
    if (underWay.size() > MOST_REQUESTS) {
      card.getChildren().add(muted(texts.text("more", underWay.size() - MOST_REQUESTS)));
    }
    if (underWay.isEmpty()) {
      card.getChildren().add(muted(texts.text("nothing")));
    }
    Region fill = new Region();
    VBox.setVgrow(fill, Priority.ALWAYS);
    card.getChildren()
        .addAll(fill, queue(worker.queue()), muted(texts.text("done", worker.answered())));
    card.getStyleClass().add("pool-worker");
    return card;
  }

  /// A request that is under way; a click selects where it began.
  private Button request(Request request) {
    FontIcon icon =
        new FontIcon(
            request.isWaiting ? MaterialDesignT.TIMER_SAND : MaterialDesignA.ARROW_RIGHT_BOLD);
    Button button = new Button(request.line, icon);
    button.getStyleClass().add("pool-request");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    String since = TimeText.span(Math.max(0, playhead.instant() - request.sinceNanos));
    String key = request.isWaiting ? "request.waits" : "request.runs";
    button.setTooltip(
        new Tooltip(texts.text(key, request.number, request.line, request.client, since)));
    button.setOnAction(_ -> selection.selectEvent(request.ordinal));
    return button;
  }

  /// A box for each request that waits for the worker.
  private HBox queue(List<Request> queue) {
    HBox boxes = new HBox(1);
    boxes.setAlignment(Pos.CENTER_LEFT);
    int size = queue.size();
    for (int i = 0; i < Math.min(size, QUEUE_PLACES / 4); i++) {
      Region box = new Region();
      box.getStyleClass().add("pool-queued");
      Tooltip.install(box, new Tooltip(queue.get(i).line));
      boxes.getChildren().add(box);
    }
    Label number = muted(size == 0 ? texts.text("queue.empty") : texts.text("queue", size));
    number.setPadding(new javafx.geometry.Insets(0, 0, 0, size == 0 ? 0 : 5));
    boxes.getChildren().add(number);
    if (size >= QUEUE_PLACES) {
      boxes.getChildren().add(new FontIcon(MaterialDesignE.EXCLAMATION_THICK));
    }
    return boxes;
  }
}
