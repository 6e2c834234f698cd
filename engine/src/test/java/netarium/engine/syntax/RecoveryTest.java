package netarium.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import netarium.engine.fuzz.Mutations;
import netarium.engine.fuzz.ProgramWriter;
import netarium.engine.fuzz.TreeCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the recovering parser says of broken scripts, and what it makes of them.
class RecoveryTest {
  private static byte[] octets(String source) {
    return source.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Examined examine(String source) {
    return Syntax.examineFile(octets(source), 100);
  }

  /// Every problem as `line:column text`, with its advice behind `|`.
  private static String problems(String source) {
    LineMap lines = LineMap.of(octets(source));
    List<String> all = new ArrayList<>();
    for (Problem problem : examine(source).problems()) {
      String advice = problem.advice().isEmpty() ? "" : " | " + problem.advice();
      int start = problem.start();
      all.add(lines.lineAt(start) + ":" + lines.columnAt(start) + " " + problem.message() + advice);
    }
    return String.join("\n", all);
  }

  @Test
  void rightScripts_haveNoProblems() {
    assertEquals("", problems("#!/bin/lua\nlocal t = { 1, 2; x = 3 }\nreturn t"));
  }

  @Test
  void everyMistake_isReportedOnce() {
    assertEquals(
        """
        1:3 syntax error near '+' | there is no '+=' in Lua: write x = x + …
        2:6 'then' expected near '=' | '==' compares, '=' assigns
        5:5 '=' or 'in' expected near '1'\
        """,
        problems("x += 1\nif x = 2 then\n  y()\nend for i\n    1, 3 do print(i) end"));
    assertEquals(
        """
        1:7 unfinished string near '"abc)' | its closing quote is missing
        3:5 unexpected symbol near '='
        4:13 invalid escape sequence near '\\q' | a backslash itself is written \\\\
        4:21 malformed number near '0x'\
        """,
        problems("print(\"abc)\nx = 1\ny = = 2\nlocal s = \"a\\q\" z = 0x\nw()"));
    assertEquals(
        """
        2:8 'then' expected near '!' | 'not equal' is written ~=
        3:4 syntax error near '+' | there is no '++' in Lua: write x = x + 1
        4:8 unexpected symbol near '/' | a comment begins with --\
        """,
        problems("while x do\n  if a != b && c then break end\n  i++\nx = 5 // two\nend"));
  }

  @Test
  void missingEnd_isTracedByIndentation() {
    assertEquals(
        "8:4 'end' expected (to close 'function' at line 1) near <eof> | the 'if' in line 2 seems"
            + " to lack its 'end': the one in line 4 stands further left",
        problems("function f(x)\n  if x then\n    g()\nend\n\nfunction h()\n  return 1\nend"));
    assertEquals(
        "7:1 <eof> expected near 'end' | perhaps the 'end' in line 6 is one too many",
        problems("function f(x)\n  while x do\n    g()\n  end\n  y()\n  end\nend"));
    assertEquals(
        "6:1 'end' expected (to close 'if' at line 1) near <eof> | 'else if' in line 3 begins a"
            + " block with an 'end' of its own; 'elseif' does not",
        problems("if a then\n  b()\nelse if c then\n  d()\nend\n"));
  }

  @Test
  void whatClosesNothing_isPassedOver() {
    assertEquals(
        "3:1 <eof> expected near 'end'\n4:5 unexpected symbol near '='",
        problems("f()\ng()\nend\nx = = 2"));
    assertEquals(
        "5:1 'end' expected (to close 'if' at line 1) near 'else'",
        problems("if a then\n  b()\nelse\n  c()\nelse\n  d()\nend\nx = 5"));
    assertEquals(
        "3:1 'until' expected (to close 'repeat' at line 1) near 'end'\n4:5 unexpected symbol near"
            + " '='",
        problems("repeat\n  x()\nend\ny = = 2"));
  }

  @Test
  void misspeltIf_keepsItsBlock() {
    assertEquals(
        "1:4 syntax error near 'x' | a statement is a call or an assignment",
        problems("If x > 3 then\n  f(1)\nelse\n  g()\nend\nh()"));
  }

  @Test
  void missingCommas_areReportedEach() {
    assertEquals(
        "3:3 '}' expected (to close '{' at line 1) near 'b'\n4:3 '}' expected (to close '{' at"
            + " line 1) near 'c'",
        problems("t = {\n  a = 1\n  b = 2\n  c = 3,\n  d = 4\n}\nprint(t)"));
    assertEquals(
        "1:5 ')' expected near '2'\n2:11 ',' expected near '1'",
        problems("f(1 2)\nfor i = 3 1 do end"));
  }

  @Test
  void reservedWordAsName_isTakenAsOne() {
    assertEquals(
        "1:3 <name> expected near 'end' | 'end' is a reserved word\n"
            + "2:7 <name> expected near 'repeat' | 'repeat' is a reserved word",
        problems("x.end = 4\nlocal repeat = 3\nreturn x"));
  }

  @Test
  void jumps_areJudgedWhereTheFunctionIsWhole() {
    assertEquals(
        "1:6 no visible label 'a' for <goto> at line 1\n2:1 <break> at line 2 not inside a loop",
        problems("goto a\nbreak\n"));
    assertEquals(
        "1:24 unexpected symbol near '='",
        problems("function f() break x = = 1 end\nwhile x do break end"));
  }

  @Test
  void treeOfABrokenScript_holdsWhatIsRight() {
    Block chunk = examine("function f(\n  local x = 1\nend\ng(\ny = 2\nlocal z = = 3").chunk();
    assertInstanceOf(Statement.FunctionDefinition.class, chunk.statements().get(0));
    Statement.Local z = assertInstanceOf(Statement.Local.class, chunk.statements().getLast());
    assertEquals(
        3.0, assertInstanceOf(Expression.NumberLiteral.class, z.values().getFirst()).value());
  }

  @Test
  void problemsAreCapped_theTreeIsNot() {
    Examined examined = Syntax.examineFile(octets("x = = 1\n".repeat(500)), 100);
    assertEquals(100, examined.problems().size());
    assertEquals(500, examined.chunk().statements().size());
  }

  @Test
  void mutatedPrograms_keepLuasFirstErrorAndAWholeTree() {
    SplittableRandom random = new SplittableRandom(77);
    int wrong = 0;
    int problems = 0;
    for (int i = 0; i < 6_000; i++) {
      String source = ProgramWriter.program(random, 40);
      boolean wasRight = examine(source).problems().isEmpty();
      String broken = Mutations.tokenChange(source, random);
      Examined examined = examine(broken);
      assertEquals("", TreeCheck.fault(examined.chunk(), broken.length()), broken);
      List<String> messages = examined.problems().stream().map(Problem::message).toList();
      if (Syntax.checkFile(octets(broken), "=x") instanceof SyntaxResult.Rejected first) {
        String bare = first.message().replaceFirst("(?s)^x:\\d+: ", "");
        assertTrue(messages.contains(bare), () -> bare + " in " + messages + " for " + broken);
        wrong += wasRight ? 1 : 0;
        problems += wasRight ? messages.size() : 0;
      } else {
        assertEquals(List.of(), messages);
      }
    }
    assertTrue(wrong > 1000, "wrong: " + wrong);
    assertTrue(problems < 1.8 * wrong, problems + " problems of " + wrong + " mistakes");
  }

  /// Each would take minutes if an error sent the parser back, or end on the stack if it nested
  /// without a level.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", "{", "function ", "x $ function ", "x=function ", "then ", "repeat ", "elseif ",
            "f(1 ",
        "{a b\n", "a[", "\"\\q\" ", "'a\n", "--[[\n", "x=1) ", "return return ", "for i ", "a.b:"
      })
  void hostileText_isReadInLinearTime(String piece) {
    String source = piece.repeat(1_000_000 / piece.length());
    Examined examined = examine(source);
    assertTrue(!examined.problems().isEmpty() && examined.problems().size() <= 100);
    assertEquals("", TreeCheck.fault(examined.chunk(), source.length()));
  }
}
