package netarium.app.timeline;

import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.app.session.ToolPictures;
import netarium.app.theme.Theme;
import netarium.topologies.json.Extras;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;

/// The strip of time: empty, live, in the past, crowded. Run by hand, and looked at.
final class TimelinePictures {
  private TimelinePictures() {}

  static Project crowded() {
    SmallProject project =
        new SmallProject()
            .links(", \"rate\": \"10Mbit/s\", \"delay\": \"2ms\", \"loss\": \"1%\"")
            .vm(
                "server",
                "10.0.1.2/24",
                "net.listen(7) while true do local r = net.recv()"
                    + " if r then net.send(r.src_ip, r.src_port, #r.data .. '') end end");
    for (int i = 1; i <= 3; i++) {
      project.vm(
          "pc-" + i,
          "10.0.1." + (10 + i) + "/24",
          """
          local c = net.connect("server", 7)
          for i = 1, 20 do
            c:send(("x"):rep(30000))
            local r repeat r = c:recv() until r
            print(r.data)
            sleep(0.02)
          end
          print(nothing.here)
          """);
    }
    return project.project(3);
  }

  static void main() {
    for (String state : new String[] {"empty", "live", "past", "crowded", "crowded-close"}) {
      for (Theme theme : Theme.values()) {
        ToolPictures.write(
            "timeline-" + state, theme, 1200, 98, () -> view(state, theme), TimelineView.class);
      }
    }
    Platform.exit();
  }

  private static Region view(String state, Theme theme) {
    boolean isCrowded = state.startsWith("crowded");
    Driven driven = new Driven(isCrowded ? crowded() : SmallProject.sample("hello-http"));
    TimelineLog log = new TimelineLog();
    driven.transport.read(log);
    Locale locale = state.equals("past") ? Locale.GERMAN : Locale.ENGLISH;
    TimelineView view = new TimelineView(log, driven.transport, driven.selection, locale);
    view.theme(theme);
    new Scene(view, 1200, 98);
    view.layout();
    driven.transport.reset();
    if (state.equals("empty")) {
      return unhook(view);
    }
    driven.transport.speed(state.equals("live") ? Speed.FOLLOW : Speed.MAX);
    driven.transport.run();
    if (state.equals("live")) {
      driven.pulses(280);
      driven.transport.apply(new Stimulus.Cut(TimeSpan.ZERO, "l1", Extras.NONE));
      driven.pulses(60);
    } else {
      driven.pulseUntilOver();
    }
    if (state.equals("past")) {
      driven.transport.stepBack();
      driven.transport.stepBack();
      driven.transport.stepBack();
    } else if (state.equals("crowded-close")) {
      view.zoomAround(driven.transport.playhead().liveEdge() / 2, 0.02);
    }
    return unhook(view);
  }

  private static Region unhook(TimelineView view) {
    view.getScene().setRoot(new Region());
    return view;
  }
}
