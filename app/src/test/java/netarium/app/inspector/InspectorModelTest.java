package netarium.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.app.LossyRun;
import netarium.app.canvas.SampleRun;
import netarium.engine.analysis.Layer;
import netarium.engine.analysis.LayerField;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.SocketUsed;
import netarium.engine.trace.SimEvent.TcpVariables;
import org.junit.jupiter.api.Test;

/// What the inspector knows about an event; no toolkit.
class InspectorModelTest {
  private static final SampleRun LOSSY = LossyRun.run();

  private final InspectorRig rig = new InspectorRig();
  private int told;

  private void play() {
    rig.play(LOSSY);
    rig.model.listen(() -> told++);
  }

  private LayerField field(String key) {
    return rig.model.dissection().orElseThrow().field(key).orElseThrow();
  }

  @Test
  void segment_countsAsItsConversationDoes() {
    play();
    rig.select("http.response", 0);
    assertEquals("1", field("tcp.seq").value());
    assertEquals("51", field("tcp.ack").value());
    assertEquals("remark.tcp.raw", field("tcp.seq").remark().key());
    assertEquals("remark.tcp.window", field("tcp.window_size_value").remark().key());
    assertEquals(
        "application/json",
        rig.model.dissection().orElseThrow().layer(Layer.Kind.HTTP).orElseThrow().fields().stream()
            .filter(f -> f.label().equals("Content-Type"))
            .findFirst()
            .orElseThrow()
            .value());
  }

  @Test
  void octetAndField_markEachOther() {
    play();
    rig.select("http.response", 0);
    LayerField ttl = field("ip.ttl");
    rig.model.markOctet(ttl.offset());
    assertEquals(ttl, rig.model.field().orElseThrow());
    assertEquals(1, told - 1, "selected once, marked once");
    rig.model.mark(field("ip.src"));
    assertEquals("ip.src", rig.model.field().orElseThrow().key());
  }

  @Test
  void nextFrame_keepsTheFieldMarked() {
    play();
    rig.select("tcp", 3);
    rig.model.mark(field("tcp.ack"));
    rig.select("tcp", 5);
    assertEquals("tcp.ack", rig.model.field().orElseThrow().key());
    assertEquals(field("tcp.ack"), rig.model.field().orElseThrow());
    rig.select("arp", 0);
    assertTrue(rig.model.field().isEmpty());
  }

  @Test
  void data_leadsToTheLineThatWroteIt() {
    play();
    rig.select("tcp.analysis.retransmission", 0);
    SocketUsed writer = rig.model.writer().orElseThrow();
    assertEquals("send", writer.operation());
    assertTrue(writer.place().startsWith("scripts/server.lua:"), writer.place());
    assertEquals(60_074, rig.model.writing().length());
    assertTrue(rig.model.writing().first() > 10_000, "in the middle of what was sent");
    assertEquals(
        List.of("note.retransmission.fast-retransmit"),
        rig.model.remarks().stream().map(remark -> remark.key()).toList());
  }

  @Test
  void causes_endAtTheLineOfAScriptOrGoBackToTheStart() {
    play();
    rig.select("http.request", 0);
    List<SimEvent> nearest = rig.model.causes();
    assertEquals(rig.selection.event(), nearest.getFirst().ordinal());
    SocketUsed line = (SocketUsed) nearest.getLast();
    assertTrue(line.place().startsWith("scripts/client.lua:"), line.place());
    for (int i = 1; i < nearest.size(); i++) {
      assertEquals(nearest.get(i - 1).cause(), nearest.get(i).ordinal());
    }
    rig.model.showAllCauses(true);
    assertTrue(rig.model.causes().getLast().cause() < 0);
    assertTrue(rig.model.causes().size() > nearest.size());
    rig.select("arp", 0);
    assertFalse(rig.model.showsAllCauses(), "the next is shown shortly again");
  }

  @Test
  void droppedFrame_knowsWhereAndWhy() {
    play();
    rig.select("dropped", 0);
    assertTrue(rig.model.drop().isEmpty(), "its first link took it on");
    int row = rig.packets.frames().next(rig.model.row());
    rig.selection.selectEvent(rig.packets.frames().sent(row).ordinal());
    assertEquals("rule", rig.model.drop().orElseThrow().reason().label());
  }

  @Test
  void eventThatIsNoFrame_showsItsValues() {
    play();
    SimEvent variables =
        LOSSY.events().stream()
            .filter(e -> e instanceof TcpVariables v && v.why().equals("ack"))
            .findFirst()
            .orElseThrow();
    rig.model.select(variables);
    assertTrue(rig.model.dissection().isEmpty());
    List<String> keys = rig.model.facts().stream().map(Fact::key).toList();
    assertTrue(keys.containsAll(List.of("cwnd", "ssthresh", "snd.una", "rto")), keys.toString());
  }

  @Test
  void moreEvents_leaveWhatIsShownAlone() {
    rig.packets.begin(LOSSY.topology());
    List<SimEvent> events = LOSSY.events();
    events.subList(0, 100).forEach(rig.packets::accept);
    rig.packets.caughtUp();
    rig.select("tcp", 0);
    rig.model.listen(() -> told++);
    events.subList(100, 200).forEach(rig.packets::accept);
    rig.packets.caughtUp();
    assertEquals(0, told);
    rig.packets.begin(LOSSY.topology());
    rig.packets.caughtUp();
    assertTrue(rig.model.event().isEmpty(), "another run has other events");
  }
}
