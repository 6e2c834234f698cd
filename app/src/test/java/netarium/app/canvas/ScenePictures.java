package netarium.app.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.DropMark;
import netarium.app.canvas.scene.Flight;
import netarium.app.canvas.scene.Glyph;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.PacketMark;
import netarium.app.canvas.scene.SceneBuilder;
import netarium.app.canvas.scene.Track;
import netarium.app.canvas.scene.ViewState;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Theme;
import netarium.topologies.Topology;
import netarium.topologies.json.Extras;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Rate;
import netarium.topologies.unit.TimeSpan;

/// Draws the canvas without showing a window, into `target/pictures`. Run by hand, and looked at.
final class ScenePictures {
  private static final Path FOLDER = Path.of("target", "pictures");

  private ScenePictures() {}

  static void main() throws IOException {
    Files.createDirectories(FOLDER);
    for (Theme theme : Theme.values()) {
      for (int[] size : new int[][] {{1280, 800}, {1920, 1200}}) {
        String suffix =
            "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + "x" + size[1] + ".png";
        write("hello-http" + suffix, hello(), theme, size);
        write("loopback" + suffix, loopback(), theme, size);
        write("sixty" + suffix, sixty(), theme, size);
        write("empty" + suffix, empty(), theme, size);
        write("trouble" + suffix, trouble(), theme, size);
      }
    }
    Platform.exit();
  }

  /// At the instant with most on its way, one frame selected.
  static CanvasScene hello() {
    SampleRun run = SampleRun.of("hello-http");
    long busiest = busiest(run);
    List<Flight> there = new ArrayList<>();
    run.flights().inFlight(busiest, there::add);
    ViewState view = ViewState.PLAIN.selecting(Set.of(new Item.OfFrame(there.getLast().ordinal())));
    return new SceneBuilder(run.topology(), SampleRun.WORDS).scene(busiest, run.flights(), view);
  }

  /// Pings while a link is cut, a machine has crashed and another link has a queue.
  static CanvasScene trouble() {
    Topology topology = SampleRun.of("hello-http").topology();
    for (String at : List.of("12ms", "13ms", "14ms", "15ms", "16ms", "17ms", "18ms")) {
      topology = with(topology, start(at, "client", "10.0.1.2"));
      topology = with(topology, start(at, "server", "10.0.1.3"));
    }
    var slow =
        new Stimulus.SetLink(
            span("1ms"),
            "l1",
            new LinkSetting.SetRate(Directional.both(new Rate(40_000))),
            Extras.NONE);
    topology = with(topology, slow);
    topology = with(topology, new Stimulus.Cut(span("1049ms"), "l2", Extras.NONE));
    topology = with(topology, new Stimulus.Crash(span("1051ms"), "client", null, Extras.NONE));
    SampleRun run = SampleRun.of(SampleRun.project("hello-http").with(topology));
    return new SceneBuilder(run.topology(), SampleRun.WORDS)
        .scene(
            1_061_000_000, run.flights(), ViewState.PLAIN.selecting(Set.of(new Item.OfLink("l1"))));
  }

  private static TimeSpan span(String text) {
    return TimeSpan.parse(text).orThrow();
  }

  private static Topology with(Topology topology, Stimulus stimulus) {
    List<Stimulus> stimuli = new ArrayList<>(topology.stimuli());
    stimuli.add(stimulus);
    return topology.withStimuli(stimuli);
  }

  private static Stimulus start(String at, String node, String target) {
    return new Stimulus.Start(span(at), node, "/bin/ping", List.of(target), Extras.NONE);
  }

  static CanvasScene loopback() {
    SampleRun run = SampleRun.of("loopback");
    return new SceneBuilder(run.topology(), SampleRun.WORDS)
        .scene(busiest(run), run.flights(), ViewState.PLAIN);
  }

  /// The instant at which most frames are on their way, a little after the last of them left.
  static long busiest(SampleRun run) {
    long best = 0;
    int most = -1;
    for (var event : run.events()) {
      for (long later : new long[] {0, 9_000, 2_600_000}) {
        long instant = event.at().nanos() + later;
        int[] count = {0};
        run.flights()
            .inFlight(
                instant,
                flight -> {
                  double along = flight.along(instant);
                  count[0] += along > 0.2 && along < 0.9 ? 20 : 1;
                });
        if (count[0] > most) {
          most = count[0];
          best = instant;
        }
      }
    }
    return best;
  }

  static CanvasScene empty() {
    return new SceneBuilder(Topology.empty("New"), SampleRun.WORDS).scene(ViewState.PLAIN);
  }

  /// Sixty nodes with made-up traffic.
  static CanvasScene sixty() {
    Topology topology = SampleRun.tree(7, 7).withSeed(1);
    Set<Item> chosen =
        Set.of(new Item.OfNode("pc-1-1"), new Item.OfNode("pc-1-2"), new Item.OfNode("pc-1-5"));
    CanvasScene still =
        new SceneBuilder(topology, SampleRun.WORDS).scene(ViewState.PLAIN.selecting(chosen));
    return withTraffic(still, 150, 7);
  }

  static CanvasScene withTraffic(CanvasScene still, int frames, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PacketMark> packets = new ArrayList<>();
    Glyph[] glyphs = Glyph.values();
    for (int i = 0; i < frames; i++) {
      Track track = new Track.OnLink(random.nextInt(still.links().size()), random.nextBoolean());
      Glyph glyph = glyphs[random.nextInt(glyphs.length - 1)];
      packets.add(new PacketMark(i, glyph, track, random.nextDouble(), "ACK", false));
    }
    List<DropMark> drops =
        List.of(
            new DropMark(
                9999, Glyph.TCP, new Track.OnLink(3, true), 0.3, "lost on the link", 0.1, false));
    return still.withPackets(packets).withDrops(drops);
  }

  private static void write(String name, CanvasScene scene, Theme theme, int[] size)
      throws IOException {
    byte[] png = Toolkit.on(() -> Png.encode(picture(scene, theme, size[0], size[1])));
    Files.write(FOLDER.resolve(name), png);
  }

  static WritableImage picture(CanvasScene scene, Theme theme, int width, int height) {
    CanvasView view = new CanvasView(Locale.ENGLISH);
    Scene window = new Scene(view, width, height);
    theme.apply(window);
    view.theme(theme);
    Viewport viewport = Viewport.START.sized(width, height).fitting(scene);
    view.show(scene, viewport, Overlay.NONE);
    return window.snapshot(null);
  }
}
