package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import netarium.engine.syntax.stubs.StubFunction;
import netarium.engine.syntax.stubs.StubParameter;
import netarium.engine.syntax.stubs.StubReturn;
import netarium.engine.syntax.stubs.StubSignature;
import netarium.engine.syntax.stubs.Stubs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every function is called as its stub says, with too few arguments and with wrong ones, and has
/// to take, refuse and answer what the stub says.
class DescribedArgumentsTest {
  private static final Stubs STUBS = ApiWorld.STUBS;
  private static final Pattern BAD = Pattern.compile("bad argument #(\\d+) to");

  /// Calls of these would end or disturb the process that makes them, or they have several forms.
  private static final Set<String> NOT_CALLED =
      new TreeSet<>(
          List.of(
              "os.exit", // ends the process
              "debug.sethook", // every later instruction would call it
              "table.insert", // the rest: forms that differ in what the same place means
              "debug.getinfo",
              "debug.getlocal",
              "debug.setlocal",
              "debug.setmetatable",
              "debug.traceback"));

  /// Calls that are refused although their stub allows them, or by another number, and why.
  private static final Map<String, String> REFUSES_OTHERWISE = new LinkedHashMap<>();

  /// Calls with an argument that is not looked at, and why.
  private static final Map<String, String> TAKES_ALL = new LinkedHashMap<>();

  static {
    REFUSES_OTHERWISE.put("setmetatable least", "nil has to be written");
    REFUSES_OTHERWISE.put("love.graphics.polygon lacks2", "it counts all coordinates");
    TAKES_ALL.put("fs.write wrong3", "a media type is accepted and not kept");
    TAKES_ALL.put("love.window.setMode wrong3", "a screen has no flags");
    TAKES_ALL.put("io.popen wrong1", "it always raises");
    TAKES_ALL.put("io.popen wrong2", "it always raises");
    TAKES_ALL.put("debug.gethook wrong1", "what is no thread means this one");
  }

  /// Lua code for arguments, by name, where not every value of the type will do.
  private static final Map<String, String> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("host", "'web'");
    VALUES.put("laddr", "':0'");
    VALUES.put("raddr", "'web:7'");
    VALUES.put("pid", "999");
    VALUES.put("status", "200");
    VALUES.put("base", "10");
    VALUES.put("debug.upvalueid.f", "math_user");
    VALUES.put("debug.upvaluejoin.f1", "math_user");
    VALUES.put("debug.upvaluejoin.f2", "math_user");
    VALUES.put("network.close.code", "1000");
    VALUES.put("socks5.connect.proxyHost", "'web'");
    VALUES.put("proxyPort", "1080");
    VALUES.put("love.graphics.line.x", "{0, 0, 1, 1}");
    VALUES.put("love.graphics.polygon.x", "{0, 0, 1, 1, 2, 0}");
    VALUES.put("love.graphics.points.x", "{0, 0}");
    VALUES.put("tonumber.v", "'7'");
    VALUES.put("os.path_resolve.base", "'/'");
    VALUES.put("coroutine.resume.co", "coroutine.create(function() end)");
  }

  private static final String HARNESS =
      """
      local m = math
      local function math_user() return m end
      local function probe(name, form, f)
        go(function()
          local r = table.pack(pcall(f))
          local out = {}
          if r[1] then
            for i = 2, r.n do out[i - 1] = type(r[i]) end
          else
            out[1] = tostring(r[2]):gsub("%s", " ")
          end
          print("@@", name, form, r[1], table.concat(out, " "))
        end)
      end
      """;

  private record Answer(boolean ok, String text) {}

  /// By `name form`; what waits for ever has none.
  private static final Map<String, Answer> ANSWERS = new LinkedHashMap<>();

  @BeforeAll
  static void callEverything() {
    StringBuilder script = new StringBuilder(HARNESS);
    for (StubFunction each : probed()) {
      List<StubParameter> parameters = each.signature().parameters();
      int required = each.signature().required();
      for (int k = 0; k < required; k++) {
        probe(script, each, "lacks" + (k + 1), right(each, k));
      }
      probe(script, each, "least", right(each, required));
      List<String> all = right(each, fixed(each));
      probe(script, each, "all", all);
      if (fixed(each) == parameters.size()) {
        List<String> more = new ArrayList<>(all);
        more.add("{}");
        probe(script, each, "more", more);
      }
      for (int k = 0; k < fixed(each); k++) {
        String wrong = wrong(parameters.get(k));
        if (!wrong.isEmpty()) {
          List<String> arguments = new ArrayList<>(all);
          arguments.set(k, wrong);
          probe(script, each, "wrong" + (k + 1), arguments);
        }
      }
    }
    script.append("sleep(300)\n");
    TestProject.Run run = ApiWorld.run(script.toString());
    assertEquals(List.of(), ApiWorld.errors(run));
    for (String line : ApiWorld.printed(run)) {
      if (line.startsWith("@@\t")) {
        String[] parts = line.split("\t", -1);
        ANSWERS.put(parts[1] + " " + parts[2], new Answer(parts[3].equals("true"), parts[4]));
      }
    }
    assertTrue(ANSWERS.size() > 500, ANSWERS.size() + " calls");
  }

  private static List<StubFunction> probed() {
    return STUBS.functions().filter(each -> !NOT_CALLED.contains(each.fullName())).toList();
  }

  /// How many parameters stand before `...`.
  private static int fixed(StubFunction function) {
    return (int) function.signature().parameters().stream().filter(p -> !p.isVararg()).count();
  }

  private static void probe(
      StringBuilder script, StubFunction function, String form, List<String> arguments) {
    String called = function.owner() + "." + function.name();
    String before = "";
    if (function.owner().isEmpty()) {
      called = function.name();
    } else if (function.isMethod()) {
      before = "local object = " + ApiObjects.all().get(function.owner()) + " ";
      called = "object:" + function.name();
    }
    script.append(
        "probe('%s', '%s', function() %s return %s(%s) end)\n"
            .formatted(function.fullName(), form, before, called, String.join(", ", arguments)));
  }

  private static List<String> right(StubFunction function, int count) {
    return new ArrayList<>(
        function.signature().parameters().subList(0, count).stream()
            .map(each -> right(function, each))
            .toList());
  }

  private static String right(StubFunction function, StubParameter parameter) {
    String special = VALUES.get(function.fullName() + "." + parameter.name());
    String named = special == null ? VALUES.get(parameter.name()) : special;
    return named == null ? value(parameter.type().literals(), parameter.type().names()) : named;
  }

  private static String value(List<String> literals, List<String> names) {
    if (!literals.isEmpty()) {
      return "'" + literals.getFirst() + "'";
    }
    String name = names.getFirst();
    return switch (name) {
      case "string" -> "'x'";
      case "integer", "number", "any" -> "1";
      case "boolean" -> "true";
      case "table" -> "{}";
      case "function" -> "function() end";
      case "thread" -> "coroutine.create(function() end)";
      case "userdata" -> "io.stdout";
      default -> {
        if (ApiObjects.INPUT.contains(name)) {
          yield options(name);
        }
        var alias = STUBS.alias(name);
        yield alias.isPresent()
            ? value(alias.get().type().literals(), alias.get().type().names())
            : String.valueOf(ApiObjects.all().get(name));
      }
    };
  }

  /// A table with all that must be in it.
  private static String options(String type) {
    return STUBS.fieldsOf(type).stream()
        .filter(each -> !each.isOptional())
        .map(each -> each.name() + " = " + value(each.type().literals(), each.type().names()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /// A value that the parameter does not take; empty if it takes everything.
  private static String wrong(StubParameter parameter) {
    Set<String> taken = ApiObjects.luaTypes(STUBS, parameter.type().names());
    if (taken.contains("boolean") || parameter.type().names().contains("any")) {
      return "";
    }
    return taken.contains("table") ? "true" : "{}";
  }

  private static int badArgument(Answer answer) {
    Matcher matcher = BAD.matcher(answer.text);
    return !answer.ok && matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  @Test
  void missingArgument_isRefusedByItsNumber() {
    List<String> wrong = new ArrayList<>();
    for (StubFunction each : probed()) {
      int required = each.signature().required();
      for (int k = 1; k <= required; k++) {
        String call = each.fullName() + " lacks" + k;
        Answer answer = ANSWERS.get(call);
        boolean mayBeMissing = wrong(each.signature().parameters().get(k - 1)).isEmpty();
        int bad = answer == null ? 0 : badArgument(answer);
        boolean isRight = mayBeMissing || REFUSES_OTHERWISE.containsKey(call);
        if (!isRight && (bad < k || bad > required)) {
          wrong.add(each.fullName() + " without argument " + k + ": " + answer);
        }
      }
    }
    assertNone(wrong);
  }

  @Test
  void argumentsAsDescribed_areTaken() {
    List<String> wrong = new ArrayList<>();
    for (StubFunction each : probed()) {
      for (String form : List.of("least", "all", "more")) {
        String call = each.fullName() + " " + form;
        Answer answer = ANSWERS.get(call);
        boolean isRefused = answer != null && badArgument(answer) > 0;
        if (isRefused && !REFUSES_OTHERWISE.containsKey(call)) {
          wrong.add(each.fullName() + ", " + form + ": " + answer);
        }
        if (answer == null && form.equals("all") && !each.isBlocking()) {
          wrong.add(each.fullName() + " waits for ever; that is '@async'");
        }
      }
    }
    assertNone(wrong);
  }

  @Test
  void wrongType_isRefusedByItsNumber() {
    List<String> wrong = new ArrayList<>();
    for (StubFunction each : probed()) {
      for (int k = 1; k <= fixed(each); k++) {
        String call = each.fullName() + " wrong" + k;
        Answer answer = ANSWERS.get(call);
        boolean isAsked =
            !TAKES_ALL.containsKey(call)
                && !wrong(each.signature().parameters().get(k - 1)).isEmpty();
        if (isAsked && (answer == null || badArgument(answer) != k)) {
          wrong.add(each.fullName() + " with a wrong argument " + k + ": " + answer);
        }
      }
    }
    assertNone(wrong);
  }

  @Test
  void results_areOfTheTypesDescribed() {
    List<String> wrong = new ArrayList<>();
    for (StubFunction each : probed()) {
      for (String form : List.of("least", "all")) {
        Answer answer = ANSWERS.get(each.fullName() + " " + form);
        if (answer != null
            && answer.ok
            && each.signatures().stream().noneMatch(s -> fits(s, answer))) {
          wrong.add(
              each.fullName() + " answers " + answer.text + ", not " + each.signature().results());
        }
      }
    }
    assertNone(wrong);
  }

  private static boolean fits(StubSignature signature, Answer answer) {
    List<String> types = answer.text.isEmpty() ? List.of() : List.of(answer.text.split(" ", -1));
    List<StubReturn> returns = signature.returns();
    for (int i = 0; i < types.size(); i++) {
      boolean isMore = i >= returns.size();
      if (isMore && (returns.isEmpty() || !returns.getLast().isVararg())) {
        return false;
      }
      StubReturn described = isMore ? returns.getLast() : returns.get(i);
      if (!ApiObjects.luaTypes(STUBS, described.type().names()).contains(types.get(i))) {
        return false;
      }
    }
    return returns.stream()
        .skip(types.size())
        .allMatch(each ->
            each.isVararg() || each.type().isOptional() || each.type().names().contains("any"));
  }

  private static void assertNone(List<String> wrong) {
    assertEquals("", String.join("\n", wrong));
  }
}
