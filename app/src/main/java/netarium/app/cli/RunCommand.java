package netarium.app.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import netarium.app.capture.Captures;
import netarium.engine.run.Recording;
import netarium.engine.run.RunResult;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.run.pace.Pace;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventSink;
import netarium.engine.trace.KeyLogWriter;
import netarium.engine.trace.PcapngWriter;
import netarium.engine.trace.PortId;
import netarium.engine.trace.TraceFormat;
import netarium.engine.trace.TraceWriter;
import netarium.topologies.Topology;
import netarium.topologies.problem.Problem;
import netarium.topologies.project.Recordings;
import netarium.topologies.project.SaveResult;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `netarium run PROJECT`: runs a project to its end without a window.
///
/// Standard output is what the consoles show and one last line without any figure of the host's
/// clock; everything else goes to standard error.
@Command(
    name = "run",
    description = "Runs a project to its end and prints what its consoles show.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Streams.Command {
  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT",
      description = "A folder, its topology.json, a .netarium file or sample:NAME.")
  @Nullable String project;

  @Option(names = "--until", paramLabel = "10s", description = "Simulated time to run to.")
  @Nullable String until;

  @Option(names = "--seed", paramLabel = "N", description = "In place of the topology's seed.")
  @Nullable Long seed;

  @Option(names = "--speed", paramLabel = "max|1x|0.1x", description = "Real time, or faster.")
  String speed = "max";

  @Option(names = "--pcap", paramLabel = "F.pcapng", description = "Writes a capture.")
  @Nullable Path pcap;

  @Option(names = "--pcap-if", paramLabel = "NODE:IFACE", description = "Of one interface only.")
  @Nullable String pcapInterface;

  @Option(names = "--trace", paramLabel = "F.jsonl|-", description = "Writes every event as JSON.")
  @Nullable String trace;

  @Option(names = "--trace-octets", description = "Frames in the trace as octets, too.")
  boolean traceOctets;

  @Option(names = "--keylog", paramLabel = "F", description = "Writes the secrets of TLS.")
  @Nullable Path keyLog;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes the topology for this run: l1.loss=20%%, client.cpu=1us, until=2s.")
  List<String> settings = new ArrayList<>();

  @Option(names = "--record", paramLabel = "F", description = "Writes a recording of the run.")
  @Nullable Path recordTo;

  @Option(
      names = "--replay",
      paramLabel = "F",
      description = "Runs a recording again; it holds its PROJECT.")
  @Nullable Path replay;

  @Option(names = "--plain", paramLabel = "NAME", description = "One VM's console alone, bare.")
  @Nullable String plain;

  RunCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try {
      Optional<RunSource> source = source();
      return source.isEmpty() ? ExitCode.COULD_NOT_OPEN : run(source.get());
    } catch (BadOption e) {
      streams.err().println("netarium: " + e.getMessage());
      return ExitCode.COULD_NOT_OPEN;
    }
  }

  private Optional<RunSource> source() {
    if (replay == null) {
      return RunSource.project(project, settings, streams);
    }
    if (seed != null || until != null || !settings.isEmpty()) {
      String option = seed != null ? "--seed" : until != null ? "--until" : "--set";
      throw new BadOption(
          option + ": a recording brings its own settings; leave " + option + " or --replay out");
    }
    return RunSource.recording(replay, project, streams);
  }

  private int run(RunSource source) {
    Topology topology = source.project().topology();
    List<String> ids = topology.nodes().stream().map(node -> node.id()).toList();
    List<EventSink> sinks = new ArrayList<>();
    List<Closeable> files = new ArrayList<>();
    ConsolePrinter console = console(ids);
    sinks.add(console);
    Optional<Pace> pace = pace();
    RunSettings runSettings = settings(event -> sinks.forEach(sink -> sink.accept(event)));
    Simulation simulation;
    RunResult result;
    try {
      openTrace(ids, sinks, files);
      openCapture(topology, sinks, files);
      openKeyLog(sinks, files);
      simulation = source.simulation(runSettings);
      pace.ifPresent(kept -> kept.run(simulation));
      result = simulation.runToEnd();
      console.finish();
    } finally {
      close(files);
    }
    if (plain == null) {
      streams.out().println(result.summary());
    }
    source.compare(simulation, streams);
    return save(simulation.recording());
  }

  /// Also after a fault of ours: what was written so far is worth reading.
  private static void close(List<Closeable> files) {
    for (Closeable file : files) {
      try {
        file.close();
      } catch (IOException e) {
        throw new BadOption("the trace or capture could not be written: " + e.getMessage());
      }
    }
  }

  private int save(Recording recording) {
    if (recordTo != null
        && Recordings.save(recording.project(), recording.run(), recordTo)
            instanceof SaveResult.Failed(Problem problem)) {
      streams.err().println(problem);
      return ExitCode.COULD_NOT_OPEN;
    }
    return ExitCode.DONE;
  }

  private RunSettings settings(EventSink sink) {
    OptionalLong ownSeed = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    RunSettings seeded = RunSettings.with(sink).withSeed(ownSeed);
    return until == null ? seeded : seeded.withUntil(new SimTime(span("--until", until)));
  }

  private static long span(String option, String text) {
    return switch (TimeSpan.parse(text)) {
      case Parsed.Ok<TimeSpan> ok -> ok.value().nanos();
      case Parsed.Bad<TimeSpan> bad ->
          throw new BadOption(option + ": " + bad.why() + "; " + bad.advice());
    };
  }

  private Optional<Pace> pace() {
    if (speed.equals("max")) {
      return Optional.empty();
    }
    String number = speed.endsWith("x") ? speed.substring(0, speed.length() - 1) : speed;
    try {
      double factor = Double.parseDouble(number);
      if (factor > 0 && factor < 1e6) {
        return Optional.of(new Pace(factor));
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is no speed.
    }
    throw new BadOption("--speed: \"" + speed + "\" is no speed; write max, 1x or 0.1x");
  }

  private ConsolePrinter console(List<String> ids) {
    if (plain == null) {
      return ConsolePrinter.ofAll(streams.out(), ids);
    }
    int node = ids.indexOf(plain);
    if (node < 0) {
      throw new BadOption("--plain: there is no node " + plain);
    }
    return ConsolePrinter.ofOne(streams.out(), ids, node);
  }

  private void openTrace(List<String> ids, List<EventSink> sinks, List<Closeable> files) {
    if (trace != null) {
      OutputStream target =
          trace.equals("-") ? new Undying(streams.out()) : create("--trace", Path.of(trace));
      TraceWriter writer = new TraceWriter(new TraceFormat(ids, traceOctets), target);
      sinks.add(writer);
      files.add(writer);
    }
  }

  private void openCapture(Topology topology, List<EventSink> sinks, List<Closeable> files) {
    if (pcap != null) {
      Optional<PortId> only = CapturePort.named(topology, pcapInterface);
      PcapngWriter writer =
          new PcapngWriter(Captures.setup(topology, only), create("--pcap", pcap));
      sinks.add(writer);
      files.add(writer);
    }
  }

  private void openKeyLog(List<EventSink> sinks, List<Closeable> files) {
    if (keyLog != null) {
      KeyLogWriter writer = new KeyLogWriter(create("--keylog", keyLog));
      sinks.add(writer);
      files.add(writer);
    }
  }

  private static OutputStream create(String option, Path file) {
    try {
      return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    } catch (IOException e) {
      throw new BadOption(
          option + ": cannot write " + file + "; name a file in a folder that exists");
    }
  }

  /// Standard output, which a trace must not close.
  private static final class Undying extends FilterOutputStream {
    Undying(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
      out.write(octets, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
