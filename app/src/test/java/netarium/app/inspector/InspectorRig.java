package netarium.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import netarium.app.canvas.SampleRun;
import netarium.app.packets.PacketsModel;
import netarium.app.packets.PacketsView;
import netarium.app.session.PlayheadRemote;
import netarium.app.session.Selection;
import netarium.app.theme.Theme;

/// The inspector with all it needs, fed by hand.
final class InspectorRig {
  final PacketsModel packets = new PacketsModel();
  final Selection selection = new Selection();
  final PlayheadRemote remote = new PlayheadRemote();
  final InspectorModel model = new InspectorModel(packets, selection);
  final List<String> opened = new ArrayList<>();

  void play(SampleRun run) {
    packets.begin(run.topology());
    run.events().forEach(packets::accept);
    remote.edge(run.events().getLast().at().nanos());
    packets.caughtUp();
  }

  /// Selects the frame of the first row that matches.
  long select(String filter, int index) {
    packets.filter(filter);
    while (packets.filterSome(1_000_000_000)) {}
    long ordinal = packets.row(index).ordinal();
    packets.filter("");
    selection.selectEvent(ordinal);
    return ordinal;
  }

  InspectorView view(Locale locale, Theme theme) {
    InspectorView view =
        new InspectorView(model, remote.playhead(), locale, packets::filter, opened::add);
    view.theme(theme);
    return view;
  }

  static Scene scene(Region view, Theme theme, double width, double height) {
    Scene scene = new Scene(view, width, height);
    theme.apply(scene);
    for (Class<?> tool : List.of(PacketsView.class, InspectorView.class)) {
      scene
          .getStylesheets()
          .add(Objects.requireNonNull(tool.getResource("tool.css")).toExternalForm());
    }
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return scene;
  }
}
