package netarium.app.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.app.samples.BundledSamples;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;

/// A project written down in a test: machines behind one switch, with their scripts as text.
public final class SmallProject {
  private final List<String> nodes = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private String linkMembers = ", \"rate\": \"10Mbit/s\", \"delay\": \"5ms\"";

  public static Project sample(String name) {
    return open(BundledSamples.files(name).orElseThrow(), name);
  }

  /// What the links that follow are like: `, "delay": "5ms"`.
  public SmallProject links(String members) {
    linkMembers = members;
    return this;
  }

  /// A machine with an address and a script, cabled to the switch.
  public SmallProject vm(String id, String ipv4, String script) {
    return vm(id, ipv4, script, "0s");
  }

  /// As above, with a program that starts at an instant.
  public SmallProject vm(String id, String ipv4, String script, String start) {
    files.put("scripts/" + id + ".lua", script.getBytes(UTF_8));
    String path = "scripts/" + id + ".lua";
    String program = "{ \"kind\": \"script\", \"script\": \"" + path + "\"";
    return bareVm(id, ipv4, program + ", \"start\": \"" + start + "\" }");
  }

  /// A machine with these programs in JSON, or none.
  public SmallProject bareVm(String id, String ipv4, String programs) {
    String interfaces = "{ \"name\": \"eth0\", \"ipv4\": \"" + ipv4 + "\" }";
    nodes.add(
        """
        { "id": "%s", "kind": "vm", "interfaces": [%s], "programs": [%s] }\
        """
            .formatted(id, interfaces, programs));
    int port = links.size() + 1;
    links.add(
        """
        { "id": "l%d", "a": { "node": "%s", "interface": "eth0" },
          "b": { "node": "sw", "interface": "p%d" }%s }\
        """
            .formatted(port, id, port, linkMembers));
    return this;
  }

  public Project project(long seed) {
    String topology =
        """
        { "format": "netarium-topology", "version": 1, "name": "test", "seed": %d,
          "nodes": [%s, { "id": "sw", "kind": "switch" }], "links": [%s] }\
        """
            .formatted(seed, String.join(",\n", nodes), String.join(",\n", links));
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.put("topology.json", topology.getBytes(UTF_8));
    return open(all, "test");
  }

  private static Project open(Map<String, byte[]> files, String name) {
    return switch (Projects.open(files, name)) {
      case OpenResult.Opened opened -> opened.project();
      case OpenResult.Refused refused ->
          throw new AssertionError("the test's project is refused: " + refused.problems());
    };
  }
}
