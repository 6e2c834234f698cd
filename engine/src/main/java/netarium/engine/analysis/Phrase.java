package netarium.engine.analysis;

import java.util.List;

/// A sentence that somebody else has the words for: its key in a text bundle and the values that
/// stand in it. So the engine explains in no language at all.
///
/// Values are texts, numbers and addresses; a reader may put a machine's name for an address.
public record Phrase(String key, List<Object> values) {
  /// Nothing to say.
  public static final Phrase NONE = new Phrase("", List.of());

  public Phrase {
    values = List.copyOf(values);
  }

  public static Phrase of(String key, Object... values) {
    return new Phrase(key, List.of(values));
  }

  public boolean isEmpty() {
    return key.isEmpty();
  }
}
