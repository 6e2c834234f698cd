package netarium.engine.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.compile.LuaCompiler;
import netarium.engine.syntax.Examined;
import netarium.engine.syntax.Problem;
import netarium.engine.syntax.Syntax;
import netarium.engine.syntax.SyntaxResult;
import netarium.engine.syntax.Token;

/// Runs a fuzzer for some minutes: `Fuzz TARGET MINUTES [SEED [FOLDER]]`.
///
/// Case `n` of seed `s` is made from `s + n` alone; a finding is printed with both and its input
/// written to the folder. A case that takes 20 seconds of processor time is a hang: its stack is
/// printed and the program ends.
public final class Fuzz {
  private static final long HANG_NANOS = 20_000_000_000L;
  private static final long UNITS = 300_000;

  /// What is tried: an input made from a random source, and what must hold for it.
  record Target(Function<SplittableRandom, String> write, Function<String, String> fault) {}

  private static final Map<String, Target> TARGETS = new LinkedHashMap<>();

  static {
    TARGETS.put("syntax", new Target(Fuzz::source, Fuzz::syntaxFault));
    TARGETS.put("compile", new Target(Fuzz::source, Fuzz::compilerFault));
    TARGETS.put("run", new Target(r -> ProgramWriter.program(r, 60), Fuzz::runFault));
    TARGETS.put("calls", new Target(CallWriter::script, Fuzz::runFault));
    TARGETS.put("patterns", new Target(r -> TextWriter.patterns(r, 20), Fuzz::runFault));
    TARGETS.put("formats", new Target(r -> TextWriter.formats(r, 20), Fuzz::runFault));
    TARGETS.put(
        "patterns-peer", new Target(r -> TextWriter.patterns(r, 2000), Fuzz::differenceToPeer));
    TARGETS.put(
        "formats-peer", new Target(r -> TextWriter.formats(r, 2000), Fuzz::differenceToPeer));
    TARGETS.put("language-peer", new Target(Fuzz::manyChunks, Fuzz::differenceToPeer));
  }

  private static volatile long caseNumber;
  private static volatile long caseStart;

  private Fuzz() {}

  /// A program, right or wrong.
  static String source(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> Mutations.soup(random, random.nextInt(60));
      case 1, 2 -> ProgramWriter.program(random, 5 + random.nextInt(120));
      default -> Mutations.of(ProgramWriter.program(random, 5 + random.nextInt(60)), random);
    };
  }

  /// A script that loads many chunks and prints what Lua says of each.
  private static String manyChunks(SplittableRandom random) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      out.append("print(select(2, load(\"");
      for (char c : source(random).toCharArray()) {
        if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
          out.append(c);
        } else {
          out.append(String.format(Locale.ROOT, "\\%03d", (int) c));
        }
      }
      out.append("\", \"=x\")) or ").append(i).append(")\n");
    }
    return out.toString().replace("select(2, load(", "(function(f, e) return e end)(load(");
  }

  static String syntaxFault(String source) {
    byte[] octets = source.getBytes(StandardCharsets.ISO_8859_1);
    if (Syntax.check(octets, "=x") instanceof SyntaxResult.Rejected error
        && (error.offset() < 0 || error.offset() > octets.length)) {
      return "error outside the text: " + error;
    }
    int end = 0;
    for (Token token : Syntax.tokens(octets)) {
      if (token.start() < end || token.end() <= token.start()) {
        return "token " + token + " after offset " + end;
      }
      end = token.end();
    }
    return end > octets.length ? "tokens beyond the end" : recoveryFault(octets);
  }

  /// The recovering parser finds no problem in what is right, finds the first error of what is
  /// wrong, and its tree is whole.
  private static String recoveryFault(byte[] octets) {
    Examined examined = Syntax.examineFile(octets, 1000);
    List<String> messages = examined.problems().stream().map(Problem::message).toList();
    for (Problem problem : examined.problems()) {
      if (problem.start() < 0 || problem.start() > problem.end() || problem.end() > octets.length) {
        return "problem outside the text: " + problem;
      }
    }
    String fault = TreeCheck.fault(examined.chunk(), octets.length);
    if (!fault.isEmpty()) {
      return fault;
    }
    return switch (Syntax.checkFile(octets, "=x")) {
      case SyntaxResult.Ok _ -> messages.isEmpty() ? "" : "right, but for " + messages;
      case SyntaxResult.Rejected error -> {
        String bare = error.message().replaceFirst("(?s)^x:\\d+: ", "");
        yield messages.contains(bare) ? "" : bare + " is not among " + messages;
      }
    };
  }

  /// What `syntax` accepts the compiler must accept, or refuse in Lua's own words.
  static String compilerFault(String source) {
    byte[] octets = source.getBytes(StandardCharsets.ISO_8859_1);
    boolean isRight = Syntax.check(octets, "=x") instanceof SyntaxResult.Ok;
    try {
      LuaCompiler.compileText(octets, "=x");
      return isRight ? "" : "compiled though refused";
    } catch (LuaError refused) {
      String message = String.valueOf(refused.getMessage());
      return isRight && !message.contains("limit is") ? "refused: " + message : "";
    }
  }

  static String runFault(String source) {
    String outcome = new LuaLab().run(source, UNITS);
    return outcome.contains("java.") || outcome.contains("luaj") ? outcome : "";
  }

  /// Compares with the `lua5.2` of this computer.
  private static String differenceToPeer(String source) {
    LuaLab lab = new LuaLab();
    String outcome = lab.run(source, Long.MAX_VALUE / 4);
    String ours = lab.console();
    try {
      Path folder = Files.createTempDirectory("fuzz");
      Path script = folder.resolve("f.lua");
      Path output = folder.resolve("f.out");
      Files.write(script, source.getBytes(StandardCharsets.ISO_8859_1));
      Process peer =
          new ProcessBuilder("lua5.2", "f.lua")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!peer.waitFor(15, TimeUnit.SECONDS)) {
        peer.destroyForcibly();
        return "";
      }
      String theirs = Files.readString(output, StandardCharsets.ISO_8859_1);
      Files.delete(script);
      Files.delete(output);
      Files.delete(folder);
      return ours.equals(theirs) ? "" : firstDifference(source, ours + outcome, theirs);
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String firstDifference(String source, String ours, String theirs) {
    List<String> a = Arrays.asList(ours.split("\n", -1));
    List<String> b = Arrays.asList(theirs.split("\n", -1));
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).equals(b.get(i))) {
        List<String> lines = source.lines().toList();
        int shift = i + (lines.getFirst().startsWith("local") ? 1 : 0);
        String cause = lines.get(Math.min(lines.size() - 1, shift));
        return "line "
            + i
            + ": "
            + a.get(i)
            + "\n instead of "
            + b.get(i)
            + "\n for "
            + (cause.length() > 2000 ? cause.substring(0, 2000) : cause);
      }
    }
    return "one output is longer: " + a.getLast() + " / " + b.getLast();
  }

  static Target target(String name) {
    Target target = TARGETS.get(name);
    if (target == null) {
      throw new IllegalArgumentException("one of " + TARGETS.keySet() + ", not " + name);
    }
    return target;
  }

  static void main(String[] args) throws Exception {
    Target target = target(args[0]);
    long end = System.nanoTime() + (long) (Double.parseDouble(args[1]) * 60e9);
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Path folder = Files.createDirectories(Path.of(args.length > 3 ? args[3] : "target/fuzz"));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    caseStart = threads.getCurrentThreadCpuTime();
    watch(Thread.currentThread(), args[0] + " seed " + seed);
    long begun = System.nanoTime();
    List<String> findings = new ArrayList<>();
    long n = 0;
    while (System.nanoTime() < end && findings.size() < 50) {
      caseNumber = n;
      caseStart = threads.getCurrentThreadCpuTime();
      String input = target.write().apply(new SplittableRandom(seed + n));
      String fault;
      try {
        fault = target.fault().apply(input);
      } catch (RuntimeException | Error e) {
        fault =
            e
                + Arrays.stream(e.getStackTrace())
                    .limit(12)
                    .map(at -> "\n  at " + at)
                    .collect(Collectors.joining());
      }
      if (!fault.isEmpty()) {
        findings.add(fault);
        Path file = folder.resolve(args[0] + "-" + seed + "-" + n + ".lua");
        Files.write(file, input.getBytes(StandardCharsets.ISO_8859_1));
        System.out.println("FINDING case " + n + " in " + file + ": " + fault);
      }
      n++;
    }
    System.out.printf(
        Locale.ROOT,
        "fuzz %s seed=%d cases=%d minutes=%.1f findings=%d%n",
        args[0],
        seed,
        n,
        (System.nanoTime() - begun) / 60e9,
        findings.size());
    System.exit(0);
  }

  /// How often the watcher looks.
  private static final long LOOK_NANOS = 1_000_000_000L;

  private static void watch(Thread worker, String name) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Thread watcher =
        new Thread(() -> {
          while (true) {
            LockSupport.parkNanos(LOOK_NANOS);
            // The processor's time, not the clock's: others may use this computer too.
            if (threads.getThreadCpuTime(worker.threadId()) - caseStart > HANG_NANOS) {
              System.out.println("HANG " + name + " case " + caseNumber);
              for (StackTraceElement at : worker.getStackTrace()) {
                System.out.println("  at " + at);
              }
              Runtime.getRuntime().halt(3);
            }
          }
        });
    watcher.setDaemon(true);
    watcher.start();
  }
}
