package netarium.engine.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Our programs beside somebody else's, in turn: theirs, ours, theirs, ours … and a table of how
/// many times as good ours are, by the medians.
///
/// `Comparison PEERS [rounds] [case…]`: PEERS is a folder with the other side's programs, built by
/// whoever wants to compare. What is not there is said to be missing, and passed over.
final class Comparison {
  private static final String NOTE =
      """
      ns-3 is taken to be Debian's build (logging compiled in); its optimized build is 1.1 to 1.4
      times as fast. "times": how many times as good as theirs ours is, by the medians, and in
      brackets by the pairs of runs; where theirs is "-", ours itself.
      Processor time: theirs of the whole process, ours of the work with collector and compiler.
      """;

  private static final int DEFAULT_ROUNDS = 5;

  private final Places places;
  private final int rounds;

  private Comparison(Places places, int rounds) {
    this.places = places;
    this.rounds = rounds;
  }

  static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.err.println("usage: Comparison PEERS [rounds] [case...]");
      System.exit(2);
    }
    Path launcher = Path.of(System.getProperty("netarium.launcher", "netarium"));
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_ROUNDS;
    Comparison comparison = new Comparison(new Places(Path.of(args[0]), launcher), rounds);
    List<String> chosen = List.of(args).subList(Math.min(2, args.length), args.length);
    System.out.print(NOTE);
    row("case", "figure", "theirs", "ours", "times", "wanted");
    for (Case each : Cases.all()) {
      if (chosen.isEmpty() || chosen.contains(each.name())) {
        comparison.compare(each);
      }
    }
  }

  private void compare(Case work) throws IOException, InterruptedException {
    List<String> ours;
    Optional<List<String>> theirs;
    try {
      ours = work.ours().command(places);
      theirs =
          work.theirs().isEmpty()
              ? Optional.empty()
              : Optional.of(work.theirs().get().command(places));
    } catch (MissingException e) {
      row(work.name(), String.valueOf(e.getMessage()), "-", "-", "-", "-");
      return;
    }
    List<Said> theySaid = new ArrayList<>();
    List<Said> weSaid = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      if (theirs.isPresent()) {
        theySaid.add(Said.of(theirs.get()));
      }
      weSaid.add(Said.of(ours));
    }
    Said first = theySaid.isEmpty() ? weSaid.getFirst() : theySaid.getFirst();
    for (Figure figure : work.figures().apply(first)) {
      print(work.name(), figure, theySaid, weSaid);
    }
  }

  private void print(String name, Figure figure, List<Said> theySaid, List<Said> weSaid) {
    double[] ours = weSaid.stream().mapToDouble(figure.ours()).toArray();
    String wanted =
        figure.wanted().isPresent() ? digits(figure.wanted().getAsDouble()) + " or more" : "-";
    if (figure.theirs().isEmpty()) {
      row(name, figure.name(), "-", spread(ours), digits(median(ours)), wanted);
      return;
    }
    double[] theirs = theySaid.stream().mapToDouble(figure.theirs().get()).toArray();
    double[] pairs = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      pairs[i] = figure.times(theirs[i], ours[i]);
    }
    String times =
        digits(figure.times(median(theirs), median(ours)))
            + " ["
            + digits(DoubleStream.of(pairs).min().orElseThrow())
            + ".."
            + digits(DoubleStream.of(pairs).max().orElseThrow())
            + "]";
    row(name, figure.name(), spread(theirs), spread(ours), times, wanted);
  }

  private static void row(String... cells) {
    System.out.printf(Locale.ROOT, "%-20s %-42s %-24s %-24s %-20s %s%n", (Object[]) cells);
  }

  static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String spread(double[] figures) {
    return digits(median(figures))
        + " ["
        + digits(DoubleStream.of(figures).min().orElseThrow())
        + ".."
        + digits(DoubleStream.of(figures).max().orElseThrow())
        + "]";
  }

  /// Three digits that matter.
  private static String digits(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
