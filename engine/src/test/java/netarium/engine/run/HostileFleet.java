package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.SimEvent;

/// One simulation of many machines with a hostile script each, beside eight healthy ones that
/// exchange messages. A program of its own, so that it runs with the heap it is given:
/// `HostileFleet FOLDER [NAME…]`, where the folder holds the scripts.
///
/// It prints, for the scripts named or for all, what each console says, and whether the healthy
/// were disturbed.
final class HostileFleet {
  private static final int PAIRS = 4;
  private static final SimTime END = new SimTime(1_600_000_000L);

  private static final String SERVER =
      """
      net.listen(7)
      while true do
        local r = net.recv()
        if r then net.send(r.src_ip, r.src_port, r.data) end
      end
      """;

  private static final String CLIENT =
      """
      local c = net.connect("10.9.0.SERVER", 7)
      for i = 1, 40 do
        c:send("ping " .. i)
        local r repeat r = c:recv() until r
        assert(r.data == "ping " .. i)
        sleep(0.005)
      end
      print("done after " .. os.clock())
      c:close()
      """;

  private HostileFleet() {}

  /// The scripts of a folder by name.
  static Map<String, String> scripts(Path folder) {
    Map<String, String> scripts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".lua", "");
        scripts.put(name, Files.readString(file, UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return scripts;
  }

  private static TestProject project(Map<String, String> culprits) {
    TestProject project =
        new TestProject()
            .node("{ \"id\": \"sw\", \"kind\": \"switch\" }")
            .script("server.lua", SERVER);
    for (int i = 0; i < PAIRS; i++) {
      project
          .vm("server" + i, "10.9.0." + (10 + i) + "/24", "server.lua")
          .vm("client" + i, "10.9.0." + (20 + i) + "/24", "client" + i + ".lua")
          .script("client" + i + ".lua", CLIENT.replace("SERVER", "" + (10 + i)))
          .link("s" + i, "server" + i + ":eth0", "sw:s" + i, "")
          .link("c" + i, "client" + i + ":eth0", "sw:c" + i, "");
    }
    culprits.forEach((name, text) -> {
      String limits =
          text.lines()
              .filter(line -> line.startsWith("--! limits: "))
              .map(line -> line.substring("--! limits: ".length()))
              .findFirst()
              .orElse("");
      String members = limits.isEmpty() ? "" : ", \"limits\": { " + limits + " }";
      project.vmWith(name, "", members, name + ".lua").script(name + ".lua", text);
    });
    return project;
  }

  /// What the healthy have done, and when.
  private static List<String> healthy(TestProject.Run run) {
    List<String> lines = new ArrayList<>();
    for (SimEvent.ConsoleWritten written : run.all(SimEvent.ConsoleWritten.class)) {
      String node = run.nodeIds().get(written.node());
      if (node.matches("(server|client)\\d")) {
        String text = new String(written.text().toByteArray(), UTF_8);
        lines.add(node + " at " + written.at() + ": " + text.strip());
      }
    }
    return lines;
  }

  /// Every script alone, with the time it takes: to find who takes more than its share.
  private static void each(Map<String, String> all, RunSettings settings) {
    all.forEach((name, text) -> {
      System.out.println("=== " + name);
      long begun = System.nanoTime();
      String console;
      try {
        console = project(Map.of(name, text)).run(settings).console(name);
      } catch (RuntimeException | Error e) {
        StackTraceElement[] at = e.getStackTrace();
        console = "!!! " + e + (at.length > 2 ? at[0] + " " + at[1] + " " + at[2] : "");
      }
      long millis = (System.nanoTime() - begun) / 1_000_000;
      System.out.println(console.substring(0, Math.min(console.length(), 700)));
      System.out.println("--- " + millis + " ms " + name);
    });
  }

  static void main(String[] args) {
    Map<String, String> all = scripts(Path.of(args[0]));
    if (args.length > 1) {
      all.keySet().retainAll(List.of(args).subList(1, args.length));
    }
    RunSettings settings = RunSettings.with(event -> {}).withUntil(END);
    if (Boolean.getBoolean("each")) {
      each(all, settings);
      return;
    }
    List<String> alone = healthy(project(Map.of()).run(settings));
    long begun = System.nanoTime();
    TestProject.Run run = project(all).run(settings);
    long wall = System.nanoTime() - begun;
    for (String name : all.keySet()) {
      System.out.println("=== " + name);
      String console = run.console(name);
      int shown = Math.min(console.length(), 3000);
      System.out.println(console.substring(0, shown).replace("\r", "\\r"));
    }
    System.out.println("=== (healthy)");
    healthy(run).forEach(System.out::println);
    System.out.println("=== (alone)");
    alone.forEach(System.out::println);
    System.out.println("=== (hash)");
    System.out.println(run.result());
    System.err.println("wall " + wall / 1_000_000 + " ms");
  }
}
