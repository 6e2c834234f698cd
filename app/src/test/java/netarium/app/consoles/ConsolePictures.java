package netarium.app.consoles;

import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.layout.Region;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.app.session.ToolPictures;
import netarium.topologies.project.Project;

/// Consoles with output of all kinds, in the past, and empty. Run by hand, and looked at.
final class ConsolePictures {
  static final String TALKATIVE =
      """
      print("GET /            \\27[32m200\\27[0m  278 B")
      sleep(0.031)
      print("GET /style.css   \\27[32m200\\27[0m  153 B")
      print("\\27[35m[poll]\\27[0m 2 notes, \\27[1;4mbold\\27[0m, \\27[7minverse\\27[0m,"
        .. " \\27[38;5;208morange\\27[0m")
      sleep(0.02)
      io.stderr:write("retrying after a time-out\\n")
      print("name\\tport\\tstate")
      print("web\\t80\\t\\27[43;30m LISTEN \\27[0m")
      local c, err = net.connect("10.0.1.77", 80)
      print("a long line that goes on: " .. ("0123456789 "):rep(20))
      io.write("What is your name? ")
      local name = io.read()
      print("Hello " .. name)
      local t = nil
      print(t.x)
      """;

  private ConsolePictures() {}

  static Project project() {
    return new SmallProject()
        .vm("client", "10.0.1.3/24", TALKATIVE)
        .vm("server", "10.0.1.2/24", "net.listen(80) print('listening on 80') io.read()")
        .vm("spare", "10.0.1.4/24", "sleep(1)")
        .project(1);
  }

  static void main() {
    for (String state : new String[] {"ready", "typed", "past", "waiting", "many"}) {
      ToolPictures.write(
          "consoles-" + state,
          state.equals("many") ? 430 : 560,
          330,
          () -> view(state),
          ConsolesView.class);
    }
    Platform.exit();
  }

  private static Region view(String state) {
    Driven driven = new Driven(state.equals("many") ? many() : project());
    Consoles consoles = new Consoles();
    driven.transport.read(consoles);
    Locale locale = state.equals("ready") ? Locale.GERMAN : Locale.ENGLISH;
    ConsolesView view = new ConsolesView(consoles, driven.transport, driven.selection, locale);
    driven.transport.reset();
    if (!state.equals("ready")) {
      driven.transport.speed(Speed.MAX);
      driven.transport.run();
      driven.pulseUntilOver();
      driven.pulses(5);
    }
    if (state.equals("typed") || state.equals("past")) {
      InputLine input = (InputLine) view.getBottom();
      javafx.scene.control.TextField field =
          (javafx.scene.control.TextField) input.getChildren().get(1);
      field.setText("Ada");
      field.getOnAction().handle(null);
      driven.pulses(3);
      driven.pulseUntilOver();
      driven.pulses(5);
    }
    if (state.equals("past")) {
      driven.transport.playhead().moveTo(60_000_000);
    }
    return view;
  }

  private static Project many() {
    SmallProject project = new SmallProject();
    for (int i = 1; i <= 20; i++) {
      project.vm("pc-" + i, "10.0.1." + i + "/24", "for i = 1, 40 do print('line', i) end");
    }
    return project.project(1);
  }
}
