package netarium.engine.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.sim.SimTime;
import org.junit.jupiter.api.Test;

class FlightsTest {
  private final Flights<Long> flights = new Flights<>(until -> until);

  @Test
  void entry_isFoundUpToItsInstantAndNotAfter() {
    flights.put(3, 100L, SimTime.ZERO);
    assertEquals(100L, flights.find(3, new SimTime(100)));
    assertNull(flights.find(3, new SimTime(101)));
    assertNull(flights.find(4, new SimTime(50)));
  }

  @Test
  void oldEntries_areForgotten() {
    for (long now = 0; now < 100_000; now++) {
      flights.put(now, now + 10, new SimTime(now));
    }
    assertTrue(flights.size() <= 1_024, () -> flights.size() + " entries");
    assertEquals(100_009L, flights.find(99_999, new SimTime(100_000)));
  }
}
