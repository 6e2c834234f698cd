package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;

/// A project written down in a test: nodes and links as JSON, scripts as text.
final class TestProject {
  private final List<String> nodes = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private String more = "";

  /// A VM with an address on `eth0` (none when empty) that runs scripts of these names at once.
  TestProject vm(String id, String ipv4, String... scripts) {
    return vmWith(id, ipv4, "", scripts);
  }

  /// As above, with more members of the node: `, "cpu": "1us"`.
  TestProject vmWith(String id, String ipv4, String members, String... scripts) {
    String interfaces = ipv4.isEmpty() ? "" : "{ \"name\": \"eth0\", \"ipv4\": \"" + ipv4 + "\" }";
    List<String> programs = new ArrayList<>();
    for (String script : scripts) {
      programs.add("{ \"kind\": \"script\", \"script\": \"scripts/" + script + "\" }");
    }
    nodes.add(
        """
        { "id": "%s", "kind": "vm", "interfaces": [%s], "programs": [%s]%s }\
        """
            .formatted(id, interfaces, String.join(", ", programs), members));
    return this;
  }

  TestProject node(String json) {
    nodes.add(json);
    return this;
  }

  /// A link between `a:eth0` and `b:p1`, with more members: `, "delay": "5ms"`.
  TestProject link(String id, String a, String b, String members) {
    links.add(
        """
        { "id": "%s", "a": %s, "b": %s%s }\
        """
            .formatted(id, end(a), end(b), members));
    return this;
  }

  private static String end(String port) {
    int colon = port.indexOf(':');
    return """
    { "node": "%s", "interface": "%s" }\
    """
        .formatted(port.substring(0, colon), port.substring(colon + 1));
  }

  TestProject script(String name, String text) {
    files.put("scripts/" + name, text.getBytes(UTF_8));
    return this;
  }

  /// More members of the topology itself: `, "stimuli": […]`.
  TestProject with(String members) {
    more += members;
    return this;
  }

  Project project() {
    String topology =
        """
        { "format": "netarium-topology", "version": 1, "name": "test", "seed": 1,
          "nodes": [%s], "links": [%s]%s }\
        """
            .formatted(String.join(",\n", nodes), String.join(",\n", links), more);
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.put("topology.json", topology.getBytes(UTF_8));
    return switch (Projects.open(all, "test")) {
      case OpenResult.Opened opened -> opened.project();
      case OpenResult.Refused refused ->
          throw new AssertionError("the test's project is refused: " + refused.problems());
    };
  }

  /// A run to its end with everything it wrote.
  record Run(RunResult result, List<SimEvent> events, List<String> nodeIds) {
    /// What a VM's programs printed, errors and notices included, in order.
    String console(String node) {
      int index = nodeIds.indexOf(node);
      StringBuilder text = new StringBuilder();
      for (SimEvent event : events) {
        if (event.node() != index) {
          continue;
        }
        switch (event) {
          case SimEvent.ConsoleWritten written -> text.append(utf8(written.text().toByteArray()));
          case SimEvent.ErrorRaised raised ->
              text.append(utf8(raised.text().toByteArray())).append('\n');
          case SimEvent.Notice notice -> text.append(notice.text()).append('\n');
          default -> {}
        }
      }
      return text.toString();
    }

    private static String utf8(byte[] octets) {
      return new String(octets, UTF_8);
    }

    <T extends SimEvent> List<T> all(Class<T> kind) {
      return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Frames sent by ports of that name on any node.
    long framesFrom(String interfaceName) {
      return all(SimEvent.FrameSent.class).stream()
          .filter(sent -> sent.from().interfaceName().equals(interfaceName))
          .count();
    }
  }

  Run run() {
    return run(RunSettings.with(event -> {}));
  }

  Run run(RunSettings settings) {
    return run(project(), settings);
  }

  static Run run(Project project, RunSettings settings) {
    EventLog log = new EventLog();
    RunSettings logged =
        new RunSettings(settings.seed(), settings.until(), log, settings.continuesInPlace());
    Simulation simulation = Simulation.of(project, logged);
    RunResult result = simulation.runToEnd();
    return new Run(result, log.events(), simulation.network().nodeIds());
  }
}
