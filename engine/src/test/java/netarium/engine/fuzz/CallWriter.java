package netarium.engine.fuzz;

import java.util.SplittableRandom;

/// Writes scripts that call every library function with every kind of unfit argument.
final class CallWriter {
  /// Collects all functions of all libraries in `F`, and unfit values in `V`.
  private static final String PROLOGUE =
      """
      local F, N, pcall, type, tostring = {}, {}, pcall, type, tostring
      for _, lib in ipairs{"_G","string","table","math","coroutine","debug","bit32","package"} do
        local names = {}
        for k, v in pairs(_G[lib]) do if type(v) == "function" then names[#names + 1] = k end end
        table.sort(names)
        for _, k in ipairs(names) do F[#F + 1] = _G[lib][k] N[#F] = lib .. "." .. k end
      end
      local yield, wrap, error, setmetatable = coroutine.yield, coroutine.wrap, error, setmetatable
      local sort, gsub, floor = table.sort, string.gsub, math.floor
      local co = coroutine.create(function(...) while true do yield(...) end end)
      local loop = {} loop[1] = loop loop.__index = loop setmetatable(loop, loop)
      local evil = setmetatable({}, {
        __index = function(t, k) return k end, __newindex = function() error("no") end,
        __len = function() return 1e9 end, __call = function(...) return ... end,
        __tostring = function() return 7 end, __eq = function() return wait() end,
        __lt = function() return yield(1) end, __le = function() error({}) end,
        __concat = function(a, b) return a end, __unm = function(a) return a end,
        __add = function() return wait() end, __mode = "kv",
        __pairs = function(t) return next, {1, 2, 3}, nil end, __ipairs = function() error() end,
        __metatable = "locked", __gc = function(o) error("gc") end,
      })
      local text = setmetatable({}, {
        __tostring = function() error("text") end, __len = function() return -1 end,
      })
      local deep = {} for i = 1, 50 do deep = {deep} end
      local list = {5, 3, 9, 1, 7, 2, 8}
      """;

  private static final String[] VALUES = {
    "nil",
    "true",
    "false",
    "0",
    "-1",
    "1",
    "2",
    "3",
    "10",
    "2^31",
    "2^31-1",
    "-2^31",
    "2^32",
    "2^53",
    "2^63",
    "-2^63",
    "1e308",
    "1/0",
    "-1/0",
    "0/0",
    "0.5",
    "-0.0",
    "1e15",
    "255",
    "256",
    "''",
    "'x'",
    "('x'):rep(100)",
    "('ab'):rep(3000)",
    "'\\0'",
    "'%d'",
    "'%5.3s%q'",
    "'%s'",
    "'['",
    "'%'",
    "'('",
    "'(.-)%1'",
    "'%b()'",
    "'%f[%w]'",
    "'[%a-]*$'",
    "'return 1'",
    "'x = ='",
    "'10'",
    "'0x10'",
    "'1e1'",
    "'kv'",
    "'n'",
    "'nSluf'",
    "'>f'",
    "'crl'",
    "'collect'",
    "'step'",
    "'count'",
    "{}",
    "{1,2,3}",
    "{n=3}",
    "list",
    "evil",
    "loop",
    "text",
    "deep",
    "co",
    "F",
    "F[1]",
    "_G",
    "string",
    "print",
    "wait",
    "yield",
    "error",
    "pcall",
    "tostring",
    "sort",
    "next",
    "setmetatable",
    "function(...) return ... end",
    "function() error('e') end",
    "function() error(nil) end",
    "function() error(evil) end",
    "function() return wait() end",
    "function(...) return yield(...) end",
    "function(a, b) return true end",
    "function(a, b) return a end",
    "function(f) return f end",
    "function() return '' end",
    "wrap(function(...) while true do yield(...) end end)",
    "coroutine.running()",
    "coroutine.create(function() error('dead') end)",
    "setmetatable({}, {__call = wait})",
    "setmetatable({}, {__index = evil, __newindex = evil})",
    "'lua.net'",
    "'?.lua;?'",
    "function() return 'return ', 1 end",
    "select('#')",
    "co, co",
    "1, 2, 3",
    "...",
    "N",
  };

  private CallWriter() {}

  static String script(SplittableRandom random) {
    StringBuilder out = new StringBuilder(PROLOGUE);
    int calls = 3 + random.nextInt(15);
    for (int i = 0; i < calls; i++) {
      String function = function(random);
      String arguments = arguments(random);
      switch (random.nextInt(7)) {
        case 0 -> out.append("pcall(wrap(").append(function).append(')');
        case 1 ->
            out.append("pcall(wrap(function(...) return ").append(function).append("(...) end)");
        case 2 -> out.append("xpcall(").append(function).append(", ").append(function(random));
        case 3 -> out.append("pcall(F[1 + #F % 7], pcall, ").append(function);
        default -> out.append("pcall(").append(function);
      }
      out.append(arguments.isEmpty() ? "" : ", ").append(arguments).append(")\n");
      if (random.nextInt(6) == 0) {
        out.append(statement(random)).append('\n');
      }
    }
    return out.toString();
  }

  /// The functions are few and named by number, whatever there are.
  private static String function(SplittableRandom random) {
    return "F[" + random.nextInt(1000) + " % #F + 1]";
  }

  private static String arguments(SplittableRandom random) {
    StringBuilder out = new StringBuilder();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ", ").append(VALUES[random.nextInt(VALUES.length)]);
    }
    return out.toString();
  }

  private static String statement(SplittableRandom random) {
    String a = VALUES[random.nextInt(VALUES.length - 3)];
    String b = VALUES[random.nextInt(VALUES.length - 3)];
    String c = VALUES[random.nextInt(VALUES.length - 3)];
    String[] operators = {"+", "..", "<", "==", "%", "^", "<=", "/", "and"};
    String operator = operators[random.nextInt(operators.length)];
    return switch (random.nextInt(6)) {
      case 0 -> "pcall(function() return (" + a + ") " + operator + " (" + b + ") end)";
      case 1 -> "pcall(function() return (" + a + ")[" + b + "] end)";
      case 2 -> "pcall(function() local t = (" + a + ") t[" + b + "] = " + c + " end)";
      case 3 ->
          "pcall(function() for k, v in pairs("
              + a
              + ") do if k == "
              + b
              + " then break end"
              + " end end)";
      case 4 ->
          "pcall(function() for i = "
              + a
              + ", "
              + b
              + ", "
              + c
              + " do if i ~= i then break"
              + " end end end)";
      default -> "pcall(setmetatable, " + a + ", {__index = " + b + ", __call = " + c + "})";
    };
  }
}
