package netarium.topologies.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonValue;
import netarium.topologies.unit.Octets;
import org.jspecify.annotations.Nullable;

/// Builds one JSON object key by key, in the order of the calls. What is `null`, empty, or equal to
/// its default leaves no key.
final class ObjectText {
  private final Map<String, JsonValue> members = new LinkedHashMap<>();

  ObjectText put(String key, @Nullable JsonValue value) {
    if (value != null) {
      members.put(key, value);
    }
    return this;
  }

  ObjectText text(String key, @Nullable Object value) {
    return put(key, value == null ? null : JsonValue.of(value.toString()));
  }

  /// The text form, unless the value is the default.
  ObjectText text(String key, Object value, Object otherwise) {
    return value.equals(otherwise) ? this : text(key, value);
  }

  ObjectText flag(String key, boolean value, boolean otherwise) {
    return value == otherwise ? this : put(key, JsonValue.of(value));
  }

  ObjectText whole(String key, @Nullable Number value) {
    return put(key, value == null ? null : JsonValue.of(value.longValue()));
  }

  ObjectText number(String key, @Nullable Double value) {
    return put(key, value == null ? null : JsonValue.of(value.doubleValue()));
  }

  ObjectText size(String key, @Nullable Octets value) {
    return put(key, value == null ? null : sizeText(value));
  }

  <T> ObjectText list(String key, List<T> list, Function<T, JsonValue> each) {
    return list.isEmpty() ? this : put(key, items(list, each));
  }

  <T> ObjectText map(String key, Map<String, T> map, Function<T, JsonValue> each) {
    if (map.isEmpty()) {
      return this;
    }
    Map<String, JsonValue> values = new LinkedHashMap<>();
    map.forEach((name, value) -> values.put(name, each.apply(value)));
    return put(key, new JsonValue.Members(values));
  }

  /// The object, with what the reader did not know at its end.
  JsonValue with(Extras extras) {
    extras.members().forEach(members::putIfAbsent);
    return new JsonValue.Members(members);
  }

  static <T> JsonValue items(List<T> list, Function<T, JsonValue> each) {
    return new JsonValue.Items(list.stream().map(each).toList());
  }

  static JsonValue quoted(Object value) {
    return JsonValue.of(value.toString());
  }

  /// A bare number of octets, or a text with a unit.
  private static JsonValue sizeText(Octets size) {
    String text = size.toString();
    return text.endsWith("B") ? JsonValue.of(text) : JsonValue.of(size.count());
  }
}
