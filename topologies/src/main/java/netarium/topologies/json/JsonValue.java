package netarium.topologies.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value without its place in a file. Numbers stay as they were written, members in their
/// order.
public sealed interface JsonValue {
  record Text(String value) implements JsonValue {}

  /// A number, as its literal.
  record Numeral(String literal) implements JsonValue {}

  record Bool(boolean value) implements JsonValue {}

  record Null() implements JsonValue {}

  record Items(List<JsonValue> items) implements JsonValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Members(Map<String, JsonValue> members) implements JsonValue {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  static JsonValue of(String text) {
    return new Text(text);
  }

  static JsonValue of(long number) {
    return new Numeral(Long.toString(number));
  }

  static JsonValue of(boolean value) {
    return new Bool(value);
  }

  /// Without a fraction where the number is whole. The number must be finite: JSON has no other.
  static JsonValue of(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no " + number);
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? of((long) number)
        : new Numeral(Double.toString(number));
  }
}
