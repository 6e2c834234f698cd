package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// `json` on a simulated machine, case by case; what the cases are stands in their file.
final class JsonCasesTest {
  /// Shows a decoded value; runs the cases and prints an answer for each.
  private static final String FRAME =
      """
      local function text(s)
        local plain = s:gsub('[%c"\\\\\\127-\\255]', function(c)
          return ("\\\\%03d"):format(c:byte())
        end)
        return '"' .. plain .. '"'
      end
      local function show(v)
        if v == json.null then return "null" end
        if type(v) == "number" then return ("%.17g"):format(v) end
        if type(v) == "string" then return text(v) end
        if type(v) ~= "table" then return tostring(v) end
        local out = {}
        if #v > 0 or (next(v) == nil and json.encode(v) == "[]") then
          for i = 1, #v do out[i] = show(v[i]) end
          return "[" .. table.concat(out, ",") .. "]"
        end
        local keys = {}
        for k in pairs(v) do keys[#keys + 1] = k end
        table.sort(keys)
        for i, k in ipairs(keys) do out[i] = text(k) .. ":" .. show(v[k]) end
        return "{" .. table.concat(out, ",") .. "}"
      end
      local function answer(f, ...)
        local ok, result = pcall(f, ...)
        print(ok and result or "! " .. tostring(result):gsub("^scripts/[%w.]+:%d+: ", ""))
      end
      local function decode(s) return show(json.decode(s)) end
      local cases = {}
      %s
      for i = 1, #cases do cases[i]() end
      """;

  private record Case(String kind, String given, String expected) {
    String line() {
      return kind.equals("decode")
          ? "cases[#cases + 1] = function() answer(decode, " + given + ") end"
          : "cases[#cases + 1] = function() answer(function() return json.encode("
              + given
              + ") end) end";
    }

    void check(String got) {
      if (expected.equals("!")) {
        boolean isPlaced = got.startsWith("! JSON: ");
        assertTrue(isPlaced, () -> given + " should be refused, but is " + got);
      } else {
        assertEquals(expected, got, () -> kind + " " + given);
      }
    }
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            JsonCasesTest.class.getResourceAsStream("/netarium/engine/vm/json/cases.txt"))) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          String[] parts = line.split("\t", -1);
          cases.add(new Case(parts[0], parts[1], parts[2]));
        }
      }
    }
    return cases;
  }

  @Test
  void everyCase_givesWhatItSays() throws IOException {
    List<Case> cases = cases();
    assertTrue(cases.size() >= 300, "only " + cases.size() + " cases");
    StringBuilder lines = new StringBuilder();
    cases.forEach(each -> lines.append(each.line()).append('\n'));
    String said =
        new TestProject()
            .vm("pc", "", "json.lua")
            .script("json.lua", FRAME.replace("%s\n", lines + "\n"))
            .run()
            .console("pc");
    String[] answers = said.split("\n", -1);
    assertAll(
        IntStream.range(0, Math.min(cases.size(), answers.length))
            .mapToObj(i -> () -> cases.get(i).check(answers[i])));
    assertEquals(cases.size() + 1, answers.length, said);
  }

  @Test
  void longText_costsTimeForItsOctets() {
    String said =
        new TestProject()
            .vm("pc", "", "json.lua")
            .script(
                "json.lua",
                """
                local text = json.encode({ ("x"):rep(100000) })
                local before = os.clock()
                json.decode(text)
                local decoding = os.clock() - before
                before = os.clock()
                json.encode(text)
                print(decoding > 0.0003, os.clock() - before > 0.0003)
                """)
            .run()
            .console("pc");
    assertEquals("true\ttrue\n", said);
  }

  @Test
  void decodedTables_countAgainstTheMemoryOfTheMachine() {
    String said =
        new TestProject()
            .vm("pc", "", "json.lua")
            .script(
                "json.lua",
                """
                local text = "[" .. ("[],"):rep(300000) .. "1]"
                print(pcall(json.decode, text))
                """)
            .run()
            .console("pc");
    assertEquals("false\tnot enough memory\n", said);
  }
}
