package netarium.engine.lua.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import netarium.engine.syntax.RecordedCases;
import org.junit.jupiter.api.Test;

class RecordedTextTest {
  private static final OctetBuffer.Payer FREE =
      new OctetBuffer.Payer() {
        @Override
        public void charge(long octets) {}

        @Override
        public RuntimeException notEnoughMemory() {
          return new IllegalStateException("not enough memory");
        }
      };

  private static void checkAll(String table, int least, Function<List<String>, String> answer) {
    List<RecordedCases.Case> cases = RecordedCases.read(RecordedTextTest.class, table).cases();
    List<String> wrong = new ArrayList<>();
    for (RecordedCases.Case c : cases) {
      String got;
      try {
        got = answer.apply(fields(c.input()));
      } catch (TextFault fault) {
        got = "ERR " + fault.text();
      }
      if (!got.equals(c.answer())) {
        wrong.add("line " + c.line() + ": " + c.answer() + " but was " + got);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(cases.size() >= least, "the table was read");
  }

  private static List<String> fields(String input) {
    int separator = input.indexOf('\u001f');
    return separator < 0
        ? List.of(input)
        : List.of(input.substring(0, separator), input.substring(separator + 1));
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static double number(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static String bits(double value) {
    return Double.isNaN(value) ? "nil" : Long.toHexString(Double.doubleToRawLongBits(value));
  }

  @Test
  void numbers_readAsInLua() {
    checkAll("numbers.txt", 60, f -> LuaNumbers.text(number(f.getFirst())));
  }

  @Test
  void numerals_haveLuasValues() {
    checkAll(
        "numerals.txt",
        50,
        f -> {
          byte[] text = octets(f.getFirst());
          return bits(LuaNumbers.parse(text, 0, text.length));
        });
  }

  @Test
  void basedNumerals_haveLuasValues() {
    checkAll(
        "based-numerals.txt",
        30,
        f -> {
          byte[] text = octets(f.getFirst());
          return bits(LuaNumbers.parse(text, 0, text.length, Integer.parseInt(f.getLast())));
        });
  }

  @Test
  void formats_giveLuasText() {
    checkAll("formats.txt", 200, f -> format(f.getFirst(), f.getLast()));
  }

  private static String format(String format, String argument) {
    byte[] octets = octets(format);
    FormatItem item = FormatItem.parse(octets, 1, octets.length);
    OctetBuffer out = new OctetBuffer(FREE, 1);
    byte[] text = octets(argument);
    switch (item.conversion()) {
      case 'd', 'i' -> item.appendSigned(out, (long) number(argument));
      case 'o', 'u', 'x', 'X' -> item.appendUnsigned(out, (long) number(argument));
      case 'c' -> item.appendOctet(out, (int) number(argument));
      case 's' -> item.appendText(out, text, 0, text.length);
      case 'q' -> FormatItem.appendQuoted(out, text, 0, text.length);
      case 'e', 'E', 'f', 'g', 'G', 'a', 'A' -> item.appendDouble(out, number(argument));
      default -> throw item.invalidOption();
    }
    return new String(out.take(), 0, out.length(), StandardCharsets.ISO_8859_1)
        + format.substring(Math.min(item.end(), format.length()));
  }

  @Test
  void patterns_findLuasMatches() {
    checkAll("patterns.txt", 200, f -> matches(f.getFirst(), f.getLast()));
  }

  /// The captures, or whole matches, that `gmatch` would give.
  private static String matches(String subject, String pattern) {
    byte[] s = octets(subject);
    byte[] p = octets(pattern);
    LuaPattern matcher = new LuaPattern(s, 0, s.length, p, 0, p.length, steps -> {});
    StringBuilder all = new StringBuilder();
    int at = 0;
    while (at <= s.length) {
      int end = matcher.matchAt(at);
      if (end < 0) {
        at++;
        continue;
      }
      List<String> captures = new ArrayList<>();
      for (int i = 0; i < matcher.captureCount(); i++) {
        int length = matcher.captureLength(i);
        int start = matcher.captureStart(i);
        captures.add(
            matcher.isPosition(i) ? "" + (start + 1) : subject.substring(start, start + length));
      }
      if (captures.isEmpty()) {
        captures.add(subject.substring(at, end));
      }
      all.append('{').append(String.join("|", captures)).append('}');
      at = end == at ? at + 1 : end;
    }
    return all.toString();
  }
}
