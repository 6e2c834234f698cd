package netarium.app.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.run.ScriptRun;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;
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
  private static final int MAX_FOLDER_DEPTH = 8;
  private static final String INTERPRETER = ScriptRun.INTERPRETER + ": ";

  /// The name of a script that comes by standard input.
  private static final String STDIN = "-";

  private final Streams streams;
  private final InputStream in;

  @Option(
      names = "--bench",
      description = "Gives the script clock_override, the host's processor clock in seconds.")
  boolean bench;

  @Parameters(arity = "1..*", paramLabel = "FILE [args]")
  List<String> words = List.of();

  LuaCommand(Streams streams, InputStream in) {
    this.streams = streams;
    this.in = new BufferedInputStream(in);
  }

  @Override
  public Integer call() throws IOException {
    List<String> arguments = words.subList(1, words.size()).stream().toList();
    String name = words.getFirst();
    Path file = Path.of(name.equals(STDIN) ? "stdin" : name);
    byte[] source;
    try {
      source = name.equals(STDIN) ? in.readAllBytes() : Files.readAllBytes(file);
    } catch (IOException e) {
      streams.err().println(INTERPRETER + obstacle(file, name));
      return ExitCode.SCRIPT_FAILED;
    }
    ScriptRun.Script script =
        new ScriptRun.Script(
            name.equals(STDIN) ? "=stdin" : "@" + name,
            name,
            Octets.wrap(source),
            arguments.stream().filter(word -> !isOwnOption(word)).toList(),
            folder(file));
    boolean hasClock = bench || arguments.stream().anyMatch(LuaCommand::isOwnOption);
    ScriptRun run = new ScriptRun(script, machine -> prepare(machine, hasClock), this::print);
    int code = run.run(this::line);
    streams.out().flush();
    // As a shell sees it.
    return code & 0xFF;
  }

  private static String obstacle(Path file, String name) {
    if (Files.isDirectory(file)) {
      return "cannot read " + name + ": Is a directory";
    }
    String why = Files.exists(file) ? "Permission denied" : "No such file or directory";
    return "cannot open " + name + ": " + why;
  }

  /// The documented form puts the option behind the script.
  private static boolean isOwnOption(String word) {
    return word.equals("--bench");
  }

  /// Everything beside the script, as far as it fits and can be read: other programs may write and
  /// delete there meanwhile.
  private static Map<String, byte[]> folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Map<String, byte[]> files = new TreeMap<>();
    if (folder == null) {
      return files;
    }
    Gathering all = new Gathering();
    try {
      Files.walkFileTree(folder, Set.of(), MAX_FOLDER_DEPTH, all);
    } catch (IOException e) {
      throw new UncheckedIOException("a folder can be looked at whatever is in it", e);
    }
    long octets = 0;
    for (Path path : all.found) {
      try {
        octets += Files.size(path);
        if (octets > MAX_FOLDER_OCTETS) {
          break;
        }
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      } catch (IOException e) {
        // It is gone, or not for us.
      }
    }
    return files;
  }

  /// All files below a folder, in order; what cannot be looked at is passed over.
  private static final class Gathering extends SimpleFileVisitor<Path> {
    final TreeSet<Path> found = new TreeSet<>();

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        found.add(path);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path path, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }
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
        if (!raised.text().isEmpty()) {
          streams.err().print(INTERPRETER);
          streams.err().writeBytes(raised.text().toByteArray());
          streams.err().print("\n");
        }
      }
      default -> {}
    }
  }

  private Optional<byte[]> line() {
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
