package netarium.engine.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;

/// How much heap a part of a simulation takes: the difference after full collections, by number.
///
/// - `HeapUse hosts 1000`: VMs on a switch without a program.
/// - `HeapUse scripts 1000`: each with a script that waits for messages.
/// - `HeapUse coroutines 10000`: suspended coroutines in one script.
final class HeapUse {
  private static final String WAITING =
      """
      net.listen(7)
      while true do
        local r = net.recv()
        if r then net.send(r.src_ip, r.src_port, r.data) end
      end
      """;

  private static final SimTime PARKED = SimTime.ZERO.plus(SimDuration.ofSeconds(30));

  private static final SimDuration SPARE = SimDuration.ofSeconds(30);

  private final Project project;

  /// Emptied to see what is left without the simulation.
  private final List<Simulation> simulations = new ArrayList<>();

  private HeapUse(Map<String, byte[]> files) {
    project =
        switch (Projects.open(files, "benchmark")) {
          case OpenResult.Opened opened -> opened.project();
          case OpenResult.Refused refused ->
              throw new IllegalStateException("refused: " + refused.problems());
        };
    Simulation run =
        Simulation.of(project, RunSettings.with(HeapUse::refuse).withUntil(PARKED.plus(SPARE)));
    run.advance(PARKED);
    simulations.add(run);
  }

  /// A script that failed would be counted as a small one.
  private static void refuse(SimEvent event) {
    if (event instanceof SimEvent.ErrorRaised raised) {
      throw new IllegalStateException(new String(raised.text().toByteArray(), UTF_8));
    }
  }

  static void main(String[] args) {
    String what = args.length > 0 ? args[0] : "scripts";
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
    boolean isCoroutines = what.equals("coroutines");
    // Classes are loaded and constants made by a small one.
    new HeapUse(files(what, isCoroutines ? 1 : 10));
    long before = Stopwatch.heapOctets();
    HeapUse use = new HeapUse(files(what, count));
    long all = Stopwatch.heapOctets() - before;
    use.simulations.clear();
    long described = Stopwatch.heapOctets() - before;
    System.out.printf(
        Locale.ROOT,
        "heap %s=%d nodes=%d each_B=%.0f description_B=%.0f%n",
        what,
        count,
        use.project.topology().nodes().size(),
        (all - described) / (double) count,
        described / (double) count);
  }

  private static Map<String, byte[]> files(String what, int count) {
    return switch (what) {
      case "hosts" -> star(count, "");
      case "scripts" -> star(count, WAITING);
      case "coroutines" -> oneMachine(Coroutines.script(count) + "while true do sleep(1000) end\n");
      default -> throw new IllegalArgumentException("hosts, scripts or coroutines, not " + what);
    };
  }

  private static Map<String, byte[]> star(int count, String script) {
    List<String> nodes = new ArrayList<>();
    List<String> links = new ArrayList<>();
    nodes.add("{ \"id\": \"sw\", \"kind\": \"switch\" }");
    for (int i = 0; i < count; i++) {
      String address = "10.1." + (1 + i / 250) + "." + (1 + i % 250) + "/16";
      nodes.add(vm("m" + i, address, script.isEmpty() ? "" : PROGRAM, ""));
      links.add(
          """
          { "id": "l%d", "a": { "node": "m%d", "interface": "eth0" },
            "b": { "node": "sw", "interface": "p%d" } }\
          """
              .formatted(i, i, i));
    }
    return project(nodes, links, script);
  }

  private static Map<String, byte[]> oneMachine(String script) {
    String limit = ", \"limits\": { \"memory\": \"1GiB\" }";
    return project(List.of(vm("box", "10.1.0.1/16", PROGRAM, limit)), List.of(), script);
  }

  private static final String PROGRAM = "{ \"kind\": \"script\", \"script\": \"scripts/a.lua\" }";

  private static String vm(String id, String address, String program, String more) {
    return """
    { "id": "%s", "kind": "vm", "programs": [%s],
      "interfaces": [{ "name": "eth0", "ipv4": "%s" }]%s }\
    """
        .formatted(id, program, address, more);
  }

  private static Map<String, byte[]> project(
      List<String> nodes, List<String> links, String script) {
    String topology =
        """
        { "format": "netarium-topology", "version": 1, "name": "benchmark", "seed": 1,
          "nodes": [%s], "links": [%s] }\
        """
            .formatted(String.join(",\n", nodes), String.join(",\n", links));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("topology.json", topology.getBytes(UTF_8));
    if (!script.isEmpty()) {
      files.put("scripts/a.lua", script.getBytes(UTF_8));
    }
    return files;
  }
}
