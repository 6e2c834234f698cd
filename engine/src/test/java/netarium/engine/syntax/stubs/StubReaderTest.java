package netarium.engine.syntax.stubs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StubReaderTest {
  private static StubReading read(String text) {
    return StubReader.read("x.lua", ("---@meta\n\n" + text).getBytes(UTF_8));
  }

  private static StubLibrary good(String text) {
    StubReading reading = read(text);
    assertEquals(List.of(), reading.problems());
    return reading.library();
  }

  private static List<String> problems(String text) {
    return read(text).problems().stream().map(StubProblem::toString).toList();
  }

  @Test
  void function_hasParametersResultsAndText() {
    StubFunction f =
        good("""
        ---Opens a connection. Waits.
        ---
        ---```lua
        ---dial("a", 1)
        ---```
        ---@async
        ---@param host string Whom.
        ---@param port? integer # Where; 80 if not given.
        ---@param ... any
        ---@return Conn? conn The connection.
        ---@return string|nil err
        ---@overload fun(host: string): boolean
        function dial(host, port, ...) end
        """)
            .functions()
            .getFirst();
    assertEquals("dial", f.fullName());
    assertEquals("Opens a connection.", f.summary());
    assertTrue(f.isBlocking());
    assertFalse(f.isDeprecated());
    assertEquals(List.of(new StubExample("dial(\"a\", 1)\n", 6)), f.examples());
    assertEquals("(host, port?, ...)", f.signature().arguments());
    assertEquals("conn, err", f.signature().results());
    assertEquals(1, f.signature().required());
    StubParameter port = f.signature().parameters().get(1);
    assertTrue(port.isOptional());
    assertEquals("Where; 80 if not given.", port.text());
    StubReturn conn = f.signature().returns().getFirst();
    assertEquals(List.of("Conn", "nil"), conn.type().names());
    assertEquals("The connection.", conn.text());
    assertEquals("Whom.", f.overloads().getFirst().parameters().getFirst().text());
    assertEquals("boolean", f.overloads().getFirst().results());
  }

  @Test
  void classes_haveFieldsMethodsAndParents() {
    StubLibrary library =
        good(
            """
            ---All about nets.
            ---@class netlib
            ---@field zero IP The zero.
            net = {}

            ---The figure.
            net.answer = 42

            ---@class Conn : Reader, Writer
            ---@field id? integer
            ---@field [string] any
            ---@operator len: integer
            local Conn = {}

            ---Reads.
            ---@return string data
            function Conn:Read() end

            ---Sends.
            function net.send() end
            """);
    StubClass net = library.classes().getFirst();
    assertEquals("net", net.title());
    assertEquals("All about nets.", net.text());
    assertEquals(
        List.of("net.zero", "net.answer"), net.fields().stream().map(StubField::fullName).toList());
    assertEquals("number", net.fields().get(1).type().text());
    assertEquals("net.send", net.functions().getFirst().fullName());
    StubClass conn = library.classes().get(1);
    assertEquals(List.of("Reader", "Writer"), conn.parents());
    assertEquals("Conn:Read", conn.functions().getFirst().fullName());
    assertEquals(List.of("len: integer"), conn.operators());
    assertTrue(conn.fields().getFirst().isOptional());
  }

  @Test
  void alias_hasChoicesWithTheirTexts() {
    StubAlias alias =
        good("""
        ---How to open.
        ---@alias Mode
        ---| "r" # To read.
        ---| "w" # To write.
        """)
            .aliases()
            .getFirst();
    assertEquals("Mode", alias.name());
    assertEquals(List.of("r", "w"), alias.type().literals());
    assertEquals(new StubAlias.Choice("\"w\"", "To write."), alias.choices().get(1));
  }

  @Test
  void firstText_isThatOfThePage() {
    StubLibrary library = good("---# All of it\n---\n---A page: naïve.\n\n---@class A\n");
    assertEquals("All of it", library.title());
    assertEquals("A page: naïve.", library.text());
  }

  @Test
  void commentsBesideAndOtherComments_sayNothing() {
    StubLibrary library =
        good("-- not for people\n---- a rule ----\n---Goes.\nfunction go() end --- really\n");
    assertEquals("Goes.", library.functions().getFirst().text());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "function f( end                                  | x.lua:3: ", //
        "print('x')                                       | x.lua:3: a stub declares",
        "x = f                                            | x.lua:3: a stub declares",
        "local x = {}                                     | x.lua:3: a local variable is a class",
        "function f() end                                 | x.lua:3: f has no text",
        "---F.¶function f(a) end                          | x.lua:4: the parameters are a, the",
        "---F.¶---@param b any¶function f(a) end          | x.lua:5: the parameters are a, the",
        "---F.¶---@param a¶function f(a) end              | x.lua:4: type expected near",
        "---F.¶---@param a table<string¶function f(a) end | x.lua:4: '>' expected in type near",
        "---F.¶---@return \"abc¶function f() end          | x.lua:4: unfinished string in type",
        "---F.¶---@retrun any¶function f() end            | x.lua:4: unknown tag @retrun",
        "---F.¶---@return any x¶---more¶function f() end  | x.lua:5: text stands above the tags",
        "---F.¶---@overload (a)¶function f() end          | x.lua:4: @overload: 'fun(' expected",
        "---F.¶function net.f() end                       | x.lua:4: net is no table or class",
        "---@class¶local x = {}                           | x.lua:3: '@class Name' or",
        "---@class A¶¶---lost¶                            | x.lua:5: these lines belong to no",
      })
  void malformedStub_isAProblemWithItsLine(String stub, String expected) {
    List<String> problems = problems(stub.replace('¶', '\n'));
    assertTrue(
        problems.stream().anyMatch(each -> each.startsWith(expected.strip())), problems.toString());
  }

  @Test
  void stubWithoutMeta_isAProblem() {
    StubReading reading = StubReader.read("y.lua", "---F.\nfunction f() end\n".getBytes(UTF_8));
    assertEquals(
        "y.lua:1: a stub begins with '---@meta'", reading.problems().getFirst().toString());
    assertEquals("f", reading.library().functions().getFirst().name());
  }

  @Test
  void problem_doesNotHideWhatFollows() {
    StubReading reading = read("x = 1 + 1\n\n---G.\nfunction g() end\n");
    assertEquals(1, reading.problems().size());
    assertEquals("g", reading.library().functions().getFirst().name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string",
        "Conn?",
        "integer[]",
        "string[][]",
        "\"a\"|\"b c\"",
        "table<string, number>",
        "(string|number)[]",
        "{name: string, size?: integer}",
        "{[string]: any}",
        "fun(w: any, ...: string): boolean, string",
        "fun()",
        "love.Image",
        "string|fun(a: integer)|nil"
      })
  void type_isReadToItsEnd(String type) {
    StubFunction f =
        good("---F.\n---@param a " + type + " The text.\nfunction f(a) end\n")
            .functions()
            .getFirst();
    StubParameter a = f.signature().parameters().getFirst();
    assertEquals(type, a.type().text());
    assertEquals("The text.", a.text());
  }

  @Test
  void stubsTogether_findNamesAndContradictions() {
    StubLibrary one =
        good("---A.\n---@class A : B\nlocal A = {}\n---F.\n---@return C c\nfunction A:f() end\n");
    StubLibrary two = good("---B.\n---@class B\nlocal B = {}\n---G.\nfunction B:g() end\n");
    Stubs both = Stubs.of(List.of(one, two));
    assertEquals(List.of("A:f: there is no type C"), both.contradictions());
    assertEquals(
        List.of("A:f", "B:g"), both.functionsOf("A").stream().map(StubFunction::fullName).toList());
    assertEquals("B:g", both.function("B:g").orElseThrow().fullName());
    assertEquals(List.of("A.f is described twice"), List.of(twice(one)));
  }

  private static String twice(StubLibrary library) {
    return Stubs.of(List.of(library, library)).contradictions().getFirst().replace(':', '.');
  }

  @Test
  void brokenStubs_neverFail() {
    byte[] whole = Objects.requireNonNull(BundledStubs.files().get("net-go.lua"));
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      byte[] broken = whole.clone();
      for (int k = 0; k < 20; k++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(32, 127);
      }
      StubReader.read("broken.lua", broken);
    }
  }

  @Test
  void bundledStubs_nameTheLibraries() {
    Stubs stubs = BundledStubs.read();
    assertTrue(stubs.libraryNames().containsAll(List.of("net", "http", "string", "os")));
    assertEquals("net.Dial", stubs.function("net.Dial").orElseThrow().fullName());
  }
}
