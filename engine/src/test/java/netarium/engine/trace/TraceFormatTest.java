package netarium.engine.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import netarium.engine.screen.ScreenFrame;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.SimEvent.ArpChanged;
import netarium.engine.trace.SimEvent.ConsoleWritten;
import netarium.engine.trace.SimEvent.ErrorRaised;
import netarium.engine.trace.SimEvent.FrameQueued;
import netarium.engine.trace.SimEvent.Notice;
import netarium.engine.trace.SimEvent.ProcessEnded;
import netarium.engine.trace.SimEvent.ProcessStarted;
import netarium.engine.trace.SimEvent.RouteChanged;
import netarium.engine.trace.SimEvent.ScreenDrawn;
import netarium.engine.trace.SimEvent.SocketUsed;
import netarium.engine.trace.SimEvent.StimulusApplied;
import netarium.engine.trace.SimEvent.TcpStateChanged;
import netarium.engine.trace.SimEvent.TcpVariables;
import netarium.engine.trace.SimEvent.TimerExpired;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Prefix;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;
import netarium.engine.wire.SeqNum;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class TraceFormatTest {
  private static final Endpoint WEB = new Endpoint(EventScript.WEB_ADDRESS, 80);
  private static final Endpoint CLIENT = new Endpoint(EventScript.CLIENT_ADDRESS, 49152);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<SimEvent> events = new ArrayList<>();
  private final EventScript script = new EventScript(events::add);

  private Octets octets(String text) {
    return Octets.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private Stamp stamp() {
    return script.stamp(1_500_000_000L, 1, 7);
  }

  private List<String> lines(boolean withOctets) {
    TraceFormat format = new TraceFormat(EventScript.NODES, withOctets);
    return events.stream().map(format::line).map(String::strip).toList();
  }

  /// The members after the five that every event has.
  private String only(SimEvent event) {
    String line = new TraceFormat(EventScript.NODES, false).line(event);
    String begin =
        "{\"n\":%d,\"t\":1500000000,\"node\":\"client\",\"event\":\"%s\",\"cause\":7,"
            .formatted(event.ordinal(), event.kind().label());
    assertTrue(line.startsWith(begin) && line.endsWith("}\n"), line);
    return line.substring(begin.length(), line.length() - 2);
  }

  @Test
  void frames_tellBothEndsOfTheirLink() {
    EthernetFrame frame = EventScript.frame("hello");
    script.throughTheSwitch(5_000, frame);
    String about = "\"protocol\":\"UDP\",\"summary\":\"49152 → 7 Len=5\",\"length\":60";
    assertEquals(
        List.of(
            "{\"n\":0,\"t\":5000,\"node\":\"client\",\"event\":\"frame-sent\",\"cause\":-1,"
                + "\"link\":\"l2\",\"from\":\"client:eth0\",\"to\":\"sw:p2\","
                + about
                + ",\"departs\":5000,\"arrives\":6000}",
            "{\"n\":1,\"t\":6000,\"node\":\"sw\",\"event\":\"frame-delivered\",\"cause\":0,"
                + "\"link\":\"l2\",\"from\":\"client:eth0\",\"to\":\"sw:p2\","
                + about
                + "}"),
        lines(false).subList(0, 2));
    assertTrue(lines(true).getLast().endsWith(",\"octets\":\"" + frame.octets() + "\"}"));
  }

  @Test
  void drop_tellsReasonPortAndEnds() {
    EthernetFrame frame = EventScript.frame("");
    long sent = script.sent(0, -1, EventScript.CLIENT, EventScript.SWITCH_CLIENT, frame);
    script.dropped(1_000, sent, EventScript.CLIENT, frame, DropReason.LOSS, "");
    script.dropped(1_000, 9, EventScript.WEB, frame, DropReason.QUEUE_FULL, "");
    script.dropped(1_000, 9, EventScript.WEB, frame, DropReason.NO_ROUTE, "to 10.9.9.9");
    String about = ",\"protocol\":\"UDP\",\"summary\":\"49152 → 7 Len=0\",\"length\":60,";
    List<String> lines = lines(false);
    assertTrue(
        lines
            .get(1)
            .endsWith(
                "\"link\":\"l2\",\"from\":\"client:eth0\",\"to\":\"sw:p2\""
                    + about
                    + "\"port\":\"client:eth0\",\"reason\":\"loss\",\"detail\":\"\"}"),
        lines.get(1));
    assertTrue(lines.get(2).contains("\"from\":\"web:eth0\",\"to\":null"), lines.get(2));
    assertTrue(lines.get(3).contains("\"from\":null,\"to\":null"), lines.get(3));
    assertTrue(lines.get(3).endsWith("\"reason\":\"no-route\",\"detail\":\"to 10.9.9.9\"}"));
  }

  @Test
  void dropByTheNodeThatTookTheFrame_tellsTheEndsOfItsLink() {
    EthernetFrame frame = EventScript.frame("");
    long delivered = script.throughTheSwitch(0, frame);
    script.dropped(2_000, delivered, EventScript.WEB, frame, DropReason.NO_LISTENER, "");
    script.dropped(2_000, delivered, EventScript.WEB, frame, DropReason.QUEUE_FULL, "");
    List<String> lines = lines(false);
    assertTrue(lines.get(4).contains("\"from\":\"sw:p1\",\"to\":\"web:eth0\""), lines.get(4));
    assertTrue(lines.get(5).contains("\"from\":\"web:eth0\",\"to\":null"), lines.get(5));
  }

  @Test
  void queued() {
    EthernetFrame frame = EventScript.frame("");
    assertEquals(
        "\"link\":\"l2\",\"from\":\"client:eth0\",\"to\":null,\"protocol\":\"UDP\","
            + "\"summary\":\"49152 → 7 Len=0\",\"length\":60,\"waiting\":3",
        only(new FrameQueued(stamp(), "l2", EventScript.CLIENT, frame, 3)));
  }

  @Test
  void network() {
    assertEquals(
        "\"interface\":\"eth0\",\"address\":\"10.0.1.2\",\"mac\":null,\"state\":\"asking\"",
        only(new ArpChanged(stamp(), "eth0", EventScript.WEB_ADDRESS, Optional.empty(), "asking")));
    assertEquals(
        "\"interface\":\"eth0\",\"address\":\"10.0.1.2\",\"mac\":\"02:00:0a:00:01:02\","
            + "\"state\":\"resolved\"",
        only(
            new ArpChanged(
                stamp(),
                "eth0",
                EventScript.WEB_ADDRESS,
                Optional.of(new MacAddress(0x02000a000102L)),
                "resolved")));
    assertEquals(
        "\"to\":\"10.0.1.0/24\",\"via\":null,\"interface\":\"eth0\",\"change\":\"added\"",
        only(
            new RouteChanged(
                stamp(),
                new Ipv4Prefix(EventScript.WEB_ADDRESS, 24).network(),
                Optional.empty(),
                "eth0",
                "added")));
  }

  @Test
  void tcp() {
    assertEquals(
        "\"connection\":3,\"local\":\"10.0.1.3:49152\",\"remote\":\"10.0.1.2:80\","
            + "\"from\":\"SYN-SENT\",\"to\":\"ESTABLISHED\"",
        only(new TcpStateChanged(stamp(), 3, CLIENT, WEB, "SYN-SENT", "ESTABLISHED")));
    assertEquals(
        "\"connection\":3,\"why\":\"ack\",\"sndUna\":4294967295,\"sndNxt\":4,\"sndWnd\":65535,"
            + "\"rcvNxt\":9,\"cwnd\":14600,\"ssthresh\":2147483647,\"srtt\":10000000,"
            + "\"rto\":1000000000",
        only(
            new TcpVariables(
                stamp(),
                3,
                "ack",
                new SeqNum(-1),
                new SeqNum(4),
                65535,
                new SeqNum(9),
                14600,
                Integer.MAX_VALUE,
                SimDuration.ofMillis(10),
                SimDuration.ofSeconds(1))));
    assertEquals(
        "\"process\":2,\"operation\":\"listen\",\"local\":\"10.0.1.3:49152\",\"remote\":null,"
            + "\"length\":0,\"place\":\"scripts/a.lua:3\"",
        only(new SocketUsed(stamp(), 2, "listen", CLIENT, Optional.empty(), 0, "scripts/a.lua:3")));
  }

  @Test
  void programs() {
    assertEquals(
        "\"process\":2,\"program\":\"scripts/a.lua\",\"arguments\":[\"x\",\"\\\"y\\\"\"]",
        only(new ProcessStarted(stamp(), 2, "scripts/a.lua", List.of("x", "\"y\""))));
    assertEquals(
        "\"process\":2,\"how\":\"returned\",\"exitCode\":0",
        only(new ProcessEnded(stamp(), 2, "returned", 0)));
    assertEquals(
        "\"process\":2,\"stream\":\"stdout\",\"text\":\"a\\tb\\\\\\n\\u0000é\"",
        only(new ConsoleWritten(stamp(), 2, octets("a\tb\\\n\0é"), false)));
    assertEquals(
        "\"process\":2,\"text\":\"x:1: no\"", only(new ErrorRaised(stamp(), 2, octets("x:1: no"))));
    assertEquals("\"process\":2,\"text\":\"refused\"", only(new Notice(stamp(), 2, "refused")));
    assertEquals(
        "\"timer\":\"persist\",\"about\":\"3\"", only(new TimerExpired(stamp(), "persist", "3")));
    ScreenFrame frame = new ScreenFrame("Game", 320, 200, 0, List.of());
    assertEquals(
        "\"process\":2,\"title\":\"Game\",\"width\":320,\"height\":200,\"shapes\":0,"
            + "\"digest\":\"%016x\"".formatted(frame.digest()),
        only(new ScreenDrawn(stamp(), 2, frame)));
    assertEquals("\"action\":\"cut l1\"", only(new StimulusApplied(stamp(), "cut l1")));
  }

  @Test
  void consoleOctetsThatAreNoUtf8_standBesideTheText() {
    Octets written = Octets.wrap(new byte[] {'a', (byte) 0xff, 'b'});
    assertEquals(
        "\"process\":2,\"stream\":\"stderr\",\"text\":\"a\ufffdb\",\"octets\":\"61ff62\"",
        only(new ConsoleWritten(stamp(), 2, written, true)));
  }

  @Test
  void eventOfNoNode_hasNullForIt() {
    SimEvent event = new StimulusApplied(script.stamp(0, -1, -1), "cut l1");
    assertEquals(
        "{\"n\":0,\"t\":0,\"node\":null,\"event\":\"stimulus\",\"cause\":-1,"
            + "\"action\":\"cut l1\"}\n",
        new TraceFormat(EventScript.NODES, false).line(event));
  }

  @Test
  void anyOctetsOnTheConsole_areValidJsonThatGivesThemBack() {
    SplittableRandom random = new SplittableRandom(8259);
    TraceFormat format = new TraceFormat(EventScript.NODES, false);
    for (int i = 0; i < 2_000; i++) {
      byte[] written = new byte[random.nextInt(30)];
      random.nextBytes(written);
      if (i % 2 == 0) {
        written = drawText(random).getBytes(StandardCharsets.UTF_8);
      }
      String line = format.line(new ConsoleWritten(stamp(), 2, Octets.wrap(written), false));
      assertEquals(line.length() - 1, line.indexOf('\n'), "one line");
      JsonNode read = JSON.readTree(line);
      assertEquals(Octets.wrap(written).toString(), hexOf(read));
    }
  }

  private static String drawText(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(20); left > 0; left--) {
      int point = random.nextInt(random.nextBoolean() ? 128 : 0x110000);
      text.appendCodePoint(point);
    }
    return text.toString();
  }

  private static String hexOf(JsonNode console) {
    JsonNode octets = console.get("octets");
    byte[] text = console.get("text").asString().getBytes(StandardCharsets.UTF_8);
    return octets == null ? Octets.wrap(text).toString() : octets.asString();
  }

  @Test
  void unpairedSurrogates_becomeTheReplacementCharacter() {
    assertEquals(
        "\"action\":\"a\ufffdb\ufffd\"", only(new StimulusApplied(stamp(), "a\ud800b\udc00")));
    assertEquals("\"action\":\"\ud83d\ude00\"", only(new StimulusApplied(stamp(), "\ud83d\ude00")));
  }

  @Test
  void writer_givesTheLinesInUtf8() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EventScript direct;
    try (TraceWriter writer = new TraceWriter(new TraceFormat(EventScript.NODES, false), out)) {
      direct = new EventScript(writer);
      direct.throughTheSwitch(0, EventScript.frame("é"));
    }
    script.throughTheSwitch(0, EventScript.frame("é"));
    assertEquals(String.join("\n", lines(false)) + "\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void documentation_namesEveryEventAndReason() throws IOException {
    Path page = Path.of("..", "docs", "trace-format.md");
    String text = Files.readString(page);
    Set<String> missing = new LinkedHashSet<>();
    for (EventKind kind : EventKind.values()) {
      missing.add("### `" + kind.label() + "`");
    }
    for (DropReason reason : DropReason.values()) {
      missing.add("`" + reason.label() + "`");
    }
    missing.removeIf(text::contains);
    assertEquals(Set.of(), missing);
    assertFalse(text.isEmpty());
  }
}
