package netarium.app.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.app.problems.Finding.Severity;
import netarium.app.session.SmallProject;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.json.Extras;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.api.Test;

/// Every reason for which nothing happens is told with its place.
class HintsTest {
  private static final String WAITS = "while true do net.recv() end";
  private static final String CALLS = "local c = net.connect('server', 80) c:send('x') c:recv()";

  private final EventLog log = new EventLog();
  private final Hints hints = new Hints(log::event);

  private List<Finding> run(SmallProject small, Stimulus... stimuli) {
    Project project = small.project(1);
    hints.begin(project.topology());
    Simulation simulation =
        Simulation.of(
            project,
            RunSettings.with(event -> {
              log.accept(event);
              hints.accept(event);
            }));
    for (Stimulus each : stimuli) {
      simulation.advance(new SimTime(each.at().nanos()));
      simulation.apply(each);
    }
    simulation.runToEnd();
    hints.over();
    return new ArrayList<>(hints.all());
  }

  private static Finding only(List<Finding> findings, String kind) {
    List<Finding> found = findings.stream().filter(each -> each.kind().equals(kind)).toList();
    assertEquals(1, found.size(), findings.toString());
    return found.getFirst();
  }

  @Test
  void goodRun_hasNothingToSay() {
    Project hello = SmallProject.sample("hello-http");
    hints.begin(hello.topology());
    Simulation.of(
            hello,
            RunSettings.with(event -> {
              log.accept(event);
              hints.accept(event);
            }))
        .runToEnd();
    hints.over();
    assertEquals(List.of(), List.copyOf(hints.all()));
  }

  @Test
  void otherPort_isNamed() {
    Finding found =
        only(
            run(
                new SmallProject()
                    .vm("server", "10.0.1.2/24", "net.listen(8080) " + WAITS)
                    .vm("client", "10.0.1.3/24", CALLS, "10ms")),
            "otherPort");
    assertEquals(List.of("client", "server", "80", "8080"), found.words());
    assertEquals("scripts/client.lua:1", String.valueOf(found.place()));
    assertTrue(log.event(found.event()) instanceof SimEvent.FrameDropped);
    assertEquals(log.event(found.event()).at().nanos(), found.atNanos());
  }

  @Test
  void endedServer_isSaidToHaveEnded() {
    Finding found =
        only(
            run(
                new SmallProject()
                    .vm("server", "10.0.1.2/24", "net.listen(80)")
                    .vm("client", "10.0.1.3/24", CALLS, "10ms")),
            "programEnded");
    assertEquals(List.of("client", "server", "80"), found.words());
  }

  @Test
  void serverThatStartsLater_isSaidToBeLate() {
    only(
        run(
            new SmallProject()
                .vm("server", "10.0.1.2/24", "net.listen(80) " + WAITS, "1s")
                .vm("client", "10.0.1.3/24", CALLS)),
        "tooEarly");
  }

  @Test
  void machineWithoutProgram_isToBeGivenOne() {
    Finding found =
        only(
            run(
                new SmallProject()
                    .bareVm("server", "10.0.1.2/24", "")
                    .vm("client", "10.0.1.3/24", CALLS)),
            "noProgram");
    assertEquals(new Place.OfNode("server", "programs"), found.place());
  }

  @Test
  void busyServerThatNeverListens_isSaidNotToListen() {
    only(
        run(
            new SmallProject()
                .vm("server", "10.0.1.2/24", "sleep(5)")
                .vm("client", "10.0.1.3/24", CALLS)),
        "refused");
  }

  @Test
  void nobodyWithThatAddress_isSaidToAnswer() {
    List<Finding> findings =
        run(
            new SmallProject()
                .vm("client", "10.0.1.3/24", "local c = net.connect('10.0.1.77', 80) c:recv()"));
    Finding found = only(findings, "arpNobody");
    assertEquals(List.of("client", "10.0.1.77"), found.words());
    assertEquals("scripts/client.lua:1", String.valueOf(found.place()));
  }

  @Test
  void otherNetworkWithoutGateway_needsOne() {
    List<Finding> findings =
        run(new SmallProject().vm("client", "10.0.1.3/24", "net.connect('10.9.9.9', 80)"));
    Finding found = only(findings, "noRoute");
    assertEquals(List.of("client", "10.9.9.9"), found.words());
    assertEquals(new Place.OfNode("client", "gateway"), found.place());
    assertEquals(Severity.ERROR, found.severity());
  }

  @Test
  void mistypedName_hasASuggestion() {
    List<Finding> findings =
        run(
            new SmallProject()
                .vm("server", "10.0.1.2/24", "net.listen(80) " + WAITS)
                .vm("client", "10.0.1.3/24", "\n\nnet.connect('servr', 80)"));
    Finding found = only(findings, "mistypedName");
    assertEquals(List.of("client", "servr", "server"), found.words());
    assertEquals(new Place.InText("scripts/client.lua", 3, 0), found.place());
    only(findings, "neverCalled");
  }

  @Test
  void errorOfAScript_opensItsLine() {
    Finding found =
        only(run(new SmallProject().vm("pc", "10.0.1.3/24", "local x\nprint(x.y)")), "failed");
    assertEquals(new Place.InText("scripts/pc.lua", 2, 0), found.place());
    assertEquals("attempt to index local 'x' (a nil value)", found.words().get(1));
  }

  @Test
  void syntaxError_opensItsLine() {
    Finding found =
        only(run(new SmallProject().vm("pc", "10.0.1.3/24", "local x =\n\nprint(")), "failed");
    assertTrue(String.valueOf(found.place()).startsWith("scripts/pc.lua:"), found.toString());
  }

  @Test
  void busyLoop_isNamedWithItsLine() {
    Finding found =
        only(run(new SmallProject().vm("pc", "10.0.1.3/24", "\nwhile true do end")), "busy");
    assertEquals(new Place.InText("scripts/pc.lua", 2, 0), found.place());
  }

  @Test
  void cutLink_isToBeHealed() {
    List<Finding> findings =
        run(
            new SmallProject()
                .vm("server", "10.0.1.2/24", "net.listen(80) " + WAITS)
                .vm("client", "10.0.1.3/24", CALLS, "10ms"),
            new Stimulus.Cut(TimeSpan.ofNanos(17_000_000), "l1", Extras.NONE));
    Finding found = only(findings, "linkDown");
    assertEquals(new Place.OfLink("l1", "up"), found.place());
    assertTrue(only(findings, "lonelySwitch").times() > 1, "the question is asked again");
    assertEquals(List.of("client", "10.0.1.2", "server"), only(findings, "arpUnheard").words());
  }

  @Test
  void networkWithoutPrograms_saysSo() {
    only(run(new SmallProject().bareVm("a", "10.0.1.2/24", "")), "noPrograms");
  }

  @Test
  void placeOfAScript_isFoundInWords() {
    assertEquals(
        new Place.InText("scripts/a b.lua", 12, 0),
        ScriptPlace.of("scripts/a b.lua:12: oops").orElseThrow().place());
    assertEquals("oops", ScriptPlace.of("scripts/x.lua:1: oops").orElseThrow().rest());
    assertEquals(
        7, ScriptPlace.of("not enough memory\n\tscripts/x.lua:7: in").orElseThrow().place().line());
    assertTrue(ScriptPlace.of("nothing of that kind").isEmpty());
  }
}
