package netarium.topologies.json;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// JSON text from values, the same text for the same value every time, laid out for people and for
/// diffs: two spaces of indentation, and what fits stays on one line. Lists and objects directly in
/// the root are always broken, one item a line, so that adding an item adds a line.
public final class JsonTextWriter {
  private static final int LINE_COLUMNS = 100;
  private final StringBuilder out = new StringBuilder();

  private JsonTextWriter() {}

  /// The text, with a line end at its end.
  public static String write(JsonValue value) {
    JsonTextWriter writer = new JsonTextWriter();
    writer.value(value, 0, 0);
    return writer.out.append('\n').toString();
  }

  /// `used` counts the columns already taken on this line, `depth` the enclosing values.
  private void value(JsonValue value, int depth, int used) {
    boolean broken = depth < 2 && !isEmpty(value);
    switch (value) {
      case JsonValue.Items list when broken || !fits(value, used) -> items(list.items(), depth);
      case JsonValue.Members object when broken || !fits(value, used) ->
          members(object.members(), depth);
      default -> inline(value, out);
    }
  }

  private void items(List<JsonValue> items, int depth) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      newLine(depth + 1);
      value(items.get(i), depth + 1, 2 * (depth + 1) + 1);
      out.append(i + 1 < items.size() ? "," : "");
    }
    newLine(depth);
    out.append(']');
  }

  private void members(Map<String, JsonValue> members, int depth) {
    out.append('{');
    Iterator<Map.Entry<String, JsonValue>> each = members.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, JsonValue> member = each.next();
      newLine(depth + 1);
      int lineStart = out.length() - 2 * (depth + 1);
      quoted(member.getKey(), out);
      out.append(": ");
      value(member.getValue(), depth + 1, out.length() - lineStart + 1);
      out.append(each.hasNext() ? "," : "");
    }
    newLine(depth);
    out.append('}');
  }

  private void newLine(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private static boolean isEmpty(JsonValue value) {
    return switch (value) {
      case JsonValue.Items list -> list.items().isEmpty();
      case JsonValue.Members object -> object.members().isEmpty();
      default -> false;
    };
  }

  private static boolean fits(JsonValue value, int used) {
    StringBuilder line = new StringBuilder();
    return inlineWithin(value, line, LINE_COLUMNS - used);
  }

  /// Writes on one line; gives up (and says so) once the line is longer than `max`.
  private static boolean inlineWithin(JsonValue value, StringBuilder line, int max) {
    switch (value) {
      case JsonValue.Items list -> {
        String separator = "[ ";
        for (JsonValue item : list.items()) {
          line.append(separator);
          separator = ", ";
          if (line.length() > max || !inlineWithin(item, line, max)) {
            return false;
          }
        }
        line.append(list.items().isEmpty() ? "[]" : " ]");
      }
      case JsonValue.Members object -> {
        String separator = "{ ";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          line.append(separator);
          separator = ", ";
          quoted(member.getKey(), line);
          line.append(": ");
          if (line.length() > max || !inlineWithin(member.getValue(), line, max)) {
            return false;
          }
        }
        line.append(object.members().isEmpty() ? "{}" : " }");
      }
      case JsonValue.Text text -> quoted(text.value(), line);
      case JsonValue.Numeral number -> line.append(number.literal());
      case JsonValue.Bool bool -> line.append(bool.value());
      case JsonValue.Null none -> line.append("null");
    }
    return line.length() <= max;
  }

  private static void inline(JsonValue value, StringBuilder out) {
    inlineWithin(value, out, Integer.MAX_VALUE);
  }

  private static void quoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isISOControl(c) || isLoneSurrogate(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /// Half a character cannot be written in UTF-8, only escaped.
  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
