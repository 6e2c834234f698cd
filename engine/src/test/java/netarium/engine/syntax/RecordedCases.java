package netarium.engine.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// Reads tables of inputs with the answers that Lua 5.2.4 gave: `> input`, `= answer`.
@NullMarked
public record RecordedCases(List<Case> cases) {
  /// One input and its answer, both octet strings.
  public record Case(int line, String input, String answer) {
    public byte[] inputOctets() {
      return input.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  public static RecordedCases read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no test resource " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      List<Case> cases = new ArrayList<>();
      String input = "";
      int number = 0;
      for (String line : text.lines().toList()) {
        number++;
        if (line.startsWith("> ")) {
          input = unescape(line.substring(2));
        } else if (line.startsWith("= ")) {
          cases.add(new Case(number, input, unescape(line.substring(2))));
        }
      }
      return new RecordedCases(cases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c == '\\') {
        c = text.charAt(i++);
        if (c == 'x') {
          c = (char) Integer.parseInt(text.substring(i, i + 2), 16);
          i += 2;
        } else {
          c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
        }
      }
      out.append(c);
    }
    return out.toString();
  }
}
