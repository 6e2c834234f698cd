package netarium.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netarium.app.theme.Theme;
import netarium.app.workbench.Screenshot;
import netarium.topologies.project.Project;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `netarium screenshot PROJECT|--welcome --out F.png`: a picture of the window, without a display.
@Command(
    name = "screenshot",
    description = "Writes a picture of the window as a PNG file; no display is needed.",
    mixinStandardHelpOptions = true)
final class ScreenshotCommand implements Streams.Command {
  private static final Pattern SIZE = Pattern.compile("([0-9]{3,4})x([0-9]{3,4})");

  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT",
      description = "A folder, its topology.json, a .netarium file or sample:NAME.")
  @Nullable String project;

  @Option(names = "--welcome", description = "The page that is shown before a project is opened.")
  boolean welcome;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F.png",
      description = "Where to write it.")
  Path out = Path.of("netarium.png");

  @Option(names = "--at", paramLabel = "1.2s", description = "Runs up to this instant first.")
  @Nullable String at;

  @Option(
      names = "--view",
      defaultValue = "canvas",
      paramLabel = "canvas|packets|http|websocket|streams|pool|inspector|script|screen|lesson",
      description = "What is in front.")
  String view = "canvas";

  @Option(
      names = "--select",
      defaultValue = "",
      paramLabel = "EXPR",
      description = "A node, a link, a script, or a filter whose first frame is selected.")
  String select = "";

  @Option(names = "--size", defaultValue = "1280x800", paramLabel = "1280x800")
  String size = "1280x800";

  @Option(names = "--theme", defaultValue = "light", paramLabel = "light|dark")
  String theme = "light";

  @Option(names = "--scale", defaultValue = "1.0", paramLabel = "1.0", description = "2 is finer.")
  double scale = 1;

  ScreenshotCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try {
      Optional<Project> opened = Optional.empty();
      if (!welcome) {
        if (project == null) {
          throw new BadOption("there is nothing to show; name a PROJECT, or write --welcome");
        }
        opened = ProjectSource.open(project, streams);
        if (opened.isEmpty()) {
          return ExitCode.COULD_NOT_OPEN;
        }
      }
      return take(wish(opened.orElse(null)));
    } catch (BadOption | IllegalArgumentException e) {
      streams.err().println("netarium: " + e.getMessage());
      return ExitCode.COULD_NOT_OPEN;
    }
  }

  private Screenshot.Wish wish(@Nullable Project opened) {
    Matcher wanted = SIZE.matcher(size);
    if (!wanted.matches()) {
      throw new BadOption("--size: \"" + size + "\" is no size; write one such as 1280x800");
    }
    if (!(scale >= 0.5 && scale <= 4)) {
      throw new BadOption("--scale: write a number from 0.5 to 4");
    }
    return new Screenshot.Wish(
        opened,
        instant(),
        opened == null ? Screenshot.View.WELCOME : choice(Screenshot.View.class, "--view", view),
        select,
        Integer.parseInt(wanted.group(1)),
        Integer.parseInt(wanted.group(2)),
        scale,
        choice(Theme.class, "--theme", theme),
        Locale.ENGLISH);
  }

  private long instant() {
    if (at == null) {
      return -1;
    }
    return switch (TimeSpan.parse(at)) {
      case Parsed.Ok<TimeSpan>(TimeSpan span) -> span.nanos();
      case Parsed.Bad<TimeSpan>(String why, String advice) ->
          throw new BadOption("--at: " + why + "; " + advice);
    };
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String option, String text) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    throw new BadOption(option + ": there is no " + text + "; see netarium screenshot --help");
  }

  private int take(Screenshot.Wish wish) {
    Optional<String> trouble = Screenshot.start();
    if (trouble.isPresent()) {
      throw new BadOption("no picture: " + trouble.get());
    }
    try {
      Files.write(out, Screenshot.png(wish));
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new BadOption("--out: the picture could not be written: " + e.getMessage());
    }
  }
}
