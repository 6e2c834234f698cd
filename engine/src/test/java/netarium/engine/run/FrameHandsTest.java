package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.SimEvent;
import netarium.topologies.json.Extras;
import netarium.topologies.stimulus.Hand;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.api.Test;

/// A hand on the frames of a conversation between two machines: by the topology, live, and again.
class FrameHandsTest {
  private static final String ENDS = "10.0.0.1:49152-10.0.0.2:8000";

  private static final String CLIENT =
      """
      network.init()
      network.connect(1, "ws://b:8000/")
      local number = 0
      go(function()
        for i = 1, 6 do sleep(1) network.send(1, "number " .. i) end
        network.close(1)
      end)
      while true do
        for _, e in ipairs(network.poll()) do
          print(e.type, e.data, e.code)
          if e.type == "ws:close" then os.exit() end
        end
      end
      """;

  private static final String SERVER =
      """
      network.init()
      network.listen("s", 8000, "0.0.0.0")
      while true do
        for _, e in ipairs(network.poll()) do
          if e.data then print(os.time() - 1767225600, e.data) end
        end
      end
      """;

  private static TestProject project() {
    return new TestProject()
        .vm("a", "10.0.0.1/24", "client.lua")
        .vm("b", "10.0.0.2/24", "server.lua")
        .link("l", "a:eth0", "b:eth0", "")
        .script("client.lua", CLIENT)
        .script("server.lua", SERVER);
  }

  private static String step(String at, String rest) {
    return "{ \"at\": \"%s\", \"do\": \"websocket\", \"node\": \"a\", \"connection\": \"%s\", %s }"
        .formatted(at, ENDS, rest);
  }

  @Test
  void stimuliOfATopology_holdEditDropAndResend() {
    List<String> steps =
        List.of(
            step("1.5s", "\"step\": \"hold\""),
            step("4.2s", "\"step\": \"edit\", \"frame\": 2, \"text\": \"NUMBER TWO\""),
            step("4.3s", "\"step\": \"drop\", \"frame\": 3"),
            step("4.4s", "\"step\": \"release\", \"frame\": 4"),
            step("4.6s", "\"step\": \"resend\", \"text\": \"number 1\""),
            step("5.5s", "\"step\": \"release\""));
    TestProject.Run run = project().with(", \"stimuli\": [" + String.join(", ", steps) + "]").run();
    assertEquals(
        """
        1\tnumber 1
        4\tnumber 4
        4\tnumber 1
        5\tNUMBER TWO
        5\tnumber 5
        6\tnumber 6
        """,
        run.console("b"));
    assertEquals("ws:open\tnil\tnil\nws:close\tnil\t1000\n", run.console("a"));
    assertEquals(
        List.of(
            "hold 0",
            "held 2",
            "held 3",
            "held 4",
            "edited 2",
            "dropped 3",
            "released 4",
            "resent 5",
            "held 6",
            "released 2",
            "released 6",
            "flow 0"),
        held(run.events()));
  }

  private static List<String> held(List<SimEvent> events) {
    List<String> held = new ArrayList<>();
    for (SimEvent event : events) {
      if (event instanceof SimEvent.WebSocketHeld each) {
        assertEquals(ENDS, each.local() + "-" + each.remote());
        held.add(each.change() + " " + each.frame());
      }
    }
    return held;
  }

  @Test
  void framesLetGo_followFromTheHand() {
    TestProject.Run run =
        project()
            .with(
                ", \"stimuli\": ["
                    + step("1.5s", "\"step\": \"hold\"")
                    + ", "
                    + step("2.5s", "\"step\": \"release\"")
                    + "]")
            .run();
    SimEvent.StimulusApplied hand = run.all(SimEvent.StimulusApplied.class).get(1);
    assertEquals("websocket a " + ENDS + " release", hand.action());
    assertTrue(
        run.all(SimEvent.FrameSent.class).stream().anyMatch(sent -> sent.cause() == hand.ordinal()),
        "a frame follows from it");
  }

  @Test
  void handOnNoConversation_doesNothing() {
    TestProject.Run run =
        project()
            .with(
                ", \"stimuli\": [" + step("1.5s", "\"step\": \"hold\"").replace("49152", "1") + "]")
            .run();
    assertEquals(List.of(), held(run.events()));
  }

  @Test
  void liveHand_isRecordedAndHappensAgain() {
    EventLog log = new EventLog();
    RunSettings settings = RunSettings.with(log).withUntil(new SimTime(9_000_000_000L));
    Simulation live = Simulation.of(project().project(), settings);
    live.advance(new SimTime(1_500_000_000L));
    live.apply(stimulus(new Hand.Hold()));
    live.advance(new SimTime(3_500_000_000L));
    live.apply(stimulus(new Hand.Edit(2, Hand.Payload.hex("21"))));
    live.apply(stimulus(new Hand.Release(null)));
    RunResult result = live.runToEnd();
    assertEquals(
        List.of("hold 0", "held 2", "held 3", "edited 2", "released 2", "released 3", "flow 0"),
        held(log.events()));
    Recording recording = live.recording();
    assertEquals(3, recording.stimuli().size());
    assertEquals(result, Simulation.replaying(recording, settings).runToEnd());
  }

  private static Stimulus stimulus(Hand hand) {
    return new Stimulus.WebSocket(TimeSpan.ZERO, "a", ENDS, hand, Extras.NONE);
  }
}
