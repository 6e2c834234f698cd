package netarium.topologies.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The keys of an object that this version does not know, in their order. They are kept, so that a
/// file made by something newer or by hand loses nothing when it is saved.
public record Extras(Map<String, JsonValue> members) {
  public static final Extras NONE = new Extras(Map.of());

  public Extras {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }
}
