package netarium.engine.fuzz;

import java.util.SplittableRandom;

/// Writes scripts that print what patterns and formats give, one line a case: the same script runs
/// on any Lua 5.2, so that outputs can be compared.
final class TextWriter {
  private static final String[] PIECES = {
    "a", "b", "c", ".", "%a", "%d", "%w", "%s", "%S", "%p", "%x", "%c", "%g", "%l", "%u", "[abc]",
    "[^a]", "[a-c]", "[%d_]", "[]]", "[^]a]", "[a-]", "[%a-z]", "[", "%", "(", ")", "()", "(a)",
    "(.", ".-)", "%1", "%2", "%0", "%b()", "%bab", "%b", "%f[%a]", "%f[^%a]", "%f", "*", "+", "-",
    "?", "^", "$", "%.", "%%", "%-", "x*", "[a]*", ".-", ".*", "\\0", "\\255", "%z", "[%", "[^",
    "[a-"
  };
  private static final String[] SUBJECT = {
    "a", "b", "c", "ab", "abc", " ", "(", ")", "1", "22", "x", "_", ".", "-", "%", "\\0", "\\255",
    "A", "]"
  };
  private static final String[] NUMBERS = {
    "0", "-0.0", "1", "-1", "42", "3.14159", "-2.5", "1e15", "1e16", "123456789012", "1e100",
        "1e-5",
    "1/3", "2^31", "2^53", "-2^31", "1/0", "-1/0", "0.1", "1e-320", "255", "65.5", "99999.5",
        "'12'",
    "'0x1F'", "5e-324", "1.7976931348623157e308", "0.5", "1.5", "2.5", "1e5", "100000", "123456.7"
  };

  private TextWriter() {}

  static String patterns(SplittableRandom random, int cases) {
    StringBuilder out =
        new StringBuilder(
            "local function p(...) local t = {...} for i = 1, select('#', ...) do local v = t[i]"
                + " t[i] = type(v) == 'string' and ('%q'):format(v) or tostring(v) end"
                + " print(table.concat(t, ',')) end\n");
    for (int i = 0; i < cases; i++) {
      String subject = joined(SUBJECT, random, 8);
      String pattern = joined(PIECES, random, 5);
      String init = random.nextInt(4) == 0 ? "," + (random.nextInt(14) - 6) : "";
      out.append(
          switch (random.nextInt(5)) {
            case 0 -> "p(pcall(string.find,'" + subject + "','" + pattern + "'" + init + "))\n";
            case 1 -> "p(pcall(string.match,'" + subject + "','" + pattern + "'" + init + "))\n";
            case 2 ->
                "p(pcall(function() local t = {} for x, y in ('"
                    + subject
                    + "'):gmatch('"
                    + pattern
                    + "') do t[#t+1] = tostring(x) .. '/' .. tostring(y) end"
                    + " return table.concat(t, '|') end))\n";
            case 3 ->
                "p(pcall(string.gsub,'"
                    + subject
                    + "','"
                    + pattern
                    + "','"
                    + joined(
                        new String[] {"<", "%0", "%1", ">", "%%", "%2", "x", "%", "%a"}, random, 3)
                    + "'"
                    + (random.nextInt(4) == 0 ? "," + (random.nextInt(5) - 1) : "")
                    + "))\n";
            default ->
                "p(pcall(string.gsub,'"
                    + subject
                    + "','"
                    + pattern
                    + "',"
                    + new String[] {
                          "{a='X',b=1,ab=false}", "function(x, y) return y end", "string.upper",
                          "function(x) return x == 'a' and 'Q' end", "function() return {} end",
                              "{}"
                        }
                        [random.nextInt(6)]
                    + "))\n";
          });
    }
    return out.toString();
  }

  static String formats(SplittableRandom random, int cases) {
    StringBuilder out = new StringBuilder();
    String conversions = "diouxXeEfgGaAcsq%xyz";
    for (int i = 0; i < cases; i++) {
      StringBuilder format = new StringBuilder();
      StringBuilder arguments = new StringBuilder();
      int items = 1 + random.nextInt(3);
      for (int k = 0; k < items; k++) {
        format.append(random.nextInt(3) == 0 ? "<" : "").append('%');
        for (int n = random.nextInt(3); n > 0; n--) {
          format.append("-+ #0".charAt(random.nextInt(5)));
        }
        if (random.nextInt(2) == 0) {
          format.append(random.nextInt(random.nextInt(8) == 0 ? 120 : 30));
        }
        if (random.nextInt(2) == 0) {
          format.append('.');
          format.append(random.nextInt(4) == 0 ? "" : Integer.toString(random.nextInt(25)));
        }
        format.append(conversions.charAt(random.nextInt(conversions.length())));
        if (random.nextInt(40) != 0) {
          arguments.append(',').append(argument(random));
        }
      }
      out.append("print(pcall(string.format,'")
          .append(format)
          .append('\'')
          .append(arguments)
          .append("))\n");
    }
    return out.toString();
  }

  private static String argument(SplittableRandom random) {
    if (random.nextInt(5) == 0) {
      return new String[] {
            "'abc'", "''", "'a\\0b'", "'q\"\\n\\\\\\r'", "nil", "true", "'\\1\\0019'"
          }
          [random.nextInt(7)];
    }
    if (random.nextInt(3) == 0) {
      double value = Double.longBitsToDouble(random.nextLong());
      return Double.isFinite(value) ? Double.toString(value) : "7";
    }
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private static String joined(String[] from, SplittableRandom random, int most) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      out.append(from[random.nextInt(from.length)]);
    }
    return out.toString();
  }
}
