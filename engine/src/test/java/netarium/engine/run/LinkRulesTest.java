package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules of links, and what TCP makes of exactly one loss.
class LinkRulesTest {
  private static final int OCTETS = 150_000;

  /// Segments of an upload: 1448 octets beside timestamps.
  private static final int SEGMENTS = (OCTETS + 1447) / 1448;

  private static final String SERVER =
      """
      net.listen(80)
      while true do
        local r = net.recv()
        if r then
          print("got " .. #r.data)
          net.send(r.src_ip, r.src_port, "thanks")
        end
      end
      """;

  private static final String CLIENT =
      """
      local conn = net.connect("server", 80)
      conn:send(string.rep("x", 150000))
      local r
      repeat r = conn:recv() until r
      print("answer " .. r.data)
      conn:close()
      """;

  private static TestProject.Run upload(String tcp, String link) {
    return new TestProject()
        .vm("server", "10.0.1.2/24", "server.lua")
        .vmWith("client", "10.0.1.3/24", ", \"tcp\": {" + tcp + "}", "client.lua")
        .link("l", "server:eth0", "client:eth0", link)
        .script("server.lua", SERVER)
        .script("client.lua", CLIENT)
        .run();
  }

  private static String rules(String... rules) {
    return ", \"rate\": \"100Mbit/s\", \"delay\": \"5ms\", \"rules\": ["
        + String.join(", ", rules)
        + "]";
  }

  private static String drop(int nth) {
    return """
    { "match": "tcp.len > 0 && ip.src == 10.0.1.3", "nth": %d, "do": "drop" }\
    """
        .formatted(nth);
  }

  private static @Nullable TcpSegment segmentOrNull(SimEvent.FrameSent sent) {
    return sent.frame().payload() instanceof Ipv4Datagram datagram
            && datagram.payload() instanceof TcpSegment segment
        ? segment
        : null;
  }

  private static TcpSegment segment(SimEvent.FrameSent sent) {
    return Objects.requireNonNull(segmentOrNull(sent));
  }

  /// What the client sent with text, in order.
  private static List<SimEvent.FrameSent> data(TestProject.Run run) {
    return run.all(SimEvent.FrameSent.class).stream()
        .filter(sent -> sent.node() == 1 && segmentOrNull(sent) != null)
        .filter(sent -> segment(sent).payload().length() > 0)
        .toList();
  }

  private static List<String> why(TestProject.Run run, String wanted) {
    return run.all(SimEvent.TcpVariables.class).stream()
        .filter(variables -> variables.node() == 1)
        .map(SimEvent.TcpVariables::why)
        .filter(wanted::equals)
        .toList();
  }

  private static List<SimEvent.TimerExpired> timeOuts(TestProject.Run run) {
    return run.all(SimEvent.TimerExpired.class).stream()
        .filter(timer -> timer.timer().equals("retransmission"))
        .toList();
  }

  @ParameterizedTest(name = "sack {0}")
  @ValueSource(booleans = {true, false})
  void segment40Dropped_threeDuplicatesOneFastRetransmitNoTimeOut(boolean sack) {
    TestProject.Run run = upload("\"sack\": " + sack, rules(drop(40)));
    assertEquals("got " + OCTETS + "\n", run.console("server"));
    assertEquals("answer thanks\n", run.console("client"));
    List<SimEvent.FrameDropped> drops = run.all(SimEvent.FrameDropped.class);
    assertEquals(1, drops.size());
    assertEquals(DropReason.RULE, drops.getFirst().reason());
    assertEquals("tcp.len > 0 && ip.src == 10.0.1.3, number 40", drops.getFirst().detail());
    List<SimEvent.FrameSent> data = data(run);
    assertEquals(SEGMENTS + 1, data.size());
    assertEquals(1, why(run, "fast-retransmit").size());
    assertEquals(List.of(), timeOuts(run));
    SimEvent.FrameSent lost = data.get(39);
    SimEvent.FrameSent again =
        data.stream()
            .filter(sent ->
                sent.ordinal() != lost.ordinal() && segment(sent).seq().equals(segment(lost).seq()))
            .findFirst()
            .orElseThrow();
    // The first of them is no duplicate without SACK; with it, it names octets that are new.
    assertEquals(sack ? 3 : 4, acknowledgementsBefore(run, again, segment(lost)));
  }

  /// Acknowledgements of all before `lost` that the client took before `again`.
  private static long acknowledgementsBefore(
      TestProject.Run run, SimEvent.FrameSent again, TcpSegment lost) {
    return run.all(SimEvent.FrameDelivered.class).stream()
        .filter(event -> event.node() == 1 && event.ordinal() < again.ordinal())
        .filter(event ->
            event.frame().payload() instanceof Ipv4Datagram datagram
                && datagram.payload() instanceof TcpSegment ack
                && ack.ack().equals(lost.seq())
                && ack.payload().isEmpty())
        .count();
  }

  @ParameterizedTest(name = "sack {0}")
  @ValueSource(booleans = {true, false})
  void lastSegmentDropped_timesOutWithDoublingBackOff(boolean sack) {
    TestProject.Run run =
        upload("\"sack\": " + sack, rules(drop(SEGMENTS), drop(SEGMENTS + 1), drop(SEGMENTS + 2)));
    assertEquals("got " + OCTETS + "\n", run.console("server"));
    List<SimEvent.FrameSent> data = data(run);
    assertEquals(SEGMENTS + 3, data.size());
    assertEquals(3, timeOuts(run).size());
    assertEquals(List.of(), why(run, "fast-retransmit"));
    List<Long> gaps = new ArrayList<>();
    for (int i = SEGMENTS + 1; i < data.size(); i++) {
      gaps.add(
          timeOuts(run).get(i - SEGMENTS).at().nanos()
              - timeOuts(run).get(i - SEGMENTS - 1).at().nanos());
    }
    assertEquals(2 * gaps.get(0), gaps.get(1));
    assertTrue(gaps.get(0) >= 400_000_000, gaps.toString());
  }

  @Test
  void slowStart_doublesEachRoundTrip() { // RFC 3465, L = 2
    TestProject.Run run = upload("", ", \"rate\": \"1Gbit/s\", \"delay\": \"50ms\"");
    List<SimEvent.FrameSent> data = data(run);
    List<Integer> flights = new ArrayList<>();
    long start = data.getFirst().at().nanos();
    for (SimEvent.FrameSent sent : data) {
      int trip = (int) ((sent.at().nanos() - start) / 100_000_000);
      while (flights.size() <= trip) {
        flights.add(0);
      }
      flights.set(trip, flights.get(trip) + 1);
    }
    assertEquals(List.of(10, 20, 40, SEGMENTS - 70), flights);
  }

  @Test
  void delayedFrame_isOvertakenAndArrivesLater() {
    String late =
        """
        { "match": "tcp.len > 0 && ip.src == 10.0.1.3", "nth": 2, "do": "delay", "by": "7ms" }\
        """;
    TestProject.Run run = upload("", rules(late));
    List<SimEvent.FrameSent> data = data(run);
    long first = data.get(0).arrives().nanos();
    long second = data.get(1).arrives().nanos();
    long third = data.get(2).arrives().nanos();
    assertEquals(7_000_000 + (third - first) / 2, second - first);
    assertEquals("got " + OCTETS + "\n", run.console("server"));
  }

  @Test
  void duplicatedFrame_arrivesTwice() {
    String twice =
        """
        { "match": "tcp.flags.syn && !tcp.flags.ack", "do": "duplicate", "by": "1ms" }\
        """;
    TestProject.Run run = upload("", rules(twice));
    long syns =
        run.all(SimEvent.FrameDelivered.class).stream()
            .filter(event ->
                event.frame().payload() instanceof Ipv4Datagram datagram
                    && datagram.payload() instanceof TcpSegment segment
                    && segment.flags().syn()
                    && !segment.flags().ack())
            .count();
    assertEquals(2, syns);
    assertEquals("answer thanks\n", run.console("client"));
  }

  @Test
  void corruptedFrame_isDroppedByTheReceiverOrHarmless() {
    String bad =
        """
        { "match": "tcp.len > 0", "nth": 10, "do": "corrupt" }\
        """;
    TestProject.Run run = upload("", rules(bad));
    assertEquals("got " + OCTETS + "\n", run.console("server"));
    assertEquals(1, run.all(SimEvent.FrameDropped.class).size());
  }

  @Test
  void unreadableFilter_isSaidAndLeftOut() {
    TestProject.Run run = upload("", rules("{ \"match\": \"tcp.flag.syn\", \"do\": \"drop\" }"));
    List<SimEvent.Notice> notices = run.all(SimEvent.Notice.class);
    assertEquals(1, notices.size());
    assertTrue(
        notices
            .getFirst()
            .text()
            .startsWith(
                "link l: rule \"tcp.flag.syn\" is left out: column 1: 'tcp.flag.syn' is not known"),
        notices.getFirst().text());
    assertEquals("answer thanks\n", run.console("client"));
  }
}
