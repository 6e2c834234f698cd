package netarium.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import netarium.app.samples.BundledSamples;
import netarium.app.workbench.MainWindow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `netarium [PROJECT]`, and the commands below it.
@Command(
    name = "netarium",
    description = "Networks you can see through: draw them, script them in Lua, read every packet.",
    mixinStandardHelpOptions = true,
    version = "netarium 0.1")
public final class NetariumCommand implements Streams.Command {
  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT",
      description = "A folder, its topology.json, a .netarium file or sample:NAME.")
  @Nullable String project;

  NetariumCommand(Streams streams) {
    this.streams = streams;
  }

  /// Runs a command line; answers the exit code.
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return run(args, System.in, out, err);
  }

  /// As {@link #run(String[], PrintStream, PrintStream)}, with another standard input.
  static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    Streams streams = new Streams(out, err);
    CommandLine line = new CommandLine(new NetariumCommand(streams));
    line.addSubcommand("run", new RunCommand(streams));
    // What follows the script belongs to the script.
    CommandLine lua = new CommandLine(new LuaCommand(streams, in)).setStopAtPositional(true);
    line.addSubcommand("lua", lua);
    line.addSubcommand("packetdrill", new PacketdrillCommand(streams));
    line.addSubcommand("screenshot", new ScreenshotCommand(streams));
    line.addSubcommand("samples", new SamplesCommand(streams));
    line.addSubcommand("stubs", new StubsCommand(streams));
    line.setOut(new PrintWriter(out, true, streams.charset()));
    line.setErr(new PrintWriter(err, true, streams.charset()));
    line.setExecutionExceptionHandler((failure, command, parsed) -> ourBug(failure, err));
    return line.execute(args);
  }

  private static int ourBug(Exception failure, PrintStream err) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    err.println("netarium: this is a fault of Netarium itself, please report it with this text:");
    err.print(trace);
    return ExitCode.OUR_BUG;
  }

  /// Without a command: the window. Where there can be none, the project is played as text, the
  /// first sample if none is named.
  @Override
  public Integer call() {
    Optional<String> trouble = MainWindow.run(project);
    if (trouble.isEmpty()) {
      return ExitCode.DONE;
    }
    streams.err().println("netarium: no window: " + trouble.get() + "; here is the run as text");
    return playAsText();
  }

  private int playAsText() {
    String name = project == null ? "sample:" + BundledSamples.names().getFirst() : project;
    return ProjectSource.open(name, streams)
        .map(opened -> new TextPlay(streams.out()).play(opened))
        .orElse(ExitCode.COULD_NOT_OPEN);
  }
}
