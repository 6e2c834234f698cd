package netarium.engine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import netarium.engine.lab.Lab;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.SimEvent.FrameDropped;
import netarium.engine.wire.EtherType;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.UnknownPayload;
import org.junit.jupiter.api.Test;

class EthernetSwitchTest {
  private static final long SECOND = 1_000_000_000L;

  private final Lab lab = new Lab();
  private final List<String> got = new ArrayList<>();
  private final EthernetSwitch bridge = lab.ethernetSwitch("s");
  private final Port a = station("a");
  private final Port b = station("b");
  private final Port c = station("c");
  private final Link linkA = lab.link(a, bridge.addPort("p1"));
  private final Link linkB = lab.link(b, bridge.addPort("p2"));
  private final Link linkC = lab.link(c, bridge.addPort("p3"));

  private Port station(String name) {
    return lab.port(name, (frame, port) -> got.add(name));
  }

  private static EthernetFrame frame(MacAddress from, MacAddress to) {
    return new EthernetFrame(
        to, from, new UnknownPayload(new EtherType(0x88b5), Octets.wrap(new byte[46]), ""));
  }

  private List<String> send(Port from, MacAddress source, MacAddress to) {
    got.clear();
    from.transmit(frame(source, to));
    lab.runUntil(lab.simulator.nowNanos() + SECOND / 10);
    return List.copyOf(got);
  }

  private List<String> send(Port from, Port to) {
    return send(from, from.mac(), to.mac());
  }

  @Test
  void unknownDestination_isFloodedToAllButWhereItCameFrom() {
    assertEquals(List.of("b", "c"), send(a, b));
  }

  @Test
  void knownDestination_getsItAlone() {
    send(b, a);
    assertEquals(List.of("b"), send(a, b));
    assertEquals(List.of("a"), send(b, a));
  }

  @Test
  void broadcastAndMulticast_areAlwaysFlooded() {
    send(b, a);
    assertEquals(List.of("b", "c"), send(a, a.mac(), MacAddress.BROADCAST));
    assertEquals(List.of("b", "c"), send(a, a.mac(), new MacAddress(0x0100_5e00_0009L)));
  }

  @Test
  void groupAddressAsSource_isNotLearnt() {
    send(b, MacAddress.BROADCAST, a.mac());
    send(b, MacAddress.ZERO, a.mac());
    assertEquals(List.of(), bridge.stations());
  }

  @Test
  void stationThatMoves_isFoundAtItsNewPort() {
    send(b, a);
    send(c, b.mac(), a.mac());
    assertEquals(List.of("c"), send(a, b));
    assertEquals(
        List.of("p1", "p3"),
        bridge.stations().stream().map(each -> each.port().interfaceName()).toList());
  }

  @Test
  void entry_agesAfterThreeHundredSeconds() {
    send(b, a);
    lab.simulator.advanceTo(new SimTime(299 * SECOND));
    assertEquals(List.of("b"), send(a, b));
    assertEquals(2, bridge.stations().size());
    lab.simulator.advanceTo(new SimTime(301 * SECOND));
    assertEquals(List.of("b", "c"), send(a, b));
  }

  @Test
  void destinationBehindTheSamePort_goesNowhere() {
    MacAddress neighbour = new MacAddress(0x77);
    send(a, neighbour, b.mac());
    assertEquals(List.of(), send(a, a.mac(), neighbour));
    assertEquals(DropReason.NOT_ADDRESSED_HERE, lastDrop().reason());
  }

  @Test
  void portWhoseLinkIsCut_losesOneFrameAndIsForgotten() {
    send(b, a);
    linkB.cut();
    assertEquals(List.of(), send(a, b));
    assertEquals(DropReason.LINK_DOWN, lastDrop().reason());
    assertEquals(List.of("c"), send(a, b), "flooded, but not to the dead port");
    linkB.heal();
    assertEquals(List.of("b", "c"), send(a, b));
  }

  @Test
  void nowhereToFlood_isSaid() {
    linkB.cut();
    linkC.cut();
    assertEquals(List.of(), send(a, b));
    assertEquals(DropReason.NO_LINK, lastDrop().reason());
    assertTrue(linkA.ab().isUp());
  }

  @Test
  void thousandStations_areAllFoundAgain() {
    for (long mac = 1000; mac < 2000; mac++) {
      (mac % 2 == 0 ? a : b).transmit(frame(new MacAddress(mac), MacAddress.BROADCAST));
      lab.run();
    }
    got.clear();
    for (long mac = 1000; mac < 2000; mac++) {
      c.transmit(frame(c.mac(), new MacAddress(mac)));
      lab.run();
    }
    assertEquals(
        LongStream.range(1000, 2000).mapToObj(mac -> mac % 2 == 0 ? "a" : "b").toList(), got);
  }

  @Test
  void floodOfSources_fillsTheTableAndTheSwitchWorksOn() {
    MacTable table = new MacTable();
    int most = MacTable.MOST_ENTRIES;
    for (long mac = 1; mac <= most + 10; mac++) {
      table.learn(mac, a, 0);
    }
    assertEquals(most, table.stations(0).size());
    assertEquals(null, table.lookUp(most + 5, 0));
    assertEquals(a, table.lookUp(most, 0));
    long later = MacTable.AGEING_NANOS;
    for (long mac = 1; mac <= 10; mac++) {
      table.learn(most + 100 + mac, b, later);
    }
    assertEquals(10, table.stations(later).size(), "aged entries make room");
  }

  @Test
  void loopOfTwoSwitches_quietensDown() {
    EthernetSwitch second = lab.ethernetSwitch("t");
    lab.link(bridge.addPort("x1"), second.addPort("x1"));
    lab.link(bridge.addPort("x2"), second.addPort("x2"));
    send(a, a.mac(), MacAddress.BROADCAST);
    lab.run();
    assertTrue(got.size() > 50, "a storm: b has heard it " + got.size() + " times");
    assertEquals(2, lab.lines("drops storm").size(), "once round in either direction");
    assertTrue(!lab.simulator.hasEssential());
  }

  @Test
  void meshThatMultipliesFrames_endsInBoundedTime() {
    List<EthernetSwitch> mesh = new ArrayList<>(List.of(bridge));
    for (int i = 0; i < 3; i++) {
      EthernetSwitch another = lab.ethernetSwitch("m" + i);
      for (EthernetSwitch each : mesh) {
        lab.link(each.addPort("to" + i), another.addPort("from" + mesh.indexOf(each)));
      }
      mesh.add(another);
    }
    a.transmit(frame(a.mac(), MacAddress.BROADCAST));
    lab.run();
    assertTrue(lab.simulator.nowNanos() < SECOND, "over after " + lab.simulator.nowNanos());
    assertTrue(!lab.simulator.hasEssential());
    assertTrue(lab.lines("drops storm").size() > 0);
  }

  @Test
  void hub_repeatsToAllOthersWhateverTheAddress() {
    Hub hub = lab.hub("h");
    Port d = station("d");
    Port e = station("e");
    Port f = station("f");
    lab.link(d, hub.addPort("p1"));
    Link linkE = lab.link(e, hub.addPort("p2"));
    lab.link(f, hub.addPort("p3"));
    assertEquals(List.of("e", "f"), send(d, e));
    assertEquals(List.of("d", "f"), send(e, d));
    linkE.cut();
    assertEquals(List.of("f"), send(d, e));
    assertEquals(0, lab.lines("h drops").size());
  }

  @Test
  void frame_takesOneLinkAfterTheOther() {
    send(b, a);
    a.transmit(frame(a.mac(), b.mac()));
    long start = lab.simulator.nowNanos();
    lab.run();
    assertEquals(2 * (1_000_000 + 4800), lab.simulator.nowNanos() - start);
  }

  private FrameDropped lastDrop() {
    return lab.log.events().stream()
        .filter(FrameDropped.class::isInstance)
        .map(FrameDropped.class::cast)
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
