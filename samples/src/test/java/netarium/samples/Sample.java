package netarium.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import netarium.engine.run.RunResult;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.TraceFormat;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;

/// A bundled sample, read from the module's sources.
record Sample(String name) {
  private static final Path ROOT = Path.of("src/main/resources/netarium/samples");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /// Samples that go on as long as somebody looks: their golden traces end early.
  private static final List<String> ENDLESS = List.of("paddles");

  private static final SimTime LONG_ENOUGH = new SimTime(1_500_000_000);

  static Stream<Sample> all() {
    return read(ROOT.resolve("index.txt")).lines().map(Sample::new);
  }

  Path folder() {
    return ROOT.resolve(name);
  }

  Path golden() {
    return GOLDEN.resolve(name + ".jsonl");
  }

  String text(String path) {
    return read(folder().resolve(path));
  }

  OpenResult open() {
    return Projects.open(folder());
  }

  Project project() {
    return switch (open()) {
      case OpenResult.Opened opened -> opened.project();
      case OpenResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  /// A run with its trace as text.
  record Run(RunResult result, String trace, EventLog log, List<String> nodeIds) {}

  Run run(boolean inPlace) {
    EventLog log = new EventLog();
    RunSettings settings = RunSettings.with(log).inPlace(inPlace);
    Simulation simulation =
        Simulation.of(
            project(), ENDLESS.contains(name) ? settings.withUntil(LONG_ENOUGH) : settings);
    RunResult result = simulation.runToEnd();
    List<String> ids = simulation.network().nodeIds();
    TraceFormat format = new TraceFormat(ids, false);
    StringBuilder trace = new StringBuilder();
    log.events().forEach(event -> trace.append(format.line(event)));
    return new Run(result, trace.toString(), log, ids);
  }

  static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
