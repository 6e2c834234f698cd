package netarium.app.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import netarium.app.canvas.SampleRun;
import org.junit.jupiter.api.Test;

/// What a node held in its tables at any instant, told by the trace alone.
class LiveTablesTest {
  private static final long MILLI = 1_000_000;
  private final LiveTables tables = new LiveTables();

  private void read(String sample) {
    SampleRun run = SampleRun.of(sample);
    tables.begin(run.topology());
    run.events().forEach(tables::accept);
  }

  private List<String> states(String node, long atNanos) {
    return tables.sockets(node, atNanos).stream().map(LiveTables.SocketRow::state).toList();
  }

  @Test
  void sockets_goThroughTheirStates() {
    read("hello-http");
    assertEquals(List.of(), states("server", 0));
    assertEquals(List.of("LISTEN"), states("server", MILLI));
    assertEquals(List.of("SYN-SENT"), states("client", 11 * MILLI));
    assertEquals(List.of("LISTEN", "ESTABLISHED"), states("server", 61 * MILLI));
    assertEquals(List.of("LISTEN"), states("server", 200 * MILLI));
    assertEquals(List.of("TIME-WAIT"), states("client", 200 * MILLI));
  }

  @Test
  void variables_areThoseOfTheInstant() {
    read("hello-http");
    assertEquals(Optional.empty(), tables.variables("client", 1, 11 * MILLI));
    assertEquals(14_480, tables.variables("client", 1, 51 * MILLI).orElseThrow().cwnd());
    assertTrue(tables.variables("client", 1, 51 * MILLI).orElseThrow().srtt().nanos() > 0);
  }

  @Test
  void arpEntry_isAskedForThenKnown() {
    read("hello-http");
    assertEquals(List.of(), tables.arp("client", 0));
    assertEquals("asking", tables.arp("client", 11 * MILLI).getFirst().state());
    LiveTables.ArpRow known = tables.arp("client", 40 * MILLI).getFirst();
    assertEquals("resolved", known.state());
    assertEquals("02:00:0a:00:01:02", known.mac());
  }

  @Test
  void processEnds_andItsListenersWithIt() {
    read("loopback");
    List<LiveTables.ProcessRow> before = tables.processes("box", 9 * MILLI);
    assertEquals(List.of("running"), before.stream().map(each -> each.state()).toList());
    List<LiveTables.ProcessRow> after = tables.processes("box", Long.MAX_VALUE);
    assertEquals("returned", after.getLast().state());
    assertEquals("scripts/client.lua", after.getLast().program());
  }

  @Test
  void switch_learnsWhereStationsAre() {
    read("hello-http");
    assertEquals(List.of(), tables.stations("sw", 0));
    List<LiveTables.StationRow> rows = tables.stations("sw", Long.MAX_VALUE);
    assertEquals(List.of("p2", "p1"), rows.stream().map(LiveTables.StationRow::port).toList());
  }

  @Test
  void routes_areThoseOfTheDrawing() {
    read("hello-http");
    assertEquals(
        List.of(new LiveTables.RouteRow("10.0.1.0/24", "", "eth0")), tables.routes("client", 0));
    assertEquals(List.of(), tables.routes("sw", 0));
  }

  @Test
  void newRun_forgetsTheOld() {
    read("hello-http");
    read("loopback");
    assertEquals(List.of(), tables.arp("client", Long.MAX_VALUE));
  }

  @Test
  void values_comeChangeAndGo() {
    Timed<String, Integer> timed = new Timed<>();
    timed.remove("a", 1);
    timed.put("a", 5, 1);
    timed.put("b", 6, 2);
    timed.put("a", 6, 3);
    timed.remove("a", 9);
    assertEquals("{}", timed.at(4).toString());
    assertEquals("{a=1}", timed.at(5).toString());
    assertEquals("{a=3, b=2}", timed.at(8).toString());
    assertEquals("{b=2}", timed.at(9).toString());
    assertEquals(Optional.empty(), timed.last("a"));
  }
}
