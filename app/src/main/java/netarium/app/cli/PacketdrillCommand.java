package netarium.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netarium.engine.drill.Drill;
import netarium.engine.drill.Outcome;
import netarium.engine.drill.Profile;
import netarium.engine.sim.SimDuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `netarium packetdrill FILE.pkt|DIR`: plays packetdrill scripts against the simulated stack.
@Command(
    name = "packetdrill",
    description = "Plays packetdrill scripts against the TCP/IP of a simulated machine.",
    mixinStandardHelpOptions = true)
final class PacketdrillCommand implements Streams.Command {
  private static final Pattern LENGTH_OF_TIME = Pattern.compile("([0-9]{1,9})(ns|us|ms|s)");
  private static final String SUFFIX = ".pkt";

  private final Streams streams;
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int passed;
  private int failed;
  private int skipped;
  private int otherCommands;

  @Option(
      names = "--profile",
      defaultValue = "linux",
      paramLabel = "bsd|linux|loose",
      description =
          "bsd: options in the order written; linux: in any order; loose: no system settings, no"
              + " outbound windows, no options of SYNs.")
  String profile = "linux";

  @Option(
      names = "--tolerance",
      paramLabel = "5ms",
      description =
          "How early or late a segment may be, if the script does not allow more; 4ms where neither"
              + " says anything.")
  @Nullable String tolerance;

  @Option(names = "--verbose", description = "Shows what happened before each failure.")
  boolean verbose;

  @Parameters(arity = "1", paramLabel = "FILE.pkt|DIR")
  Path path = Path.of("");

  PacketdrillCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Drill drill;
    try {
      drill = new Drill(profile(), tolerance());
    } catch (BadOption e) {
      streams.err().println("netarium: " + e.getMessage());
      return ExitCode.COULD_NOT_OPEN;
    }
    List<Path> files = files();
    if (files.isEmpty()) {
      streams.err().println("netarium: " + path + ": no such file, or no " + SUFFIX + " files");
      return ExitCode.COULD_NOT_OPEN;
    }
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), UTF_8);
      tell(file, drill.play(file.toString(), text));
    }
    reasons.forEach((reason, count) -> streams.out().println("skipped " + count + ": " + reason));
    if (otherCommands > 0) {
      streams.out().println("left out " + otherCommands + " shell commands");
    }
    streams.out().println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
    return failed == 0 ? ExitCode.DONE : ExitCode.SCRIPT_FAILED;
  }

  private Profile profile() {
    return switch (profile) {
      case "bsd" -> Profile.BSD;
      case "linux" -> Profile.LINUX;
      case "loose" -> Profile.LOOSE;
      default -> throw new BadOption("--profile " + profile + ": write bsd, linux or loose");
    };
  }

  private Optional<SimDuration> tolerance() {
    return Optional.ofNullable(tolerance).map(PacketdrillCommand::duration);
  }

  private static SimDuration duration(String tolerance) {
    Matcher matcher = LENGTH_OF_TIME.matcher(tolerance.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new BadOption("--tolerance " + tolerance + ": write a time such as 5ms");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ns" -> SimDuration.ofNanos(number);
      case "us" -> SimDuration.ofMicros(number);
      case "ms" -> SimDuration.ofMillis(number);
      default -> SimDuration.ofSeconds(number);
    };
  }

  /// The file itself, or all scripts below the folder, in the order of their names.
  private List<Path> files() throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(each -> each.toString().endsWith(SUFFIX) && Files.isRegularFile(each))
          .sorted()
          .toList();
    }
  }

  private void tell(Path file, Outcome outcome) {
    switch (outcome) {
      case Outcome.Passed done -> {
        passed++;
        otherCommands += done.otherCommands();
      }
      case Outcome.Skipped why -> {
        skipped++;
        reasons.merge(why.reason(), 1, Integer::sum);
      }
      case Outcome.Failed failure -> {
        failed++;
        if (verbose) {
          failure.transcript().forEach(streams.out()::println);
        }
        streams
            .out()
            .printf(
                Locale.ROOT,
                "%s:%d: expected %s, got %s%n",
                file,
                failure.line(),
                failure.expected(),
                failure.actual());
      }
    }
  }
}
