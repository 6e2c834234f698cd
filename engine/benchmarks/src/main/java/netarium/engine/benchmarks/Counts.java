package netarium.engine.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
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

/// How many suspended coroutines one VM holds, and how many waiting processes one run, in the heap
/// this program is given (`-Xmx2g`): `Counts [COROUTINES [PROCESSES]]`, by default 100,000 and
/// 10,000.
///
/// All are made, wait, are woken once more, and answer; a count that is wrong ends the program.
/// Each line says how many, the seconds to make and to wake them, and the heap while they wait.
final class Counts {
  private static final int PROCESSES_PER_VM = 100;
  private static final SimTime PARKED = SimTime.ZERO.plus(SimDuration.ofSeconds(500));
  private static final SimTime END = SimTime.ZERO.plus(SimDuration.ofSeconds(2000));

  private static final String COROUTINES =
      """
      local cos = {}
      for i = 1, COUNT do
        cos[i] = coroutine.create(function(x) local y = coroutine.yield(x) return x + y end)
        coroutine.resume(cos[i], i)
      end
      sleep(600)
      local n = 0
      for i = 1, COUNT do
        local _, sum = coroutine.resume(cos[i], 1)
        if sum == i + 1 then n = n + 1 end
      end
      print(n)
      """;

  private static final String PROCESS = "local x = arg and #arg or 0 sleep(600) print(1)";

  /// What the programs printed, added up.
  private long answers;

  private Counts() {}

  static void main(String[] args) {
    int coroutines = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int processes = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    String script = COROUTINES.replace("COUNT", Integer.toString(coroutines));
    new Counts().run("coroutines", coroutines, project(1, 1, script));
    int vms = (processes + PROCESSES_PER_VM - 1) / PROCESSES_PER_VM;
    int each = processes / vms;
    new Counts().run("processes", vms * each, project(vms, each, PROCESS));
  }

  private void run(String what, int count, Project project) {
    long before = Stopwatch.heapOctets();
    long begun = System.nanoTime();
    Simulation run = Simulation.of(project, RunSettings.with(this::take).withUntil(END));
    run.advance(PARKED);
    double made = (System.nanoTime() - begun) / 1e9;
    long heap = Stopwatch.heapOctets() - before;
    long woken = System.nanoTime();
    run.runToEnd();
    double answered = (System.nanoTime() - woken) / 1e9;
    if (answers != count) {
      throw new IllegalStateException(count + " " + what + ", but " + answers + " answered");
    }
    System.out.printf(
        Locale.ROOT,
        "counts %s=%d made_s=%.2f answered_s=%.2f heap_MB=%.1f each_B=%.0f max_heap_MB=%d%n",
        what,
        count,
        made,
        answered,
        heap / 1e6,
        heap / (double) count,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private void take(SimEvent event) {
    switch (event) {
      case SimEvent.ConsoleWritten written ->
          answers += Long.parseLong(new String(written.text().toByteArray(), UTF_8).strip());
      case SimEvent.ErrorRaised raised ->
          throw new IllegalStateException(new String(raised.text().toByteArray(), UTF_8));
      default -> {}
    }
  }

  private static Project project(int vms, int programsEach, String script) {
    String program = "{ \"kind\": \"script\", \"script\": \"scripts/a.lua\" }";
    List<String> nodes = new ArrayList<>();
    for (int i = 0; i < vms; i++) {
      nodes.add(
          """
          { "id": "m%d", "kind": "vm", "interfaces": [], "limits": { "memory": "1GiB" },
            "programs": [%s] }\
          """
              .formatted(i, String.join(", ", Collections.nCopies(programsEach, program))));
    }
    String topology =
        """
        { "format": "netarium-topology", "version": 1, "name": "counts", "seed": 1,
          "nodes": [%s], "links": [] }\
        """
            .formatted(String.join(",\n", nodes));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("topology.json", topology.getBytes(UTF_8));
    files.put("scripts/a.lua", script.getBytes(UTF_8));
    return switch (Projects.open(files, "counts")) {
      case OpenResult.Opened opened -> opened.project();
      case OpenResult.Refused refused ->
          throw new IllegalStateException("refused: " + refused.problems());
    };
  }
}
