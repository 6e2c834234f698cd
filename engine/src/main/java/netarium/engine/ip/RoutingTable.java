package netarium.engine.ip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;
import org.jspecify.annotations.Nullable;

/// The routes of one node. The longest prefix that contains the destination wins, then the smallest
/// metric, then the route that was added first (RFC 1812 §5.2.4.3).
///
/// One hash table for each prefix length in use: a lookup is a probe for each such length, however
/// many thousand routes there are, and none at all for the destination of the lookup before.
public final class RoutingTable {
  private static final int LENGTHS = 33;

  private final @Nullable RoutesOfLength[] byLength = new RoutesOfLength[LENGTHS];

  /// Bit n is set if there are routes with prefixes of n bits.
  private long lengthsInUse;

  private int size;
  private int lastDestination;
  private @Nullable Route lastRoute;

  public void add(Route route) {
    int length = route.to().length();
    RoutesOfLength routes = byLength[length];
    if (routes == null) {
      routes = new RoutesOfLength();
      byLength[length] = routes;
    }
    routes.add(route);
    lengthsInUse |= 1L << length;
    size++;
    lastRoute = null;
  }

  /// Answers whether there was such a route.
  public boolean remove(Route route) {
    RoutesOfLength routes = byLength[route.to().length()];
    if (routes == null || !routes.remove(route)) {
      return false;
    }
    if (routes.isEmpty()) {
      byLength[route.to().length()] = null;
      lengthsInUse &= ~(1L << route.to().length());
    }
    size--;
    lastRoute = null;
    return true;
  }

  /// The best route to the destination, or null.
  public @Nullable Route lookUp(Ipv4Address destination) {
    int bits = destination.bits();
    Route last = lastRoute;
    if (last != null && lastDestination == bits) {
      return last;
    }
    long lengths = lengthsInUse;
    while (lengths != 0) {
      int length = Long.SIZE - 1 - Long.numberOfLeadingZeros(lengths);
      RoutesOfLength routes = byLength[length];
      int network = length == 0 ? 0 : bits & (-1 << (Integer.SIZE - length));
      Route best = routes == null ? null : routes.best(network);
      if (best != null) {
        lastDestination = bits;
        lastRoute = best;
        return best;
      }
      lengths &= ~(1L << length);
    }
    return null;
  }

  /// All routes to exactly this prefix, the best first.
  public List<Route> to(Ipv4Prefix prefix) {
    RoutesOfLength routes = byLength[prefix.length()];
    return routes == null ? List.of() : routes.to(prefix.network().address().bits());
  }

  public int size() {
    return size;
  }

  /// All routes in the order of the table: longest prefix first, then by network and metric.
  public List<Route> routes() {
    List<Route> all = new ArrayList<>(size);
    for (int length = LENGTHS - 1; length >= 0; length--) {
      RoutesOfLength routes = byLength[length];
      if (routes != null) {
        List<Route> ofLength = routes.all();
        ofLength.sort(
            Comparator.comparing(
                (Route route) -> route.to().address().bits(), Integer::compareUnsigned));
        all.addAll(ofLength);
      }
    }
    return all;
  }
}
