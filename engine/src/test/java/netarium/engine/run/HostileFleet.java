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
/// It prints, for the scripts named or for all, what each console says, what the healthy said and
/// when, with the hostile and without, and the hash of the run; of two runs for all scripts.
final class HostileFleet {
  private static final int PAIRS = 4;

  /// So many lines from the beginning and from the end of a console are shown, and so much of each.
  private static final int SHOWN_LINES = 5;

  private static final int SHOWN_CHARACTERS = 200;

  private static final SimTime END = new SimTime(1_200_000_000L);

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
      for i = 1, 100 do
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
    culprits.forEach((name, text) ->
        project.vmWith(name, "", members(name, text), name + ".lua").script(name + ".lua", text));
    return project;
  }

  /// The machine of a culprit: slow where it only burns time, so that the test does not, and with
  /// the limits that its script asks for.
  private static String members(String name, String text) {
    boolean isBurner = name.startsWith("cpu-") || name.startsWith("compile-");
    String cpu = line(text, "cpu", isBurner ? "1us" : "100ns");
    return ", \"cpu\": \"" + cpu + "\", \"limits\": { " + line(text, "limits", "") + " }";
  }

  private static String line(String text, String word, String otherwise) {
    String start = "-- " + word + ": ";
    return text.lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse(otherwise);
  }

  /// Keeps what is on the consoles only: a culprit can cause more events than memory holds.
  private static TestProject.Run run(TestProject project, RunSettings settings) {
    List<SimEvent> events = new ArrayList<>();
    RunSettings listening =
        new RunSettings(
            settings.seed(),
            settings.until(),
            event -> {
              switch (event) {
                case SimEvent.ConsoleWritten _, SimEvent.ErrorRaised _, SimEvent.Notice _ ->
                    events.add(event);
                default -> {}
              }
            },
            settings.continuesInPlace());
    Simulation simulation = Simulation.of(project.project(), listening);
    RunResult result = simulation.runToEnd();
    return new TestProject.Run(result, events, simulation.network().nodeIds());
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

  private static void print(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i < SHOWN_LINES || i >= lines.size() - SHOWN_LINES) {
        System.out.println(line.substring(0, Math.min(line.length(), SHOWN_CHARACTERS)));
      } else if (i == SHOWN_LINES) {
        System.out.println("(and so on)");
      }
    }
  }

  static void main(String[] args) {
    Map<String, String> all = scripts(Path.of(args[0]));
    if (args.length > 1) {
      all.keySet().retainAll(List.of(args).subList(1, args.length));
    }
    RunSettings settings = RunSettings.with(event -> {}).withUntil(END);
    List<String> alone = healthy(run(project(Map.of()), settings));
    TestProject.Run run = run(project(all), settings);
    for (String name : all.keySet()) {
      System.out.println("=== " + name);
      print(run.console(name).lines().toList());
    }
    System.out.println("=== (healthy)");
    healthy(run).forEach(System.out::println);
    System.out.println("=== (alone)");
    alone.forEach(System.out::println);
    System.out.println("=== (hash)");
    System.out.println(run.result());
    if (args.length == 1) {
      System.out.println(run(project(all), settings).result());
    }
  }
}
