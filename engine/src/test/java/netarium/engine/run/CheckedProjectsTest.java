package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Projects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedProjectsTest {
  private static byte[] topology(String... rules) {
    return """
    { "format": "netarium-topology", "version": 1, "name": "t", "seed": 1,
      "nodes": [ { "id": "a", "kind": "hub" }, { "id": "b", "kind": "hub" } ],
      "links": [ { "id": "l", "a": { "node": "a", "interface": "eth0" },
        "b": { "node": "b", "interface": "eth0" }, "rules": [
          %s
        ] } ] }
    """
        .formatted(String.join(",\n      ", rules))
        .getBytes(UTF_8);
  }

  private static List<String> refusals(OpenResult result) {
    return assertInstanceOf(OpenResult.Refused.class, result).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void unreadableFilter_isRefusedWithItsPlace() {
    OpenResult result =
        CheckedProjects.open(
            Map.of(
                "topology.json",
                topology(
                    "{ \"match\": \"tcp.len > 0\", \"do\": \"drop\" }",
                    "{ \"match\": \"tcp && tcp.flag.syn\", \"do\": \"drop\" }",
                    "{ \"match\": \"(tcp\", \"do\": \"drop\" }")),
            "net");
    List<String> problems = refusals(result);
    assertEquals(2, problems.size());
    assertTrue(
        problems
            .getFirst()
            .startsWith(
                "net/topology.json:6:26: a rule of link \"l\": 'tcp.flag.syn' is not known; use"),
        problems.getFirst());
    assertTrue(problems.get(1).startsWith("net/topology.json:7:"), problems.get(1));
  }

  @Test
  void projectWithoutMistake_isOpened() {
    byte[] good = topology("{ \"match\": \"tcp.flags.syn\", \"do\": \"drop\" }");
    assertInstanceOf(
        OpenResult.Opened.class, CheckedProjects.open(Map.of("topology.json", good), "net"));
  }

  private static OpenResult open(Path path) {
    return CheckedProjects.checked(Projects.open(path), path.toString());
  }

  @Test
  void folderAndItsTopology_areCalledAsTheyWere(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("topology.json");
    Files.write(file, topology("{ \"match\": \"nonsense\", \"do\": \"drop\" }"));
    String inFolder = refusals(open(folder)).getFirst();
    String itself = refusals(open(file)).getFirst();
    assertEquals(inFolder, itself);
    assertTrue(itself.startsWith(file + ":5:"), itself);
  }
}
