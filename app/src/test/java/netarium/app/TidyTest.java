package netarium.app;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The rules of the house that no compiler knows: sizes, lines, notes to self, and documents that
/// must keep up with the code.
class TidyTest {
  private static final int FILE_LINES = 500;
  private static final int METHOD_LINES = 60;
  private static final int COLUMNS = 100;

  /// `Type.method` that may be longer, and why. This list only gets shorter.
  private static final Map<String, String> LONG_METHODS = new LinkedHashMap<>();

  static {
    LONG_METHODS.put(
        "Interpreter.loop",
        "the opcode loop of netarium.engine.lua: one switch keeps its registers in locals");
  }

  /// Files that may be longer: one alone, for it holds that method.
  private static final String LONG_FILE =
      "engine/src/main/java/netarium/engine/lua/Interpreter.java";

  private static final List<String> TOP =
      List.of(
          "CONTRIBUTING.md",
          "LICENSE",
          "README.md",
          "app",
          "docs",
          "editor",
          "engine",
          "installer",
          "pom.xml",
          "samples",
          "topologies");

  private static final Checkout CHECKOUT = Checkout.here();

  @Test
  void mainFile_isShort() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : CHECKOUT.mainJava()) {
      long lines = Checkout.text(file).lines().count();
      if (lines > FILE_LINES && !CHECKOUT.inside(file).equals(LONG_FILE)) {
        tooLong.add(CHECKOUT.inside(file) + " has " + lines + " lines");
      }
    }
    assertNone(tooLong, "files over " + FILE_LINES + " lines: split them by duty");
  }

  @Test
  void method_isShort() {
    List<MethodLengths.Measured> methods = MethodLengths.of(CHECKOUT.java());
    assertTrue(methods.size() > 100, "the parser must have found the methods");
    List<String> tooLong = new ArrayList<>();
    for (MethodLengths.Measured each : methods) {
      boolean isExcused = LONG_METHODS.containsKey(each.type() + "." + each.method());
      if (each.lines() > METHOD_LINES && !isExcused) {
        tooLong.add(
            place(each.file(), each.line()) + " " + each.method() + ": " + each.lines() + " lines");
      }
    }
    assertNone(tooLong, "methods over " + METHOD_LINES + " lines");
  }

  @Test
  void line_fitsTheColumns() {
    assertNoLine(
        concat(CHECKOUT.java(), CHECKOUT.sampleLua()),
        (file, line) ->
            line.codePointCount(0, line.length()) > COLUMNS && !line.startsWith("import "),
        "lines over " + COLUMNS + " columns");
  }

  @Test
  void line_hasNoTab() {
    assertNoLine(
        concat(CHECKOUT.java(), CHECKOUT.withSuffix(".xml")),
        (file, line) -> line.indexOf('\t') >= 0,
        "tabs: indent with spaces, write \\t in strings");
  }

  @Test
  void noteToSelf_namesAnIssue() {
    // Pieced together, or this line would be found.
    Pattern note = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b(?!\\s*\\(?#\\d)");
    List<Path> files = concat(CHECKOUT.java(), CHECKOUT.withSuffix(".md"));
    assertNoLine(
        concat(files, CHECKOUT.sampleLua()),
        (file, line) -> note.matcher(line).find(),
        "notes to self without an issue number");
  }

  @Test
  void test_neverSleeps() {
    String sleep = "Thread" + ".sleep";
    assertNoLine(
        CHECKOUT.testJava(),
        (file, line) -> line.contains(sleep),
        "a sleeping test is slow and still wrong on a slow machine: wait for the event");
  }

  @Test
  void citedRfc_standsInTheGlossary() {
    Pattern cited = Pattern.compile("\\bRFC[ \\u00a0]?(\\d{1,5})\\b");
    String glossary = Checkout.text(CHECKOUT.root().resolve("docs/glossary.md"));
    var known = new TreeSet<>(cited.matcher(glossary).results().map(m -> m.group(1)).toList());
    List<String> missing = new ArrayList<>();
    for (Path file : CHECKOUT.java()) {
      for (String number : all(cited, Checkout.text(file))) {
        if (!known.contains(number)) {
          missing.add("RFC " + number + ", cited by " + CHECKOUT.inside(file));
        }
      }
    }
    assertNone(missing, "RFCs that docs/glossary.md does not list");
  }

  @Test
  void stopOfASegment_isAClass() {
    Pattern stop = Pattern.compile("`(netarium\\.[\\w.]+)`");
    Path walk = CHECKOUT.root().resolve("docs/life-of-a-segment.md");
    List<String> stops = all(stop, Checkout.text(walk));
    assertTrue(stops.size() >= 14, "the walk has all its stops: " + stops);
    List<String> lost = new ArrayList<>();
    for (String name : stops) {
      if (TidyTest.class.getClassLoader().getResource(name.replace('.', '/') + ".class") == null) {
        lost.add(name);
      }
    }
    assertNone(lost, "stops of docs/life-of-a-segment.md that are no classes");
  }

  @Test
  void package_hasItsPage() {
    var packages = new TreeSet<Path>();
    CHECKOUT.mainJava().forEach(file -> packages.add(file.resolveSibling("package-info.java")));
    List<String> bare = new ArrayList<>();
    for (Path page : packages) {
      boolean isThere = CHECKOUT.java().contains(page);
      String text = isThere ? Checkout.text(page) : "";
      if (!text.startsWith("///") || !text.contains("\n@NullMarked\npackage ")) {
        bare.add(CHECKOUT.inside(page));
      }
    }
    assertNone(bare, "package pages that lack, or lack their `///` text or @NullMarked");
  }

  @Test
  void topOfTheCheckout_holdsWhatItShould() {
    List<String> strangers = new ArrayList<>(CHECKOUT.top());
    strangers.removeIf(name -> name.startsWith(".") || name.equals("target"));
    strangers.removeAll(TOP);
    assertNone(strangers, "names that do not belong at the top");
  }

  @Test
  void license_isApache2() {
    String license = Checkout.text(CHECKOUT.root().resolve("LICENSE"));
    List<String> marks =
        List.of(
            "Apache License",
            "Version 2.0, January 2004",
            "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
            "Grant of Patent License",
            "END OF TERMS AND CONDITIONS");
    assertNone(
        marks.stream().filter(mark -> !license.contains(mark)).toList(),
        "phrases of the Apache License 2.0 that LICENSE lacks");
  }

  private static void assertNoLine(
      List<Path> files, BiPredicate<Path, String> isBad, String complaint) {
    List<String> bad = new ArrayList<>();
    for (Path file : files) {
      int number = 0;
      for (String line : Checkout.text(file).lines().toList()) {
        number++;
        if (isBad.test(file, line)) {
          bad.add(place(file, number) + " " + line.strip());
        }
      }
    }
    assertNone(bad, complaint);
  }

  private static void assertNone(List<String> bad, String complaint) {
    if (!bad.isEmpty()) {
      fail(complaint + "\n" + String.join("\n", bad));
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult m) -> m.group(1)).distinct().toList();
  }

  private static List<Path> concat(List<Path> some, List<Path> more) {
    List<Path> both = new ArrayList<>(some);
    both.addAll(more);
    return both;
  }

  private static String place(Path file, long line) {
    return CHECKOUT.inside(file) + ":" + line;
  }
}
