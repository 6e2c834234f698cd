package netarium.engine.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Our programs beside other simulators', in turn: theirs, ours, theirs, ours …
///
/// `Comparison PEERS [rounds] [case…]`: PEERS is a folder with the other side's programs, built by
/// whoever wants to compare. A program that is not there is said to be missing, and passed over.
final class Comparison {
  /// The same work on both sides; `figure` finds, in what either prints, a rate.
  private record Case(
      String name, List<String> theirs, List<String> ours, Pattern figure, double wanted) {}

  private static final Pattern MILLION_EVENTS = Pattern.compile("Mev/s=([0-9.]+)");
  private static final String HOLD = "netarium.engine.benchmarks.Hold";

  private static final List<Case> CASES =
      List.of(
          new Case(
              "hold-10k",
              List.of("hold", "10000000", "10000"),
              List.of(HOLD, "10000000", "10000"),
              MILLION_EVENTS,
              2),
          new Case(
              "hold-100",
              List.of("hold", "10000000", "100"),
              List.of(HOLD, "10000000", "100"),
              MILLION_EVENTS,
              1),
          new Case(
              "hold-10k-their-best",
              List.of("hold", "10000000", "10000", "ns3::PriorityQueueScheduler"),
              List.of(HOLD, "10000000", "10000"),
              MILLION_EVENTS,
              1));

  private Comparison() {}

  static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.err.println("usage: Comparison PEERS [rounds] [case...]");
      System.exit(2);
    }
    Path peers = Path.of(args[0]);
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    List<String> chosen = List.of(args).subList(Math.min(2, args.length), args.length);
    for (Case each : CASES) {
      if (chosen.isEmpty() || chosen.contains(each.name())) {
        compare(each, peers, rounds);
      }
    }
  }

  private static void compare(Case work, Path peers, int rounds) throws Exception {
    List<String> theirs = new ArrayList<>(work.theirs());
    Path program = peers.resolve(theirs.getFirst());
    if (!Files.isExecutable(program)) {
      System.out.println(work.name() + ": no program " + program);
      return;
    }
    theirs.set(0, program.toString());
    List<String> ours = new ArrayList<>();
    ours.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ours.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path", "")));
    ours.addAll(work.ours());
    List<Double> theirFigures = new ArrayList<>();
    List<Double> ourFigures = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      theirFigures.add(figure(theirs, work.figure()));
      ourFigures.add(figure(ours, work.figure()));
    }
    double ratio = median(ourFigures) / median(theirFigures);
    System.out.printf(
        Locale.ROOT,
        "%s: theirs %s, ours %s, ours/theirs %.2f (wanted: %.1f or more)%n",
        work.name(),
        spread(theirFigures),
        spread(ourFigures),
        ratio,
        work.wanted());
  }

  private static double figure(List<String> command, Pattern pattern)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    Matcher matcher = pattern.matcher(text);
    if (status != 0 || !matcher.find()) {
      throw new IllegalStateException(command + " ended with " + status + " and said: " + text);
    }
    return Double.parseDouble(matcher.group(1));
  }

  private static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String spread(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    return String.format(
        Locale.ROOT, "%.2f [%.2f..%.2f]", median(figures), sorted.getFirst(), sorted.getLast());
  }
}
