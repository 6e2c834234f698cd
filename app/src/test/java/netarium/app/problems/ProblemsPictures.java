package netarium.app.problems;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.layout.Region;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.app.session.ToolPictures;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;

/// The list of problems, full and empty. Run by hand, and looked at.
final class ProblemsPictures {
  private ProblemsPictures() {}

  static void main() {
    ToolPictures.write("problems", 900, 330, () -> view(true, Locale.ENGLISH), ProblemsView.class);
    ToolPictures.write(
        "problems-narrow-de", 420, 330, () -> view(true, Locale.GERMAN), ProblemsView.class);
    ToolPictures.write(
        "problems-empty", 600, 200, () -> view(false, Locale.ENGLISH), ProblemsView.class);
    Platform.exit();
  }

  private static Region view(boolean isFull, Locale locale) {
    SmallProject small =
        new SmallProject()
            .vm("server", "10.0.1.2/24", "net.listen(8080) while true do net.recv() end")
            .vm("client", "10.0.1.3/24", "local c = net.connect('server', 80) c:recv()", "10ms")
            .vm("lost", "10.0.1.4/24", "local c = net.connect('10.0.1.77', 80) c:recv()")
            .vm("typo", "10.0.1.5/24", "net.connect('servr', 80)")
            .vm("far", "10.0.1.6/24", "net.connect('10.9.9.9', 80)")
            .vm("nil", "10.0.1.7/24", "local order\nprint(order.number)")
            .vm("spin", "10.0.1.8/24", "while true do end");
    Driven driven = new Driven(small.project(1));
    Hints hints = new Hints(ordinal -> driven.transport.log().event(ordinal));
    driven.transport.read(hints);
    Problems problems = new Problems(hints);
    ProblemsView view = new ProblemsView(problems, driven.transport, _ -> {}, locale);
    if (isFull) {
      problems.project(
          List.of(),
          List.of(
              new Problem(
                  "topology.json",
                  new Position(13, 48),
                  "\"latency\" is no key of a link",
                  "did you mean \"delay\"?")));
      driven.transport.speed(Speed.MAX);
      driven.transport.run();
      driven.pulseUntilOver();
    }
    return view;
  }
}
