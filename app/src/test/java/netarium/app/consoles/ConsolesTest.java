package netarium.app.consoles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.app.consoles.ConsoleLine.Kind;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.topologies.json.Extras;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.api.Test;

class ConsolesTest {
  private final Consoles consoles = new Consoles();

  private Console run(String script) {
    return run(new SmallProject().vm("pc", "10.0.1.2/24", script).project(1)).all().getFirst();
  }

  private Consoles run(Project project) {
    try (Driven driven = new Driven(project)) {
      driven.transport.read(consoles);
      driven.transport.speed(Speed.MAX);
      driven.transport.run();
      driven.pulseUntilOver();
    }
    return consoles;
  }

  private static List<String> lines(Console console) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < console.size(); i++) {
      lines.add(console.line(i).kind() + " " + console.line(i).text());
    }
    return lines;
  }

  @Test
  void piecesOfALine_areOneLineFromWhenItBegan() {
    Console console =
        run("sleep(0.01) io.write('a') sleep(0.5) io.write('b\\nc') sleep(0.5) print('d')");
    assertEquals(List.of("OUTPUT ab", "OUTPUT cd"), lines(console));
    assertEquals(10, console.line(0).atNanos() / 1_000_000);
    assertEquals(510, console.line(1).atNanos() / 1_000_000);
    assertEquals(1, console.countAt(100_000_000));
    assertEquals(0, console.countAt(1_000_000));
  }

  @Test
  void characterCutInTwo_isWholeAgain() {
    assertEquals(
        List.of("OUTPUT Grüße"), lines(run("io.write('Gr\\195') io.write('\\188\\195\\159e\\n')")));
  }

  @Test
  void standardErrorAndFailure_areToldApart() {
    Console console = run("io.stderr:write('oops\\n') print('fine') error('broken', 0)");
    assertEquals(
        List.of("ERROR_OUTPUT oops", "OUTPUT fine", "FAILURE broken"),
        lines(console).subList(0, 3));
    assertTrue(console.line(3).text().contains("traceback"), lines(console).toString());
    assertEquals(2, console.lineOf(console.line(3).ordinal()), "the first of its lines");
  }

  @Test
  void lineWithoutEnd_isBrokenBeforeItIsTooLong() {
    Console console = run("for i = 1, 3 do io.write(('ä'):rep(2500)) end");
    assertEquals(4, console.size());
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < console.size(); i++) {
      all.append(console.line(i).text());
    }
    assertEquals("ä".repeat(7500), all.toString());
  }

  @Test
  void colour_goesOnInTheNextLine() {
    Console console = run("print('\\27[31mred') print('still') print('\\27[0mplain')");
    assertEquals(1, console.line(1).spans().getFirst().look().foreground());
    assertEquals(Sgr.PLAIN, console.line(2).spans().getFirst().look());
  }

  @Test
  void typedLine_standsWhereItWasTyped() {
    Project project =
        new SmallProject()
            .vm("pc", "10.0.1.2/24", "io.write('name? ') print('hello ' .. io.read())")
            .project(1);
    try (Driven driven = new Driven(project)) {
      driven.transport.read(consoles);
      driven.transport.speed(Speed.MAX);
      driven.transport.run();
      driven.pulseUntilOver();
      Stimulus.Type type =
          new Stimulus.Type(TimeSpan.ZERO, "pc", "scripts/pc.lua", "Ada\n", Extras.NONE);
      assertTrue(driven.transport.apply(type));
      consoles.typing(type);
      driven.pulses(3);
      driven.pulseUntilOver();
    }
    assertEquals(
        List.of("OUTPUT name? ", "TYPED Ada", "OUTPUT hello Ada"),
        lines(consoles.all().getFirst()));
    assertEquals(Kind.TYPED, consoles.all().getFirst().line(1).kind());
  }

  @Test
  void eachMachine_hasItsOwn() {
    Consoles all =
        run(
            new SmallProject()
                .vm("a", "10.0.1.2/24", "print('from a')")
                .vm("b", "10.0.1.3/24", "print('from b')")
                .project(1));
    assertEquals(List.of("OUTPUT from a"), lines(all.all().get(0)));
    assertEquals(List.of("OUTPUT from b"), lines(all.all().get(1)));
    assertEquals(2, all.all().size());
  }

  @Test
  void clear_hidesWhatWasThereOnly() {
    Console console = run("for i = 1, 10 do print(i) end");
    console.clear();
    assertEquals(10, console.first());
    assertEquals(-1, found(console, "3", -1, true));
  }

  @Test
  void find_goesBothWaysWhateverTheCase() {
    Console console = run("print('One') print('two') print('tone') print('three')");
    assertEquals(0, found(console, "ONE", -1, true));
    assertEquals(2, found(console, "one", 0, true));
    assertEquals(0, found(console, "one", 2, true), "around");
    assertEquals(0, found(console, "one", 2, false));
    assertEquals(2, found(console, "one", 0, false), "around");
    assertEquals(-1, found(console, "four", -1, true));
  }

  private static int found(Console console, String text, int after, boolean isForward) {
    ConsoleSearch search = new ConsoleSearch(console, text, after, isForward);
    assertFalse(search.goOn(() -> true));
    return search.found();
  }

  @Test
  void search_isDoneInPartsAndGoesAroundOnce() {
    Console console = run("for i = 0, 999 do print('line ' .. i) end");
    ConsoleSearch search = new ConsoleSearch(console, "line 500", 700, true);
    int parts = 1;
    while (search.goOn(() -> false)) {
      parts++;
    }
    assertEquals(500, search.found());
    assertEquals(4, parts, "801 lines were looked at, 256 at a time");
  }

  @Test
  void history_givesBackWhatWasTyped() {
    History history = new History();
    history.add("one");
    history.add("two");
    history.add("two");
    assertEquals("two", history.older("dra"));
    assertEquals("one", history.older("two"));
    assertEquals("one", history.older("one"));
    assertEquals("two", history.newer("one"));
    assertEquals("dra", history.newer("two"));
    assertEquals("dra", history.newer("dra"));
  }
}
