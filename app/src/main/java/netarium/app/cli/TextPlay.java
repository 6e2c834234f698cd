package netarium.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.FrameSummary;
import netarium.engine.trace.SimEvent;
import netarium.topologies.project.Project;

/// Plays a project as text: every frame on its way, hop by hop, what is dropped and why, and what
/// the consoles say, in the order in which it happens.
final class TextPlay {
  private final PrintStream out;

  TextPlay(PrintStream out) {
    this.out = out;
  }

  int play(Project project) {
    EventLog log = new EventLog();
    Simulation simulation = Simulation.of(project, RunSettings.with(log));
    List<String> ids = simulation.network().nodeIds();
    simulation.runToEnd();
    out.println(
        project.topology().name()
            + ": "
            + project.topology().nodes().size()
            + " nodes, "
            + project.topology().links().size()
            + " links. Time in seconds, one line a frame and hop.");
    out.println();
    for (SimEvent event : log.events()) {
      print(event, ids);
    }
    out.println();
    out.println(simulation.result().summary());
    return ExitCode.DONE;
  }

  private void print(SimEvent event, List<String> ids) {
    switch (event) {
      case SimEvent.FrameSent sent -> {
        String from = ids.get(sent.from().node());
        String way =
            sent.from().equals(sent.to())
                ? from + " (" + sent.from().interfaceName() + ")"
                : from + " > " + ids.get(sent.to().node());
        FrameSummary summary = FrameSummary.of(sent.frame());
        line(sent.at(), way, summary.protocol(), summary.text());
      }
      case SimEvent.FrameDropped dropped ->
          line(
              dropped.at(),
              ids.get(dropped.port().node()),
              "dropped",
              dropped.reason().sentence() + ": " + FrameSummary.of(dropped.frame()).text());
      case SimEvent.ConsoleWritten written ->
          console(written.at(), ids.get(written.node()), written.text().toByteArray());
      case SimEvent.ErrorRaised raised ->
          console(raised.at(), ids.get(raised.node()), raised.text().toByteArray());
      case SimEvent.Notice notice ->
          line(notice.at(), idOf(notice.node(), ids), "notice", notice.text());
      case SimEvent.StimulusApplied stimulus ->
          line(stimulus.at(), "", "stimulus", stimulus.action());
      default -> {}
    }
  }

  private static String idOf(int node, List<String> ids) {
    return node < 0 ? "" : ids.get(node);
  }

  private void console(SimTime at, String node, byte[] text) {
    String shown = new String(text, UTF_8).stripTrailing();
    shown.lines().forEach(each -> line(at, node, "console", each));
  }

  private void line(SimTime at, String where, String what, String text) {
    out.println(
        String.format(Locale.ROOT, "%s  %-18s %-8s %s", at, where, what, text).stripTrailing());
  }
}
