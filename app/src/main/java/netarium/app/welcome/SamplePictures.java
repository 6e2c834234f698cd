package netarium.app.welcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import netarium.app.canvas.CanvasView;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.Flight;
import netarium.app.canvas.scene.FlightLog;
import netarium.app.canvas.scene.SceneBuilder;
import netarium.app.canvas.scene.SceneWords;
import netarium.app.canvas.scene.ViewState;
import netarium.app.project.Background;
import netarium.app.samples.BundledSamples;
import netarium.app.theme.Theme;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Pictures of samples as the canvas shows them while they run. Each sample is run in the
/// background, up to the instant of its picture, and drawn once for each theme, one at a time.
public final class SamplePictures {
  /// No sample needs longer to show what it is about, and no more may be run for a picture.
  private static final long LONGEST_NANOS = 2_000_000_000L;

  private static final int MOST_KEPT = 200;

  private final Background background;
  private final Locale locale;
  private final Map<Key, Image> made = new LinkedHashMap<>();
  private final Map<String, CanvasScene> scenes = new LinkedHashMap<>();

  private record Key(String sample, Theme theme, int width, int height) {}

  public SamplePictures(Background background, Locale locale) {
    this.locale = locale;
    this.background = background;
  }

  /// Hands a picture of this size to `then`, now or later.
  public void picture(SampleCard card, Theme theme, int width, int height, Consumer<Image> then) {
    Key key = new Key(card.name(), theme, width, height);
    Image known = made.get(key);
    if (known != null) {
      then.accept(known);
      return;
    }
    CanvasScene seen = scenes.get(card.name());
    background.run(
        () -> Optional.ofNullable(seen == null ? scene(card) : seen),
        scene ->
            scene.ifPresent(it -> {
              scenes.put(card.name(), it);
              if (made.size() > MOST_KEPT) {
                made.clear();
              }
              then.accept(made.computeIfAbsent(key, _ -> draw(it, theme, width, height)));
            }));
  }

  private @Nullable CanvasScene scene(SampleCard card) {
    Map<String, byte[]> files = BundledSamples.files(card.name()).orElse(Map.of());
    if (!(Projects.open(files, card.name()) instanceof OpenResult.Opened opened)) {
      return null;
    }
    Project project = opened.project();
    EventLog log = new EventLog();
    Simulation run = Simulation.of(project, RunSettings.with(log));
    run.advance(new SimTime(card.pictureAt().map(TimeSpan::nanos).orElse(LONGEST_NANOS)));
    FlightLog flights = new FlightLog(project.topology());
    log.events().forEach(flights::accept);
    long instant =
        card.pictureAt().map(TimeSpan::nanos).orElseGet(() -> busiest(log.events(), flights));
    return new SceneBuilder(project.topology(), new SceneWords(locale))
        .scene(instant, flights, ViewState.PLAIN);
  }

  /// The instant at which most frames are well on their way.
  private static long busiest(List<SimEvent> events, FlightLog flights) {
    long best = 0;
    int most = -1;
    for (SimEvent event : events) {
      if (event instanceof SimEvent.FrameSent sent) {
        long instant = (sent.departs().nanos() + sent.arrives().nanos()) / 2;
        int[] count = {0};
        flights.inFlight(instant, flight -> count[0] += isWellOnItsWay(flight, instant) ? 1 : 0);
        if (count[0] > most) {
          most = count[0];
          best = instant;
        }
      }
    }
    return best;
  }

  private static boolean isWellOnItsWay(Flight flight, long instant) {
    double along = flight.along(instant);
    return along > 0.15 && along < 0.9;
  }

  private Image draw(CanvasScene scene, Theme theme, int width, int height) {
    CanvasView view = new CanvasView(locale);
    Scene stage = new Scene(view, width, height);
    theme.apply(stage);
    view.theme(theme);
    view.show(scene, Framing.of(scene, width, height), Overlay.NONE.withLegend(false));
    return stage.snapshot(null);
  }
}
