package netarium.app.transport;

import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.app.session.ToolPictures;

/// The transport group before, during and after a run. Run by hand, and looked at.
final class TransportPictures {
  private TransportPictures() {}

  static void main() {
    ToolPictures.write("transport", 760, 330, TransportPictures::all, TransportBar.class);
    Platform.exit();
  }

  private static Region all() {
    VBox rows = new VBox();
    for (String state : new String[] {"ready", "running", "paused", "past", "over"}) {
      Driven driven = new Driven(SmallProject.sample("hello-http"));
      Locale locale = state.equals("past") ? Locale.GERMAN : Locale.ENGLISH;
      HBox bar = new HBox(new TransportBar(driven.transport, locale));
      bar.getStyleClass().add("app-toolbar");
      RunFigures figures = new RunFigures(driven.transport, locale);
      bring(driven, state);
      rows.getChildren().addAll(bar, figures);
    }
    return rows;
  }

  private static void bring(Driven driven, String state) {
    if (!state.equals("ready")) {
      driven.transport.speed(state.equals("over") ? Speed.MAX : Speed.HUNDREDTH);
      driven.transport.run();
      driven.pulses(300);
    }
    if (state.equals("paused") || state.equals("past")) {
      driven.transport.pause();
      driven.pulse();
    }
    if (state.equals("past")) {
      driven.transport.stepBack();
      driven.transport.stepBack();
      driven.transport.speed(Speed.FOLLOW);
    }
  }
}
