package netarium.engine.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures a program printed, by name: `name=number`, and the lines of a Lua benchmark file,
/// `name median 1.2 [0.9..1.5] ms`, of which the best pass counts. Of a name said twice the last
/// counts.
///
/// A program's processor time is added as `process_s`.
record Said(Map<String, Double> figures, Map<String, Double> passes) {
  private static final Pattern FIGURE = Pattern.compile("(\\S+?)=([0-9]+(?:\\.[0-9]+)?)");
  private static final Pattern PASSES =
      Pattern.compile("(?m)^(\\S+)\\s+median [0-9.]+ \\[([0-9.]+)\\.\\.[0-9.]+] ms");
  private static final Pattern PER_HOST = Pattern.compile("\\(([0-9.]+) kB/host\\)");

  double figure(String name) {
    Double value = figures.get(name);
    if (value == null) {
      throw new IllegalStateException("no figure " + name + " in " + figures.keySet());
    }
    return value;
  }

  /// The best pass of a bench of a Lua file, in milliseconds.
  OptionalDouble best(String bench) {
    Double value = passes.get(bench);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// Runs a program to its end.
  static Said of(List<String> command) throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>();
    timed.addAll(List.of("bash", "-c", "TIMEFORMAT='user_s=%U system_s=%S'; time \"$@\"", "time"));
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(command + " ended with " + status + " and said: " + text);
    }
    return of(text);
  }

  static Said of(String text) {
    Map<String, Double> figures = new LinkedHashMap<>();
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      figures.put(figure.group(1), Double.valueOf(figure.group(2)));
    }
    Matcher perHost = PER_HOST.matcher(text);
    if (perHost.find()) {
      figures.put("kb_per_host", Double.valueOf(perHost.group(1)));
    }
    Double user = figures.get("user_s");
    Double system = figures.get("system_s");
    if (user != null && system != null) {
      figures.put("process_s", user + system);
    }
    Map<String, Double> passes = new LinkedHashMap<>();
    Matcher bench = PASSES.matcher(text);
    while (bench.find()) {
      passes.put(bench.group(1), Double.valueOf(bench.group(2)));
    }
    return new Said(figures, passes);
  }

  /// A program on the search path.
  static Optional<Path> onPath(String program) {
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, program);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
