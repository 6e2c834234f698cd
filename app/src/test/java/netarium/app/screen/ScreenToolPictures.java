package netarium.app.screen;

import java.util.Locale;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.app.session.ToolPictures;
import netarium.topologies.project.Project;

/// Screens while somebody plays, in the past, ended and empty. Run by hand, and looked at.
final class ScreenToolPictures {
  static final String GAME =
      """
      local g, t = love.graphics, 0
      love.window.setMode(320, 200)
      love.window.setTitle("Paddles")
      function love.update(dt) t = t + dt end
      function love.draw()
        g.setColor(0.2, 0.25, 0.3)
        g.line(160, 0, 160, 200)
        g.setColor(1, 1, 1)
        g.rectangle("fill", 10, 60 + 30 * math.sin(t * 3), 6, 40)
        g.rectangle("fill", 304, 90, 6, 40)
        g.setColor(1, 0.8, 0.2)
        g.circle("fill", 60 + t * 80, 100 + 20 * math.cos(t * 5), 5)
        g.setColor(0.6, 0.7, 0.8)
        g.printf("3 : 2", 0, 8, 320, "center")
      end
      """;

  private ScreenToolPictures() {}

  static Project project(String script) {
    return new SmallProject()
        .vm("left", "10.0.1.2/24", script)
        .vm("right", "10.0.1.3/24", script.replace("Paddles", "Paddles, right"))
        .project(1);
  }

  static void main() {
    for (String state : new String[] {"ready", "silent", "playing", "past", "ended"}) {
      ToolPictures.write("screen-" + state, 430, 320, () -> view(state), ScreenView.class);
    }
    ToolPictures.write("screen-large", 900, 620, () -> view("playing"), ScreenView.class);
    Platform.exit();
  }

  private static Region view(String state) {
    String script =
        switch (state) {
          case "silent" -> "sleep(10)";
          case "ended" -> GAME + "\ngo(function() sleep(0.4) love.event.quit() end)";
          default -> GAME;
        };
    Driven driven = new Driven(project(script));
    Screens screens = new Screens();
    driven.transport.read(screens);
    Locale locale = state.equals("ready") ? Locale.GERMAN : Locale.ENGLISH;
    ScreenView view = new ScreenView(screens, driven.transport, driven.selection, locale);
    driven.transport.reset();
    if (!state.equals("ready")) {
      driven.transport.speed(Speed.REAL);
      driven.transport.run();
      driven.pulses(60);
    }
    if (state.equals("past")) {
      driven.transport.playhead().moveTo(200_000_000);
    }
    view.sceneProperty().subscribe(_ -> focus(view, state));
    return view;
  }

  private static void focus(ScreenView view, String state) {
    if (state.equals("playing") && view.getScene() != null) {
      view.pane().pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
    }
  }
}
