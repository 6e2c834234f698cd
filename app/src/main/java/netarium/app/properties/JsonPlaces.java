package netarium.app.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Values inside JSON values, by the way to them: texts are keys, numbers are places in a list.
final class JsonPlaces {
  private JsonPlaces() {}

  static @Nullable JsonValue at(JsonValue root, Object... path) {
    JsonValue here = root;
    for (Object step : path) {
      JsonValue next =
          switch (here) {
            case JsonValue.Members members when step instanceof String key ->
                members.members().get(key);
            case JsonValue.Items list
                when step instanceof Integer index && index < list.items().size() ->
                list.items().get(index);
            default -> null;
          };
      if (next == null) {
        return null;
      }
      here = next;
    }
    return here;
  }

  /// The same with another value at a place, or without one where `value` is null. Objects that are
  /// missing on the way are made, and those that become empty stay: readers take them for the
  /// default.
  static JsonValue with(JsonValue root, List<Object> path, @Nullable JsonValue value) {
    if (path.isEmpty()) {
      if (value == null) {
        throw new IllegalArgumentException("the root cannot be taken away");
      }
      return value;
    }
    List<Object> rest = path.subList(1, path.size());
    Object step = path.getFirst();
    if (root instanceof JsonValue.Items(List<JsonValue> items) && step instanceof Integer index) {
      List<JsonValue> changed = new ArrayList<>(items);
      if (rest.isEmpty() && value == null) {
        changed.remove(index.intValue());
      } else {
        changed.set(index, with(items.get(index), rest, value));
      }
      return new JsonValue.Items(changed);
    }
    if (root instanceof JsonValue.Members(Map<String, JsonValue> members)
        && step instanceof String key) {
      Map<String, JsonValue> changed = new LinkedHashMap<>(members);
      if (rest.isEmpty() && value == null) {
        changed.remove(key);
      } else {
        JsonValue inner = members.getOrDefault(key, new JsonValue.Members(Map.of()));
        changed.put(key, with(inner, rest, value));
      }
      return new JsonValue.Members(changed);
    }
    throw new IllegalStateException("invariant broken: a field has its place: " + path);
  }
}
