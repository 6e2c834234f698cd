package netarium.app.canvas.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import netarium.app.canvas.SampleRun;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

class FlightLogTest {
  private static final SampleRun HELLO = SampleRun.of("hello-http");
  private static final SampleRun LOOPBACK = SampleRun.of("loopback");

  @Test
  void inFlight_isWhatTheEventsSay() {
    SplittableRandom random = new SplittableRandom(3);
    long end = HELLO.events().getLast().at().nanos();
    int seen = 0;
    for (int i = 0; i < 2_000; i++) {
      long instant = random.nextLong(end);
      List<Long> naive = new ArrayList<>();
      for (SimEvent event : HELLO.events()) {
        if (event instanceof SimEvent.FrameSent sent
            && sent.at().nanos() <= instant
            && instant < sent.arrives().nanos()) {
          naive.add(sent.ordinal());
        }
      }
      List<Long> found = new ArrayList<>();
      HELLO.flights().inFlight(instant, flight -> found.add(flight.ordinal()));
      assertEquals(naive, found);
      seen += found.size();
    }
    assertTrue(seen > 100, "the instants hit something: " + seen);
  }

  @Test
  void place_isTheShareOfTheWayAtThatNanosecond() {
    SimEvent.FrameSent sent = firstSent();
    Flight flight = HELLO.flights().flight(sent.ordinal());
    assertNotNull(flight);
    long departs = sent.departs().nanos();
    long arrives = sent.arrives().nanos();
    assertEquals(5_000_000, arrives - departs, "the sample's links have 5 ms");
    assertEquals(0, flight.along(departs));
    assertEquals(0.5, flight.along(departs + 2_500_000));
    assertEquals(1.0 / 5_000_000, flight.along(departs + 1));
    assertEquals(1, flight.along(arrives));
    PacketMark mark = scene(departs + 1_250_000).packets().getFirst();
    assertEquals(0.25, mark.along());
    assertEquals(Glyph.ARP, mark.glyph());
  }

  @Test
  void frame_travelsOnTheRightOfItsLink() {
    SimEvent.FrameSent sent = firstSent();
    CanvasScene scene = scene(sent.departs().nanos() + 2_500_000);
    Route route = new Route(scene, 1);
    PacketMark mark = scene.packets().getFirst();
    Track.OnLink track = (Track.OnLink) mark.track();
    LinkLine line = scene.links().get(track.link());
    Point from = route.port(track.fromA() ? line.a() : line.b());
    Point to = route.port(track.fromA() ? line.b() : line.a());
    Point at = route.place(track, mark.along());
    assertEquals(12, from.towards(to, 0.5).distance(at), 1e-9);
    double turn =
        (to.x() - from.x()) * (at.y() - from.y()) - (to.y() - from.y()) * (at.x() - from.x());
    assertTrue(turn > 0, "y grows downwards: right of the way is clockwise");
  }

  @Test
  void loopback_travelsALoopOutOfItsMachine() {
    List<Flight> flights = new ArrayList<>();
    for (SimEvent event : LOOPBACK.events()) {
      Optional.ofNullable(LOOPBACK.flights().flight(event.ordinal())).ifPresent(flights::add);
    }
    assertFalse(flights.isEmpty());
    assertTrue(flights.stream().allMatch(Flight::isLoop));
    CanvasScene scene =
        new SceneBuilder(LOOPBACK.topology(), SampleRun.WORDS)
            .scene(flights.getFirst().departsNanos(), LOOPBACK.flights(), ViewState.PLAIN);
    assertTrue(scene.nodes().getFirst().hasLoop());
    Route route = new Route(scene, 1);
    Point half = route.place(new Track.Loop(0), 0.5);
    double top = scene.nodes().getFirst().centre().y() - Body.CARD.height() / 2;
    assertTrue(half.y() < top - 20, "the middle of the loop is above the card");
    assertEquals(top, route.place(new Track.Loop(0), 0).y(), 1e-6);
    assertEquals(top, route.place(new Track.Loop(0), 1).y(), 1e-6);
  }

  @Test
  void http_isToldFromBareSegments() {
    List<Glyph> glyphs = new ArrayList<>();
    for (SimEvent event : HELLO.events()) {
      Flight flight = HELLO.flights().flight(event.ordinal());
      if (flight != null && !glyphs.contains(flight.glyph())) {
        glyphs.add(flight.glyph());
      }
    }
    assertEquals(List.of(Glyph.ARP, Glyph.TCP, Glyph.HTTP), glyphs);
  }

  @Test
  void state_isThatOfTheInstant() {
    long end = HELLO.events().getLast().at().nanos();
    assertEquals("idle", card(0, "client").state().word(), "it starts at 10 ms");
    assertEquals("running", card(10_000_100, "client").state().word());
    assertEquals("waiting", card(30_000_000, "client").state().word());
    assertEquals("client.lua:3", card(30_000_000, "client").state().place());
    assertEquals("sent 18 B", card(50_000_000, "client").state().doing());
    assertEquals("waiting", card(30_000_000, "server").state().word());
    assertEquals("listens on :80", card(30_000_000, "server").state().doing());
    assertEquals("ended", card(end, "client").state().word());
    assertTrue(card(30_000_000, "client").console().isEmpty());
    assertFalse(card(end, "client").console().isEmpty());
  }

  @Test
  void olderInstant_looksAsItDidBefore() {
    CanvasScene early = scene(20_000_000);
    scene(60_000_000);
    assertEquals(early, scene(20_000_000));
  }

  private static SimEvent.FrameSent firstSent() {
    for (SimEvent event : HELLO.events()) {
      if (event instanceof SimEvent.FrameSent sent) {
        return sent;
      }
    }
    throw new AssertionError("the sample sends something");
  }

  private static CanvasScene scene(long instant) {
    return new SceneBuilder(HELLO.topology(), SampleRun.WORDS)
        .scene(instant, HELLO.flights(), ViewState.PLAIN);
  }

  private static NodeCard card(long instant, String id) {
    return scene(instant).nodes().stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
