package netarium.topologies.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.problem.Position;
import org.jspecify.annotations.Nullable;

/// A JSON value as it stands in a file: every value and every key knows its line and column.
public sealed interface JsonTree {
  Position at();

  record Text(Position at, String value) implements JsonTree {}

  /// A number, as its literal.
  record Numeral(Position at, String literal) implements JsonTree {}

  record Bool(Position at, boolean value) implements JsonTree {}

  record Null(Position at) implements JsonTree {}

  record Items(Position at, List<JsonTree> items) implements JsonTree {}

  /// Members in the order of the file.
  record Members(Position at, Map<String, Member> members) implements JsonTree {
    public @Nullable JsonTree value(String name) {
      Member member = members.get(name);
      return member == null ? null : member.value;
    }

    /// Where the key stands, or where the object begins that lacks it.
    public Position nameAt(String name) {
      Member member = members.get(name);
      return member == null ? at : member.nameAt;
    }
  }

  /// A key with its place, and its value.
  record Member(Position nameAt, JsonTree value) {}

  /// With its article, for messages.
  default String described() {
    return switch (this) {
      case Text t -> "a text";
      case Numeral n -> "a number";
      case Bool b -> b.value ? "true" : "false";
      case Null n -> "null";
      case Items i -> "a list";
      case Members m -> "an object";
    };
  }

  /// The same value without its places.
  default JsonValue plain() {
    return switch (this) {
      case Text t -> new JsonValue.Text(t.value);
      case Numeral n -> new JsonValue.Numeral(n.literal);
      case Bool b -> new JsonValue.Bool(b.value);
      case Null n -> new JsonValue.Null();
      case Items list -> {
        List<JsonValue> items = new ArrayList<>(list.items.size());
        list.items.forEach(item -> items.add(item.plain()));
        yield new JsonValue.Items(items);
      }
      case Members object -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members.forEach((name, member) -> members.put(name, member.value.plain()));
        yield new JsonValue.Members(members);
      }
    };
  }
}
