package netarium.app.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values that come, change and go, and what they were at any instant. Changes are told in the
/// order of time.
///
/// @param <K> what tells the values apart
/// @param <V> the values
final class Timed<K, V> {
  private record Change<V>(long atNanos, Optional<V> value) {}

  private final Map<K, List<Change<V>>> changes = new LinkedHashMap<>();

  void put(K key, long atNanos, V value) {
    add(key, new Change<>(atNanos, Optional.of(value)));
  }

  void remove(K key, long atNanos) {
    if (changes.containsKey(key)) {
      add(key, new Change<>(atNanos, Optional.empty()));
    }
  }

  private void add(K key, Change<V> change) {
    changes.computeIfAbsent(key, _ -> new ArrayList<>()).add(change);
  }

  /// The newest value of a key.
  Optional<V> last(K key) {
    List<Change<V>> all = changes.get(key);
    return all == null ? Optional.empty() : all.getLast().value();
  }

  /// What was there at an instant, by key in the order in which the keys first came.
  Map<K, V> at(long nanos) {
    Map<K, V> there = new LinkedHashMap<>();
    changes.forEach((key, all) -> at(all, nanos).ifPresent(value -> there.put(key, value)));
    return there;
  }

  private static <V> Optional<V> at(List<Change<V>> all, long nanos) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).atNanos() <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : all.get(low - 1).value();
  }
}
