package netarium.app.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import netarium.topologies.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Lists and tables of a topology as lines of text, one entry each.
///
/// An entry of a list is written as its keys with their values, `to=10.0.3.0/24 via=10.0.1.1`; one
/// of a table begins with its name, `eth0: from=10.0.1.50 to=10.0.1.99`. Several values of one key
/// stand behind each other with commas between, and where they have names themselves, `name@value`.
final class EntryLines {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private EntryLines() {}

  /// The lines of a value; none for one that is not there.
  static String text(Field.Kind kind, @Nullable JsonValue value) {
    List<String> lines = new ArrayList<>();
    switch (value) {
      case JsonValue.Items(List<JsonValue> items) -> items.forEach(item -> lines.add(entry(item)));
      case JsonValue.Members(Map<String, JsonValue> members) ->
          members.forEach(
              (name, item) -> lines.add(name + (isPlain(kind) ? "=" : ": ") + entry(item)));
      case null, default -> {}
    }
    return String.join("\n", lines);
  }

  private static boolean isPlain(Field.Kind kind) {
    return kind == Field.Kind.PAIRS;
  }

  private static String entry(JsonValue value) {
    if (value instanceof JsonValue.Members(Map<String, JsonValue> members)) {
      List<String> words = new ArrayList<>();
      members.forEach((key, item) -> words.add(key + "=" + several(item)));
      return String.join(" ", words);
    }
    return several(value);
  }

  private static String several(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(String text) -> text;
      case JsonValue.Numeral(String literal) -> literal;
      case JsonValue.Bool(boolean flag) -> Boolean.toString(flag);
      case JsonValue.Null _ -> "";
      case JsonValue.Items(List<JsonValue> items) ->
          String.join(",", items.stream().map(EntryLines::several).toList());
      case JsonValue.Members(Map<String, JsonValue> members) ->
          String.join(
              ",",
              members.entrySet().stream()
                  .map(e -> e.getKey() + "@" + several(e.getValue()))
                  .toList());
    };
  }

  /// What is wrong with the lines, before anybody asks what they mean.
  static Optional<String> wrong(Field.Kind kind, String text) {
    for (String line : lines(text)) {
      boolean isGood =
          switch (kind) {
            case PAIRS -> line.indexOf('=') > 0;
            case TABLE -> line.indexOf(": ") > 0;
            default -> SPACES.splitAsStream(line).allMatch(word -> word.indexOf('=') > 0);
          };
      if (!isGood) {
        String form =
            switch (kind) {
              case PAIRS -> "name=value";
              case TABLE -> "name: value, or name: key=value key=value";
              default -> "key=value key=value";
            };
        return Optional.of("\"" + line + "\" lacks its form; write " + form);
      }
    }
    return Optional.empty();
  }

  /// The value that the lines stand for.
  static JsonValue value(Field.Kind kind, String text) {
    Map<String, JsonValue> table = new LinkedHashMap<>();
    List<JsonValue> list = new ArrayList<>();
    for (String line : lines(text)) {
      switch (kind) {
        case PAIRS -> table.put(before(line, '='), JsonValue.of(after(line, '=')));
        case TABLE -> table.put(before(line, ':'), named(after(line, ':')));
        default -> list.add(members(line));
      }
    }
    return kind == Field.Kind.ENTRIES ? new JsonValue.Items(list) : new JsonValue.Members(table);
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String before(String line, char sign) {
    return line.substring(0, line.indexOf(sign)).strip();
  }

  private static String after(String line, char sign) {
    return line.substring(line.indexOf(sign) + 1).strip();
  }

  private static JsonValue named(String text) {
    return text.indexOf('=') > 0 ? members(text) : scalar(text);
  }

  private static JsonValue members(String line) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String word : SPACES.split(line.strip(), -1)) {
      String key = before(word, '=');
      members.put(key, item(key, after(word, '=')));
    }
    return new JsonValue.Members(members);
  }

  /// Which keys hold several values, the format says.
  private static JsonValue item(String key, String text) {
    return switch (key) {
      case "dns", "trunk" -> {
        List<JsonValue> items = new ArrayList<>();
        for (String each : text.split(",", -1)) {
          items.add(scalar(each));
        }
        yield new JsonValue.Items(items);
      }
      case "reserved" -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (String each : text.split(",", -1)) {
          int at = each.indexOf('@');
          members.put(at < 0 ? each : each.substring(0, at), JsonValue.of(each.substring(at + 1)));
        }
        yield new JsonValue.Members(members);
      }
      default -> scalar(text);
    };
  }

  private static JsonValue scalar(String text) {
    return WHOLE.matcher(text).matches() ? new JsonValue.Numeral(text) : JsonValue.of(text);
  }
}
