package netarium.app.workbench;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import netarium.app.canvas.CanvasModel;
import netarium.app.canvas.picture.Png;
import netarium.app.canvas.scene.Item;
import netarium.app.packets.PacketRow;
import netarium.app.packets.PacketsModel;
import netarium.app.preferences.Preferences;
import netarium.app.project.Background;
import netarium.app.project.Choosers;
import netarium.app.project.Questions;
import netarium.app.project.UserFolders;
import netarium.app.session.LiveRun;
import netarium.app.session.RunState;
import netarium.app.session.Transport;
import netarium.app.theme.Theme;
import netarium.engine.run.Simulation;
import netarium.engine.run.Waits;
import netarium.topologies.Topology;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.Project;
import org.jspecify.annotations.Nullable;

/// Pictures of the window without any display: built as always, never shown, drawn once.
public final class Screenshot {
  private static final long SLICE = 1_000_000_000L;

  /// Of the window's width, for a screen in front.
  private static final double SCREEN_SHARE = 0.6;

  /// What the picture shows.
  public enum View {
    WELCOME,
    CANVAS,
    PACKETS,
    INSPECTOR,
    SCRIPT,
    SCREEN,
    LESSON,
    HTTP,
    WEBSOCKET,
    STREAMS,
    POOL
  }

  /// @param project what is open; null for the welcome page
  /// @param at up to which instant it has run, in nanoseconds; negative for not at all
  /// @param select a node, a link, a script, or a filter whose first frame is selected; may be
  ///   empty
  public record Wish(
      @Nullable Project project,
      long at,
      View view,
      String select,
      int width,
      int height,
      double scale,
      Theme theme,
      Locale locale) {}

  private Screenshot() {}

  /// Why this machine cannot draw; empty if it can. Once for each process, before [#png].
  public static Optional<String> start() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    return WindowStart.start(() -> Platform.setImplicitExit(false));
  }

  /// The picture as a PNG file. An `IllegalArgumentException` says what could not be selected.
  public static byte[] png(Wish wish) throws IOException {
    Path folder = Files.createTempDirectory("netarium-picture");
    try {
      return drawn(wish, folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static byte[] drawn(Wish wish, Path folder) throws InterruptedException {
    AppGraph graph = on(() -> graph(wish, folder));
    on(() -> layOut(graph));
    if (wish.project() != null) {
      Desk desk = on(() -> graph.desk().orElseThrow());
      if (wish.at() >= 0) {
        runTo(desk.transport(), desk.network(), wish.at());
      }
      // A list shows a chosen row where the list is as high as it will be.
      on(() -> layOut(graph));
      on(() -> {
        arrange(desk, wish);
        return 0;
      });
    }
    on(() -> layOut(graph));
    byte[] png = on(() -> snapshot(graph, wish));
    on(() -> {
      graph.close();
      return 0;
    });
    return png;
  }

  private static AppGraph graph(Wish wish, Path folder) {
    UserFolders folders =
        new UserFolders(folder.resolve("config"), folder.resolve("state"), folder.resolve("cache"));
    Surroundings world =
        new Surroundings(
            folders,
            Background.DIRECT,
            new Nobody(),
            new Nobody(),
            InstantSource.system(),
            new Preferences(folders.config().resolve("preferences.json")),
            wish.locale());
    AppGraph graph = new AppGraph(world, wish.width(), wish.height());
    graph.theme(wish.theme());
    Project project = wish.project();
    if (project != null) {
      graph.documents().create(project);
    }
    return graph;
  }

  /// Lets the run come to an instant and stand there.
  private static void runTo(Transport transport, CanvasModel canvas, long at)
      throws InterruptedException {
    LiveRun run =
        on(() -> {
          transport.run();
          transport.pause();
          return transport.liveRun().orElseThrow();
        });
    run.advanceTo(at);
    boolean isThere = false;
    while (!isThere) {
      try {
        run.ask(Simulation::now).get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
      RunState state = run.state();
      on(() -> {
        transport.pulse(System.nanoTime());
        return 0;
      });
      isThere = state.phase() != RunState.Phase.RUNNING && run.log().size() >= state.events();
    }
    lookAt(run, canvas);
  }

  /// Whoever looks at a window waits for a pulse or two until it knows what programs wait for.
  private static void lookAt(LiveRun run, CanvasModel canvas) throws InterruptedException {
    try {
      List<Waits> waits = run.ask(Simulation::waits).get();
      on(() -> {
        canvas.waits(waits);
        return 0;
      });
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void arrange(Desk desk, Wish wish) {
    select(desk, wish.select());
    switch (wish.view()) {
      case WELCOME, CANVAS, INSPECTOR -> {}
      case PACKETS -> desk.shell().fillWithTools(true);
      case SCRIPT -> openScript(desk, wish.select());
      case SCREEN -> {
        desk.showScreen();
        desk.shell().fillWithTools(true);
        desk.shell().giveConsoles(SCREEN_SHARE);
      }
      case LESSON -> desk.side().showLesson();
      case STREAMS -> desk.talk().followSelected();
      case HTTP, WEBSOCKET, POOL -> desk.showTool(wish.view().name().toLowerCase(ROOT));
    }
  }

  private static void openScript(Desk desk, String select) {
    var scripts = desk.document().scripts();
    String path = scripts.contains(select) ? select : scripts.isEmpty() ? "" : scripts.getFirst();
    desk.scripts().open(path).ifPresent(tab -> tab.editor().checkNow());
  }

  private static void select(Desk desk, String what) {
    Topology topology = desk.document().topology();
    if (what.isEmpty() || desk.document().has(what)) {
      return;
    }
    if (topology.node(what) != null) {
      desk.selection().select(Set.of(new Item.OfNode(what)));
    } else if (topology.link(what) != null) {
      desk.selection().select(Set.of(new Item.OfLink(what)));
    } else {
      selectFrame(desk, what);
    }
  }

  private static void selectFrame(Desk desk, String filter) {
    PacketsModel frames = desk.frames();
    frames.filter(filter);
    frames
        .problem()
        .ifPresent(problem -> {
          throw new IllegalArgumentException("--select: " + problem);
        });
    while (frames.filterSome(SLICE)) {
      // Until every frame has been looked at.
    }
    if (frames.size() == 0) {
      throw new IllegalArgumentException("--select: no frame so far matches " + filter);
    }
    PacketRow row = frames.row(0);
    frames.filter("");
    desk.selection().selectEvent(row.ordinal());
  }

  /// What fits itself to its size does so once it has one.
  private static int layOut(AppGraph graph) {
    graph.scene().getRoot().applyCss();
    graph.scene().getRoot().layout();
    graph.desk().ifPresent(desk -> desk.canvas().showAll());
    return 0;
  }

  private static byte[] snapshot(AppGraph graph, Wish wish) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(wish.scale(), wish.scale()));
    parameters.setFill(wish.theme().palette().canvas());
    graph.scene().getRoot().applyCss();
    graph.scene().getRoot().layout();
    WritableImage once = graph.scene().snapshot(null);
    if (wish.scale() == 1) {
      return Png.encode(once);
    }
    return Png.encode(graph.scene().getRoot().snapshot(parameters, null));
  }

  private static <T> T on(Callable<T> code) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(code);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  /// There is nobody to ask.
  private static final class Nobody implements Questions, Choosers {
    @Override
    public Unsaved unsaved(String name) {
      return Unsaved.DISCARD;
    }

    @Override
    public Outside changedOutside(String name) {
      return Outside.KEEP_MINE;
    }

    @Override
    public boolean overwrite(Path place) {
      return false;
    }

    @Override
    public void refused(List<Problem> problems) {}

    @Override
    public Optional<Path> openFolder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> openFile() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveProject(String suggestedName) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String suggestedName, String ending) {
      return Optional.empty();
    }
  }
}
