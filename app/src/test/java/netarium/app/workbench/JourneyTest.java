package netarium.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import netarium.app.canvas.Toolkit;
import netarium.app.session.RunState;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Selection;
import netarium.app.session.Speed;
import netarium.app.session.Transport;
import netarium.app.workbench.Watchdog.Excuse;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.Topology;
import netarium.topologies.link.Link;
import netarium.topologies.node.InterfaceSpec;
import netarium.topologies.node.Node;
import netarium.topologies.node.Vm;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import netarium.topologies.unit.Ipv4Cidr;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// What people do in the window from end to end, with mouse and keys.
class JourneyTest {
  private static final String SERVER =
      """
      net.listen(80)
      while true do
      local r = net.recv()
      if r then
      net.send(r.src_ip, r.src_port, "Hello " .. r.data)
      end
      end
      """;

  private static final String CLIENT =
      """
      local conn = net.connect("vm1", 80)
      conn:send("NTML")
      while true do
      local r = conn:recv()
      if r then
      print(r.data)
      break
      end
      end
      """;

  @TempDir Path folder;

  @RepeatedTest(2)
  void sample_isOpenedRunReadSteppedAndReset(RepetitionInfo round) {
    try (TestWindow window = new TestWindow(folder, round)) {
      window.open("Open and run");
      RunState end = window.runOn();
      assertEquals(Phase.OVER, end.phase());
      Transport transport = window.desk().transport();
      Selection selection = window.desk().selection();
      TableView<?> table = (TableView<?>) window.hand.find("packets", TableView.class::isInstance);
      window.hand.click(window.hand.on(table, 60, 26 + 5.5 * 24));
      window.frames(1);
      long chosen = Toolkit.on(selection::event);
      assertNotEquals(Selection.NO_EVENT, chosen);
      SimEvent event = Toolkit.on(() -> transport.log().event(chosen));
      assertTrue(event instanceof SimEvent.FrameSent, "a row is a frame");
      assertTrue(window.hand.reads("Ethernet II"), "its layers are shown");
      assertTrue(window.hand.reads("GET /"), "it is the request");
      long before = Toolkit.on(() -> transport.playhead().instant());
      window.hand.click("Previous frame");
      assertTrue(Toolkit.on(() -> transport.playhead().instant()) <= before);
      assertFalse(Toolkit.on(() -> transport.playhead().isLive()));
      window.hand.click("Begin again");
      assertEquals(Phase.READY, Toolkit.on(transport::state).phase());
      assertEquals(Selection.NO_EVENT, Toolkit.on(selection::event));
    }
  }

  @RepeatedTest(2)
  void network_isDrawnScriptedRunSavedAndReopened(RepetitionInfo round) {
    try (TestWindow window = new TestWindow(folder, round)) {
      drawTwoMachinesAndASwitch(window);
      assertAddressesOfOneSegment(window.topology());
      script(window, "vm1", SERVER);
      script(window, "vm2", CLIENT);
      Toolkit.on(() -> {
        window.desk().transport().speed(Speed.MAX);
        return 0;
      });
      run(window);
      RunState end = window.runOn();
      assertEquals(Phase.OVER, end.phase());
      assertEquals(List.of("Hello NTML\n"), consoleOf(window));
      window.person.place = folder.resolve("mine");
      window.hand.press(KeyCode.CONTROL, KeyCode.S);
      assertFalse(Toolkit.on(() -> window.desk().document().isModified()), "it is saved");
      Project saved = opened(folder.resolve("mine"));
      EventLog log = new EventLog();
      Simulation run = Simulation.of(saved, RunSettings.with(log));
      assertEquals(run.runToEnd().hash(), end.hash());
      window.watchdog.excused(
          Excuse.OPENING,
          () ->
              Toolkit.on(() -> {
                window.graph.documents().open(folder.resolve("mine"));
                return 0;
              }));
      Toolkit.on(() -> {
        window.desk().transport().speed(Speed.MAX);
        return 0;
      });
      run(window);
      assertEquals(end.hash(), window.runOn().hash());
    }
  }

  @RepeatedTest(2)
  void everything_isUndoneToTheEmptyCanvasAndRedone(RepetitionInfo round) {
    try (TestWindow window = new TestWindow(folder, round)) {
      window.open("New network");
      Topology empty = window.topology();
      window.hand.click("Begin again");
      drawOn(window);
      window.hand.drag(window.node("sw1"), window.onCanvas(0.5, 0.8));
      Topology drawn = window.topology();
      int steps = 0;
      while (Toolkit.on(() -> window.desk().document().history().canUndo())) {
        window.hand.press(KeyCode.CONTROL, KeyCode.Z);
        steps++;
      }
      assertEquals(empty, window.topology());
      for (int i = 0; i < steps; i++) {
        window.hand.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
      }
      assertEquals(drawn, window.topology());
      assertTrue(steps >= 6, "three nodes, two cables, a move");
    }
  }

  private static void run(TestWindow window) {
    window.hand.click(window.hand.find("Run", node -> node.getStyleClass().contains("run-button")));
    assertTrue(Toolkit.on(() -> window.desk().transport().isRunning()), "Run was pressed");
  }

  private static void drawTwoMachinesAndASwitch(TestWindow window) {
    window.open("New network");
    drawOn(window);
  }

  private static void drawOn(TestWindow window) {
    place(window, "VM", 0.3, 0.3);
    place(window, "VM", 0.75, 0.3);
    place(window, "Switch", 0.5, 0.7);
    List<String> ids = window.topology().nodes().stream().map(Node::id).toList();
    assertEquals(List.of("vm1", "vm2", "sw1"), ids);
    window.hand.click("Connect two nodes");
    window.hand.drag(window.node("vm1"), window.node("sw1"));
    window.hand.drag(window.node("vm2"), window.node("sw1"));
    window.hand.press(KeyCode.ESCAPE);
    window.hand.click("Select and move (Esc)");
    assertEquals(2, window.topology().links().size());
  }

  private static void place(TestWindow window, String what, double across, double down) {
    Point2D from = window.hand.middle(window.hand.find(what));
    window.hand.drag(from, window.onCanvas(across, down));
  }

  /// Both machines are plugged into one switch and have different addresses of one network.
  private static void assertAddressesOfOneSegment(Topology topology) {
    Set<String> networks = new LinkedHashSet<>();
    Set<String> addresses = new LinkedHashSet<>();
    for (Node node : topology.nodes()) {
      if (node instanceof Vm) {
        for (InterfaceSpec each : node.interfaces()) {
          Ipv4Cidr cidr = each.fixedIpv4();
          assertTrue(cidr != null, node.id() + " has an address");
          networks.add(cidr.network().toString());
          addresses.add(cidr.address().toString());
        }
      }
    }
    assertEquals(1, networks.size());
    assertEquals(2, addresses.size());
    assertEquals(2, topology.links().stream().map(Link::a).distinct().count());
  }

  /// Selects a machine, begins a script by the command's name and types over the template.
  private static void script(TestWindow window, String vm, String text) {
    window.hand.click(
        window.hand.find(
            "the tab of the network",
            node ->
                node.getStyleClass().contains("strip-tab")
                    && "Network".equals(node.getAccessibleText())));
    window.hand.click(window.node(vm));
    window.hand.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    window.hand.type("New script");
    window.watchdog.excused(Excuse.SCRIPT, () -> window.hand.press(KeyCode.ENTER));
    window.hand.press(KeyCode.CONTROL, KeyCode.A);
    window.hand.type(text);
  }

  private static List<String> consoleOf(TestWindow window) {
    return Toolkit.on(() -> {
      EventLog log = window.desk().transport().log();
      return log.events().stream()
          .filter(SimEvent.ConsoleWritten.class::isInstance)
          .map(event -> ((SimEvent.ConsoleWritten) event).text())
          .map(text -> new String(text.toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
          .toList();
    });
  }

  private static Project opened(Path place) {
    return switch (Projects.open(place)) {
      case OpenResult.Opened opened -> opened.project();
      case OpenResult.Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }
}
