package netarium.engine.ip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes whose prefixes have one length, found by network: open addressing over buckets of the
/// routes to one network, the best first.
final class RoutesOfLength {
  private static final int INITIAL_CAPACITY = 4;
  private static final int SPREAD = 0x9e3779b9;

  private @Nullable Bucket[] buckets = new Bucket[INITIAL_CAPACITY];
  private int used;

  private static final class Bucket {
    private final int network;
    private final List<Route> routes = new ArrayList<>(1);

    Bucket(int network) {
      this.network = network;
    }
  }

  boolean isEmpty() {
    return used == 0;
  }

  void add(Route route) {
    if ((used + 1) * 2 > buckets.length) {
      rehash(buckets.length * 2);
    }
    int network = route.to().address().bits();
    int at = find(network);
    Bucket bucket = buckets[at];
    if (bucket == null) {
      bucket = new Bucket(network);
      buckets[at] = bucket;
      used++;
    }
    int place = 0;
    while (place < bucket.routes.size() && bucket.routes.get(place).metric() <= route.metric()) {
      place++;
    }
    bucket.routes.add(place, route);
  }

  boolean remove(Route route) {
    int at = find(route.to().address().bits());
    Bucket bucket = buckets[at];
    if (bucket == null || !bucket.routes.remove(route)) {
      return false;
    }
    if (bucket.routes.isEmpty()) {
      buckets[at] = null;
      used--;
      rehash(buckets.length);
    }
    return true;
  }

  @Nullable Route best(int network) {
    Bucket bucket = buckets[find(network)];
    return bucket == null ? null : bucket.routes.getFirst();
  }

  List<Route> to(int network) {
    Bucket bucket = buckets[find(network)];
    return bucket == null ? List.of() : List.copyOf(bucket.routes);
  }

  List<Route> all() {
    List<Route> all = new ArrayList<>();
    for (Bucket bucket : buckets) {
      if (bucket != null) {
        all.addAll(bucket.routes);
      }
    }
    return all;
  }

  private int find(int network) {
    int mask = buckets.length - 1;
    int at = ((network * SPREAD) >>> 8) & mask;
    Bucket bucket = buckets[at];
    while (bucket != null && bucket.network != network) {
      at = (at + 1) & mask;
      bucket = buckets[at];
    }
    return at;
  }

  private void rehash(int capacity) {
    @Nullable Bucket[] old = buckets;
    buckets = new Bucket[capacity];
    for (Bucket bucket : old) {
      if (bucket != null) {
        buckets[find(bucket.network)] = bucket;
      }
    }
  }
}
