package netarium.app.packets;

import java.util.Locale;
import javafx.scene.Scene;
import netarium.app.canvas.SampleRun;
import netarium.app.session.PlayheadRemote;
import netarium.app.session.Selection;
import netarium.app.theme.Theme;
import netarium.engine.trace.SimEvent;

/// The list of packets with all it needs, fed by hand.
final class PacketsRig {
  final PacketsModel model = new PacketsModel();
  final Selection selection = new Selection();
  final PlayheadRemote remote = new PlayheadRemote();
  final PacketsView view;
  int exports;

  PacketsRig(Locale locale) {
    view = new PacketsView(model, selection, remote.playhead(), locale, () -> exports++);
  }

  Scene scene(Theme theme, double width, double height) {
    Scene scene = new Scene(view, width, height);
    theme.apply(scene);
    var css = PacketsView.class.getResource("tool.css");
    scene.getStylesheets().add(java.util.Objects.requireNonNull(css).toExternalForm());
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return scene;
  }

  void play(SampleRun run) {
    model.begin(run.topology());
    run.events().forEach(model::accept);
    remote.edge(run.events().getLast().at().nanos());
    model.caughtUp();
  }

  /// Only what happened up to an instant.
  void playTo(SampleRun run, long nanos) {
    model.begin(run.topology());
    for (SimEvent event : run.events()) {
      if (event.at().nanos() <= nanos) {
        model.accept(event);
      }
    }
    remote.edge(nanos);
    model.caughtUp();
  }

  void lookAt(long nanos) {
    remote.playhead().moveTo(nanos);
  }
}
