package netarium.engine.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Prefix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingTableTest {
  private final Node node = new Lab().host("a", "10.0.0.1/24", "10.0.1.1/24");
  private final RoutingTable table = new RoutingTable();

  private Route add(String to, String via, int metric) {
    Route route = Route.via(Lab.prefix(to), Lab.address(via), node.card(), metric);
    table.add(route);
    return route;
  }

  private @Nullable Route lookUp(String destination) {
    return table.lookUp(Lab.address(destination));
  }

  @Test
  void emptyTable_knowsNoWay() {
    assertNull(lookUp("10.0.0.2"));
    assertNull(lookUp("0.0.0.0"));
  }

  @Test
  void longestPrefix_wins() {
    Route all = add("0.0.0.0/0", "10.0.0.9", 1);
    Route eight = add("10.0.0.0/8", "10.0.0.8", 1);
    Route sixteen = add("10.1.0.0/16", "10.0.0.7", 1);
    Route host = add("10.1.2.3/32", "10.0.0.6", 1);
    assertEquals(host, lookUp("10.1.2.3"));
    assertEquals(sixteen, lookUp("10.1.2.4"));
    assertEquals(eight, lookUp("10.2.0.0"));
    assertEquals(all, lookUp("11.0.0.0"));
    assertEquals(all, lookUp("255.255.255.254"));
    assertEquals(List.of(host, sixteen, eight, all), table.routes());
  }

  @Test
  void hostBitsOfPrefix_doNotCount() {
    assertEquals(add("10.1.2.3/16", "10.0.0.7", 1), lookUp("10.1.255.255"));
  }

  @Test
  void smallerMetric_winsThenTheFirst() {
    Route third = add("10.1.0.0/16", "10.0.0.7", 3);
    Route first = add("10.1.0.0/16", "10.0.0.8", 1);
    Route second = add("10.1.0.0/16", "10.0.0.9", 1);
    assertEquals(List.of(first, second, third), table.to(Lab.prefix("10.1.0.0/16")));
    assertEquals(first, lookUp("10.1.1.1"));
    assertTrue(table.remove(first));
    assertEquals(second, lookUp("10.1.1.1"));
    assertTrue(table.remove(second));
    assertEquals(third, lookUp("10.1.1.1"));
    assertTrue(table.remove(third));
    assertNull(lookUp("10.1.1.1"));
    assertTrue(!table.remove(third));
    assertEquals(0, table.size());
  }

  @Test
  void manyRoutes_areFoundAsBySearchingThemAll() {
    SplittableRandom random = new SplittableRandom(42);
    List<Route> all = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      // Few distinct high bits, so that prefixes nest.
      int bits = random.nextInt(4) << 30 | random.nextInt(16) << 20 | (random.nextInt() & 0xffff);
      Ipv4Prefix prefix = new Ipv4Prefix(new Ipv4Address(bits), random.nextInt(33));
      Route route = Route.via(prefix, new Ipv4Address(i), node.card(), random.nextInt(3));
      table.add(route);
      all.add(route);
      if (i % 3 == 0) {
        assertTrue(table.remove(all.remove(random.nextInt(all.size()))));
      }
    }
    assertEquals(all.size(), table.size());
    for (int i = 0; i < 5000; i++) {
      int bits = random.nextInt(4) << 30 | random.nextInt(16) << 20 | (random.nextInt() & 0xffff);
      Ipv4Address destination = new Ipv4Address(bits);
      assertEquals(search(all, destination), table.lookUp(destination));
    }
  }

  private static @Nullable Route search(List<Route> routes, Ipv4Address destination) {
    Route best = null;
    for (Route route : routes) {
      boolean isBetter =
          best == null
              || route.to().length() > best.to().length()
              || (route.to().length() == best.to().length() && route.metric() < best.metric());
      if (route.to().contains(destination) && isBetter) {
        best = route;
      }
    }
    return best;
  }
}
