package netarium.engine.lua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Scripts whose output was recorded from the reference implementation, Lua 5.2.4.
class RecordedScriptsTest {
  private static final String ALL = "the scripts";

  static List<String> names() {
    return List.of(
        "basics",
        "collect",
        "control",
        "coroutines",
        "errors",
        "hooks",
        "messages",
        "metamethods",
        "tables",
        "variables");
  }

  private static LuaRig play(String name, long quantum, boolean isStepping) {
    LuaRig rig = new LuaRig();
    rig.machine.isStepping = isStepping;
    return rig.play(rig.task(LuaRig.resource(name + ".lua"), "@" + name + ".lua"), quantum);
  }

  private static String expected(String name) {
    return new String(LuaRig.resource(name + ".out"), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void recordedScript_printsTheSame(String name) {
    assertEquals(expected(name), play(name, 10_000, false).console.toString());
  }

  /// A turn may end at any charge point, inside coroutines and metamethods too.
  @ParameterizedTest
  @MethodSource("names")
  void shortTurns_changeNothing(String name) {
    LuaRig whole = play(name, Long.MAX_VALUE / 2, false);
    LuaRig chopped = play(name, 1, false);
    assertEquals(expected(name), chopped.console.toString());
    assertTrue(chopped.runs > 10, ALL + " run in many turns");
    assertEquals(whole.units, chopped.units, "units do not depend on turns");
  }

  @ParameterizedTest
  @MethodSource("names")
  void stepping_changesNeitherOutputNorUnits(String name) {
    LuaRig stepped = play(name, 10_000, true);
    assertEquals(expected(name), stepped.console.toString());
    assertEquals(play(name, 10_000, false).units, stepped.units, "every way charges alike");
  }
}
