package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.wire.Octets;

/// A field of a JSON object (RFC 8259) and where it stands in the text, so that each can be shown
/// with its octets.
///
/// @param text a string without its quotes, a number as it is written, the strings of an array with
///   commas between them
/// @param from where its name begins, as an offset
/// @param to the offset behind its value
/// @param children the fields of an object
record JsonField(String name, String text, int from, int to, List<JsonField> children) {
  private static final int DEEPEST = 16;

  /// The fields of an object; none where the octets are none.
  static List<JsonField> ofObject(Octets octets) {
    Reader reader = new Reader(octets);
    Optional<Value> value = reader.value(0);
    return value.isPresent() && reader.isAtEnd() ? value.get().children : List.of();
  }

  private record Value(String text, List<JsonField> children) {}

  /// Reads from the front; what is no JSON gives nothing.
  private static final class Reader {
    private final Octets octets;
    private int at;

    Reader(Octets octets) {
      this.octets = octets;
    }

    boolean isAtEnd() {
      return peek() < 0;
    }

    /// The next octet that is no white space, or -1.
    private int peek() {
      while (at < octets.length() && " \t\r\n".indexOf(octets.at(at)) >= 0) {
        at++;
      }
      return at < octets.length() ? octets.at(at) : -1;
    }

    private boolean skip(char expected) {
      boolean isThere = peek() == expected;
      at += isThere ? 1 : 0;
      return isThere;
    }

    Optional<Value> value(int depth) {
      return switch (peek()) {
        case '{' -> depth < DEEPEST ? object(depth) : Optional.empty();
        case '[' -> depth < DEEPEST ? array(depth) : Optional.empty();
        case '"' -> string().map(text -> new Value(text, List.of()));
        default -> word();
      };
    }

    private Optional<Value> object(int depth) {
      List<JsonField> fields = new ArrayList<>();
      skip('{');
      boolean isFirst = true;
      while (!skip('}')) {
        if (!isFirst && !skip(',')) {
          return Optional.empty();
        }
        isFirst = false;
        peek();
        int from = at;
        Optional<String> name = string();
        if (name.isEmpty() || !skip(':')) {
          return Optional.empty();
        }
        Optional<Value> value = value(depth + 1);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        Value found = value.get();
        fields.add(new JsonField(name.get(), found.text, from, at, found.children));
      }
      return Optional.of(new Value("", fields));
    }

    private Optional<Value> array(int depth) {
      List<String> texts = new ArrayList<>();
      skip('[');
      while (!skip(']')) {
        if (!texts.isEmpty() && !skip(',')) {
          return Optional.empty();
        }
        Optional<Value> value = value(depth + 1);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        texts.add(value.get().text);
      }
      return Optional.of(new Value(String.join(", ", texts), List.of()));
    }

    private Optional<Value> word() {
      int from = at;
      while (at < octets.length() && ",]} \t\r\n".indexOf(octets.at(at)) < 0) {
        at++;
      }
      String text = new String(octets.slice(from, at).toByteArray(), UTF_8);
      return text.isEmpty() ? Optional.empty() : Optional.of(new Value(text, List.of()));
    }

    private Optional<String> string() {
      if (!skip('"')) {
        return Optional.empty();
      }
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      while (at < octets.length()) {
        int each = octets.at(at++);
        if (each == '"') {
          return Optional.of(text.toString(UTF_8));
        } else if (each == '\\') {
          escape(text);
        } else {
          text.write(each);
        }
      }
      return Optional.empty();
    }

    private void escape(ByteArrayOutputStream text) {
      if (at >= octets.length()) {
        return;
      }
      int each = octets.at(at++);
      switch (each) {
        case 'b' -> text.write('\b');
        case 'f' -> text.write('\f');
        case 'n' -> text.write('\n');
        case 'r' -> text.write('\r');
        case 't' -> text.write('\t');
        case 'u' -> {
          StringBuilder units = new StringBuilder();
          unit(units);
          boolean isHalf = !units.isEmpty() && Character.isHighSurrogate(units.charAt(0));
          boolean hasOther =
              at + 1 < octets.length() && octets.at(at) == '\\' && octets.at(at + 1) == 'u';
          if (isHalf && hasOther) {
            at += 2;
            unit(units);
          }
          text.writeBytes(units.toString().getBytes(UTF_8));
        }
        default -> text.write(each);
      }
    }

    private void unit(StringBuilder units) {
      int code = 0;
      int end = Math.min(octets.length(), at + 4);
      while (at < end) {
        code = code << 4 | Math.max(0, Character.digit(octets.at(at++), 16));
      }
      units.append((char) code);
    }
  }
}
