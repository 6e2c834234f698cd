package netarium.app.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.run.ScriptRun;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `netarium lua FILE [args]`: one script on one VM without a network, with the output, messages
/// and exit code of `lua5.2`.
@Command(
    name = "lua",
    description = "Runs one script on one VM without a network, as lua5.2 would.",
    mixinStandardHelpOptions = true)
final class LuaCommand implements Streams.Command {
  private static final long MAX_FOLDER_OCTETS = 64L << 20;
  private static final String INTERPRETER = "lua5.2: ";

  /// The C interpreter's own frame below the script ends every traceback.
  private static final String BELOW_SCRIPT = "\n\t[C]: in ?\n";

  private final Streams streams;

  @Option(
      names = "--bench",
      description = "Gives the script clock_override, the host's processor clock in seconds.")
  boolean bench;

  @Parameters(arity = "1..*", paramLabel = "FILE [args]")
  List<String> words = List.of();

  LuaCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    List<String> arguments = words.subList(1, words.size()).stream().toList();
    Path file = Path.of(words.getFirst());
    if (!Files.isRegularFile(file)) {
      streams.err().println(INTERPRETER + "cannot open " + words.getFirst());
      return ExitCode.SCRIPT_FAILED;
    }
    ScriptRun.Script script =
        new ScriptRun.Script(
            words.getFirst(),
            Octets.wrap(Files.readAllBytes(file)),
            arguments.stream().filter(word -> !isOwnOption(word)).toList(),
            folder(file));
    boolean hasClock = bench || arguments.stream().anyMatch(LuaCommand::isOwnOption);
    ScriptRun run = new ScriptRun(script, machine -> prepare(machine, hasClock), this::print);
    InputStream in = new BufferedInputStream(System.in);
    int code = run.run(() -> line(in));
    streams.out().flush();
    return code;
  }

  /// The documented form puts the option behind the script.
  private static boolean isOwnOption(String word) {
    return word.equals("--bench");
  }

  /// Everything beside the script, as far as it fits.
  private static Map<String, byte[]> folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (folder == null) {
      return files;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder, 8)) {
      all = walk.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      return files;
    }
    long octets = 0;
    for (Path path : all) {
      octets += Files.size(path);
      if (octets > MAX_FOLDER_OCTETS) {
        break;
      }
      if (Files.isReadable(path)) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static void prepare(LuaMachine machine, boolean hasClock) {
    if (hasClock) {
      var threads = ManagementFactory.getThreadMXBean();
      machine.globals.set(
          "clock_override",
          Native.of(
              "clock_override",
              (co, func, n) -> co.returns(func, threads.getCurrentThreadCpuTime() / 1e9)));
    }
  }

  private void print(SimEvent event) {
    switch (event) {
      case SimEvent.ConsoleWritten written -> {
        var target = written.isError() ? streams.err() : streams.out();
        target.writeBytes(written.text().toByteArray());
      }
      case SimEvent.ErrorRaised raised -> {
        streams.out().flush();
        streams.err().print(INTERPRETER);
        streams.err().writeBytes(raised.text().toByteArray());
        streams.err().print(BELOW_SCRIPT);
      }
      default -> {}
    }
  }

  private static Optional<byte[]> line(InputStream in) {
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        line.write(octet);
        if (octet == '\n') {
          break;
        }
      }
      return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
