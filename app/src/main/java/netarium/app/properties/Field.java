package netarium.app.properties;

import java.util.ArrayList;
import java.util.List;

/// One property: a key of the topology's file.
///
/// @param label its key in the text bundle, without `field.`
/// @param path the way to the object that holds the key
/// @param key the key in that object
/// @param otherwise what counts where nothing is written; empty: it depends
/// @param choices what can be chosen, for a [Kind#CHOICE]
/// @param liveKey what a running network calls it, empty where it counts only from the next start
public record Field(
    String label,
    List<Object> path,
    String key,
    Kind kind,
    String otherwise,
    List<String> choices,
    String liveKey) {
  public Field {
    path = List.copyOf(path);
    choices = List.copyOf(choices);
  }

  /// How a property is written and shown.
  enum Kind {
    /// A text such as a name or an address, or a quantity with its unit.
    TEXT,
    /// A quantity that may be different in each direction of a link.
    DIRECTIONAL,
    /// A whole number that may be different in each direction.
    DIRECTIONAL_WHOLE,
    /// Yes or no, in each direction.
    DIRECTIONAL_FLAG,
    /// A whole number, or one with a unit.
    WHOLE,
    FLAG,
    CHOICE,
    /// Words with spaces between.
    WORDS,
    /// Text of several lines.
    LINES,
    /// A list, a line for each entry: see [EntryLines].
    ENTRIES,
    /// A table of texts, a line for each.
    PAIRS,
    /// A table of values or of objects, a line for each.
    TABLE,
    /// The id of a node, which its cables know.
    ID;

    boolean isDirectional() {
      return this == DIRECTIONAL || this == DIRECTIONAL_WHOLE || this == DIRECTIONAL_FLAG;
    }

    boolean isRows() {
      return this == ENTRIES || this == PAIRS || this == TABLE;
    }

    boolean isFlag() {
      return this == FLAG || this == DIRECTIONAL_FLAG;
    }
  }

  static Field of(String label, List<Object> path, String key, Kind kind, String otherwise) {
    return new Field(label, path, key, kind, otherwise, List.of(), "");
  }

  Field live(String name) {
    return new Field(label, path, key, kind, otherwise, choices, name);
  }

  Field choosing(List<String> among) {
    return new Field(label, path, key, Kind.CHOICE, otherwise, among, liveKey);
  }

  boolean isLive() {
    return !liveKey.isEmpty();
  }

  /// The way to the value itself.
  Object[] place() {
    List<Object> whole = new ArrayList<>(path);
    whole.add(key);
    return whole.toArray();
  }

  /// What is in a field: one text, or one for each direction of a link.
  public record Value(String ab, String ba) {
    static final Value NONE = new Value("", "");

    static Value both(String text) {
      return new Value(text, text);
    }

    boolean isSame() {
      return ab.equals(ba);
    }
  }
}
