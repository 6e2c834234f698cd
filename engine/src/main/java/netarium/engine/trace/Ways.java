package netarium.engine.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.engine.sim.Invariant;
import org.jspecify.annotations.Nullable;

/// Where frames go, as small numbers: a network has few links and ports, and each is named by
/// hundreds of thousands of events.
///
/// One thread asks for numbers; others may ask what a number stands for once they have been told of
/// it.
final class Ways {
  /// A number has 24 bits; ports for more would not fit into any memory.
  static final int MOST = 1 << 24;

  private static final int QUICK = 1024;

  /// Along a link from one port to another; what happens at one port has that port twice.
  record Way(String link, PortId port, PortId to) {}

  /// By a number made of the names; holds what was asked for last there.
  private final @Nullable Way[] quickWays = new Way[QUICK];

  private final int[] quickNumbers = new int[QUICK];
  private final Map<Way, Integer> numbers = new LinkedHashMap<>();
  private final LogRows ways = new LogRows();

  int number(String link, PortId port, PortId to) {
    int slot = (port.node() * 31 + port.interfaceName().hashCode() + to.node() * 17) & (QUICK - 1);
    Way quick = quickWays[slot];
    if (quick != null && isOf(quick, link, port, to)) {
      return quickNumbers[slot];
    }
    Way way = new Way(link, port, to);
    int number = numbers.computeIfAbsent(way, ways::add);
    Invariant.check(number < MOST, "the ways of a network have numbers of 24 bits");
    quickWays[slot] = way;
    quickNumbers[slot] = number;
    return number;
  }

  Way way(int number) {
    return ways.reference(number, Way.class);
  }

  /// Misses a way that is the same but named by other objects, which costs a look into the map.
  @SuppressWarnings("ReferenceEquality") // The objects a port holds are the same all along.
  private static boolean isOf(Way way, String link, PortId port, PortId to) {
    return way.link == link && way.port == port && way.to == to;
  }
}
