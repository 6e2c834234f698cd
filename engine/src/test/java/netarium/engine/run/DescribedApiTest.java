package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netarium.engine.syntax.stubs.StubClass;
import netarium.engine.syntax.stubs.StubField;
import netarium.engine.syntax.stubs.StubFunction;
import netarium.engine.syntax.stubs.Stubs;
import org.junit.jupiter.api.Test;

/// The stubs and a fresh process name the same things: what is there is described, what is
/// described is there, as a value of the type that the stub says.
class DescribedApiTest {
  private static final Stubs STUBS = ApiWorld.STUBS;

  /// Prints a line for each member: whose, its name, its type. A name that begins with two
  /// underscores belongs to a metatable.
  private static final String MEMBERS =
      """
      local function members(owner, t)
        for key, value in pairs(t) do
          if type(key) == "string" and key:sub(1, 2) ~= "__" then
            print(owner, key, type(value))
          end
        end
      end
      local function object(owner, value)
        print(owner, "", type(value))
        local mt = debug.getmetatable(value)
        if type(value) == "table" then members(owner, value) end
        if type(value) ~= "string" and mt then
          if type(mt.__index) == "table" then members(owner, mt.__index)
          elseif type(value) == "userdata" then members(owner, mt) end
          for _, operator in ipairs({"concat", "len", "call", "add"}) do
            if mt["__" .. operator] then print(owner, "__" .. operator, "operator") end
          end
        end
      end
      local function field(owner, name, value) print(owner, "?" .. name, type(value)) end
      """;

  private static final Map<String, String> OBJECTS = ApiObjects.all();

  /// Members by `owner key`, with their types.
  private static Map<String, String> reality() {
    StringBuilder script = new StringBuilder(MEMBERS);
    script.append("members('', _G)\n");
    for (String library : tables()) {
      script.append("members('%s', %s)\n".formatted(library, library));
    }
    OBJECTS.forEach((type, code) -> script.append("object('%s', %s)\n".formatted(type, code)));
    STUBS
        .fields()
        .filter(each -> !each.owner().isEmpty() && !each.name().startsWith("["))
        .forEach(each -> {
          String code = OBJECTS.get(each.owner());
          String value = code == null ? each.owner() : "(" + code + ")";
          if (code != null || tables().contains(each.owner())) {
            script.append(
                "field('%s', '%s', %s.%s)\n"
                    .formatted(each.owner(), each.name(), value, each.name()));
          }
        });
    TestProject.Run run = ApiWorld.run(script.toString());
    assertEquals(List.of(), ApiWorld.errors(run));
    Map<String, String> members = new TreeMap<>();
    for (String line : ApiWorld.printed(run)) {
      String[] parts = line.split("\t", -1);
      members.put(parts[0] + " " + parts[1], parts[2]);
    }
    return members;
  }

  private static List<String> tables() {
    return STUBS
        .classes()
        .filter(StubClass::isLibrary)
        .map(StubClass::variable)
        .distinct()
        .toList();
  }

  private static Map<String, String> described() {
    Map<String, String> all = new TreeMap<>();
    STUBS.functions().forEach(each -> all.put(each.owner() + " " + each.name(), "function"));
    STUBS.fields().forEach(each -> all.put(each.owner() + " " + each.name(), "field"));
    STUBS
        .classes()
        .filter(each -> !each.parents().isEmpty())
        .forEach(each ->
            STUBS
                .functionsOf(each.name())
                .forEach(f -> all.put(each.name() + " " + f.name(), "function")));
    tables().forEach(each -> all.put(nested(each), "field"));
    return all;
  }

  /// `love.graphics` is a member of `love`.
  private static String nested(String table) {
    int dot = table.lastIndexOf('.');
    return dot < 0 ? " " + table : table.substring(0, dot) + " " + table.substring(dot + 1);
  }

  @Test
  void whatIsThere_isDescribed() {
    Map<String, String> described = described();
    List<String> missing = new ArrayList<>();
    reality()
        .forEach((member, type) -> {
          boolean isMember = !member.endsWith(" ") && !member.contains(" ?");
          if (isMember && !type.equals("operator") && !described.containsKey(member)) {
            missing.add(member + " (" + type + ")");
          }
        });
    assertEquals(List.of(), missing, "not described by any stub");
  }

  @Test
  void whatIsDescribed_isThere() {
    Map<String, String> reality = reality();
    List<String> missing = new ArrayList<>();
    STUBS
        .functions()
        .forEach(each -> {
          String type = reality.get(each.owner() + " " + each.name());
          if (type == null || !type.equals("function")) {
            missing.add(each.fullName() + " is " + type);
          }
        });
    for (StubField each : STUBS.fields().toList()) {
      String key = each.owner().isEmpty() ? " " + each.name() : each.owner() + " ?" + each.name();
      String type = reality.getOrDefault(key, "nil");
      boolean isInput = ApiObjects.INPUT.contains(each.owner()) || each.name().startsWith("[");
      if (!isInput && !fits(each, type)) {
        missing.add(each.fullName() + " is " + type + ", not " + each.type());
      }
    }
    assertEquals(List.of(), missing);
  }

  private static boolean fits(StubField field, String luaType) {
    return luaType.equals("nil")
        ? field.isOptional()
        : ApiObjects.luaTypes(STUBS, field.type().names()).contains(luaType);
  }

  @Test
  void everyClass_hasAnObjectHere() {
    var classes = new TreeSet<String>();
    STUBS.classes().filter(each -> !each.isLibrary()).forEach(each -> classes.add(each.name()));
    classes.removeAll(OBJECTS.keySet());
    classes.removeAll(ApiObjects.INPUT);
    assertEquals(new TreeSet<>(), classes, "tell ApiObjects how to make one");
  }

  @Test
  void operators_areThose() {
    Map<String, String> reality = reality();
    var real = new TreeSet<String>();
    reality.forEach((member, type) -> {
      if (type.equals("operator")) {
        real.add(member.replace(" __", " "));
      }
    });
    var said = new TreeSet<String>();
    STUBS
        .classes()
        .forEach(
            each -> each.operators().forEach(op -> said.add(each.name() + " " + operator(op))));
    assertEquals(real, said);
  }

  private static String operator(String text) {
    return text.replaceFirst("[(:].*", "").strip();
  }

  @Test
  void modulesOfRequire_areTheGlobalTables() {
    String script =
        """
        for name, value in pairs(package.loaded) do
          local global = name:match("^lua%.(.*)$") or name
          print(name, value == _G[global])
        end
        """;
    List<String> lines = ApiWorld.printed(ApiWorld.run(script));
    assertTrue(lines.size() > 10, lines.toString());
    List<String> strangers =
        lines.stream()
            .filter(line -> !line.endsWith("\ttrue"))
            .map(line -> line.replaceFirst("\t.*", ""))
            .filter(name -> !ApiObjects.OTHER_MODULES.contains(name))
            .toList();
    assertEquals(List.of(), strangers);
  }

  @Test
  void stubs_agreeWithEachOther() {
    assertEquals(List.of(), STUBS.contradictions());
  }

  @Test
  void everything_hasATextInSentences() {
    List<String> bad = new ArrayList<>();
    STUBS.functions().forEach(each -> check(each.fullName(), each.text(), bad));
    STUBS.classes().forEach(each -> check(each.name(), each.text(), bad));
    for (StubFunction each : STUBS.functions().toList()) {
      Stream.concat(
              each.signature().parameters().stream().map(p -> p.name() + " " + p.text()),
              each.signature().returns().stream().map(r -> r.name() + " " + r.text()))
          .filter(text -> text.strip().contains(" ") && !text.matches("(?s).*[.!?`)]"))
          .forEach(text -> bad.add(each.fullName() + ": " + text));
    }
    assertEquals("", bad.stream().collect(Collectors.joining("\n")));
  }

  private static void check(String name, String text, List<String> bad) {
    boolean isSentence = text.length() > 4 && text.matches("(?s)[`A-Z].*[.`)]");
    if (!isSentence) {
      bad.add(name + ": " + text);
    }
  }

  @Test
  void resultsAndParameters_haveNames() {
    Map<String, String> bare = new LinkedHashMap<>();
    STUBS
        .functions()
        .forEach(each -> {
          if (each.signature().returns().stream().anyMatch(r -> r.name().isEmpty())) {
            bare.put(each.fullName(), "a result without a name");
          }
        });
    assertEquals(Map.of(), bare);
  }
}
