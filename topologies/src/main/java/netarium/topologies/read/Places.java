package netarium.topologies.read;

import netarium.topologies.json.JsonTree;
import netarium.topologies.problem.Position;
import org.jspecify.annotations.Nullable;

/// Where the parts of a topology stand in its text: `at("links", 3, "a", "node")`. Keys are texts,
/// places in a list are numbers. What the text does not hold is answered by what encloses it.
public record Places(@Nullable JsonTree root) {
  /// For a topology that was not read from a text: everything is at its start.
  public static final Places NONE = new Places(null);

  public Position at(Object... path) {
    JsonTree here = root;
    for (Object step : path) {
      JsonTree next = here == null ? null : child(here, step);
      if (next == null) {
        break;
      }
      here = next;
    }
    return here == null ? Position.START : here.at();
  }

  /// The place of the last key of a path instead of that of its value.
  public Position keyAt(String key, Object... path) {
    JsonTree here = root;
    for (Object step : path) {
      here = here == null ? null : child(here, step);
    }
    return here instanceof JsonTree.Members members ? members.nameAt(key) : at(path);
  }

  private static @Nullable JsonTree child(JsonTree tree, Object step) {
    return switch (tree) {
      case JsonTree.Members members when step instanceof String key -> members.value(key);
      case JsonTree.Items list when step instanceof Integer index && index < list.items().size() ->
          list.items().get(index);
      default -> null;
    };
  }
}
