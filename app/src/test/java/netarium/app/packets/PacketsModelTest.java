package netarium.app.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.app.LossyRun;
import netarium.app.canvas.SampleRun;
import netarium.app.packets.Whereabouts.Dot;
import netarium.app.packets.Whereabouts.State;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameSent;
import org.junit.jupiter.api.Test;

/// Which rows there are and what stands in them; no toolkit.
class PacketsModelTest {
  private static final SampleRun HELLO = SampleRun.of("hello-http");
  private static final SampleRun LOSSY = LossyRun.run();

  private final PacketsModel model = new PacketsModel();

  private void play(SampleRun run) {
    model.begin(run.topology());
    run.events().forEach(model::accept);
    model.caughtUp();
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < model.size(); i++) {
      PacketRow row = model.row(i);
      rows.add(row.number() + " " + row.protocol() + " " + row.info());
    }
    return rows;
  }

  private void finishFiltering() {
    int rounds = 0;
    while (model.filterSome(1_000_000)) {
      assertTrue(++rounds < 10_000, "filtering comes to an end");
    }
  }

  @Test
  void perConversation_showsAFrameOnceOverItsHops() {
    play(HELLO);
    assertEquals(11, model.size());
    assertEquals(
        List.of(
            "1 ARP Who has 10.0.1.2? Tell 10.0.1.3",
            "2 ARP 10.0.1.2 is at 02:00:0a:00:01:02",
            "6 HTTP GET / HTTP/1.0",
            "7 HTTP HTTP/1.0 200 OK"),
        List.of(rows().get(0), rows().get(1), rows().get(5), rows().get(6)));
    assertEquals("5 TCP 49152 → 80 [ACK] Seq=1 Ack=1 Win=262144 Len=0", rows().get(4));
    model.group(Grouping.PER_HOP);
    assertEquals(22, model.size());
    assertTrue(rows().get(1).endsWith("Who has 10.0.1.2? Tell 10.0.1.3"), rows().get(1));
  }

  @Test
  void datagramThroughARouter_isOneRowOfThreeHops() {
    play(LOSSY);
    long first = model.row(2).ordinal();
    int row = model.frames().rowOf(first);
    List<String> way = new ArrayList<>();
    for (int hop = row; hop != FrameTable.NONE; hop = model.frames().next(hop)) {
      FrameSent sent = model.frames().sent(hop);
      way.add(sent.link() + " " + model.frames().depth(hop));
      assertEquals(2, model.indexOf(sent.ordinal()), "every hop leads to the row");
    }
    assertEquals(List.of("l1 0", "l2 1", "l3 2"), way);
  }

  @Test
  void frame_isWhereItIsAtEachInstant() {
    play(HELLO);
    int get = 5;
    long sent = model.nanos(get);
    assertEquals(State.NOT_YET, model.where(get, sent - 1).state());
    Whereabouts waiting = model.where(get, sent);
    assertEquals(State.QUEUED, waiting.state(), "behind the ACK");
    assertEquals("client", waiting.from());
    FrameSent hop = model.frames().sent(model.tableRow(get));
    long half = (hop.departs().nanos() + hop.arrives().nanos()) / 2;
    Whereabouts onLink = model.where(get, half);
    assertEquals(State.ON_LINK, onLink.state());
    assertEquals(0.5, onLink.share(), 0.001);
    assertEquals(List.of(Dot.HERE, Dot.AHEAD), onLink.dots());
    Whereabouts next = model.where(get, hop.arrives().nanos());
    assertEquals(List.of(Dot.PASSED, Dot.HERE), next.dots());
    assertEquals("sw", next.from());
    assertEquals(State.DELIVERED, model.where(get, Long.MAX_VALUE).state());
  }

  @Test
  void droppedFrame_saysWhereAndWhy() {
    play(LOSSY);
    model.filter("dropped");
    finishFiltering();
    assertEquals(1, model.size());
    Whereabouts lost = model.where(0, Long.MAX_VALUE);
    assertEquals(State.DROPPED, lost.state());
    assertEquals("rule", lost.dropReason());
    assertEquals(List.of(Dot.PASSED, Dot.LOST), lost.dots());
    FrameSent hop = model.frames().sent(model.tableRow(0));
    long before = hop.arrives().nanos() - 1;
    assertEquals(State.ON_LINK, model.where(0, before).state(), "not yet lost");
  }

  @Test
  void retransmission_isRemarkedWithItsCause() {
    play(LOSSY);
    model.filter("tcp.analysis.retransmission");
    finishFiltering();
    assertEquals(1, model.size());
    assertEquals(
        "note.retransmission.fast-retransmit", model.row(0).notes().getFirst().sentence().key());
    model.filter("tcp.analysis.duplicate_ack");
    finishFiltering();
    assertTrue(model.size() >= 3, model.size() + " duplicates");
  }

  @Test
  void filterWhileEventsCome_showsTheSameAsAfterwards() {
    for (String text :
        List.of("node == r1 && tcp.len > 0", "dropped", "http", "link == l3", "tcp.seq > 5000")) {
      for (Grouping grouping : Grouping.values()) {
        model.group(grouping);
        model.filter("");
        play(LOSSY);
        model.filter(text);
        finishFiltering();
        List<String> afterwards = rows();
        model.begin(LOSSY.topology());
        int n = 0;
        for (SimEvent event : LOSSY.events()) {
          model.accept(event);
          if (++n % 50 == 0) {
            model.caughtUp();
          }
        }
        finishFiltering();
        assertEquals(afterwards, rows(), text + " " + grouping);
        assertFalse(afterwards.isEmpty(), text);
      }
    }
  }

  @Test
  void unreadableFilter_leavesTheRowsAndSaysWhy() {
    play(HELLO);
    model.filter("arp");
    finishFiltering();
    assertEquals(2, model.size());
    model.filter("arp &&");
    assertTrue(model.problem().isPresent());
    assertEquals(2, model.size());
    model.filter("");
    assertEquals(11, model.size());
    assertTrue(model.problem().isEmpty());
  }

  @Test
  void placesAndOrdinals_leadToEachOther() {
    play(LOSSY);
    model.filter("http");
    finishFiltering();
    for (int i = 0; i < model.size(); i++) {
      assertEquals(i, model.indexOf(model.row(i).ordinal()));
    }
    long arp = model.frames().sent(0).ordinal();
    assertEquals(-1, model.indexOf(arp), "not shown");
    assertEquals(-1, model.lastBy(0));
    assertEquals(model.size() - 1, model.lastBy(Long.MAX_VALUE));
    int last = model.lastBy(model.nanos(1));
    assertEquals(model.nanos(1), model.nanos(last));
    assertTrue(model.nanos(last + 1) > model.nanos(1), "the last of those sent then");
  }

  @Test
  void cell_asAFilter_matchesItsOwnRow() {
    play(LOSSY);
    for (int i = 0; i < model.total(); i += 7) {
      model.filter("");
      long ordinal = model.row(i).ordinal();
      for (Column column : Column.values()) {
        model.filter("");
        column.filter(model, i).ifPresent(model::filter);
        finishFiltering();
        assertTrue(model.problem().isEmpty(), model.filterText());
        assertTrue(model.indexOf(ordinal) >= 0, model.filterText());
      }
    }
    assertEquals("(a || b) && c", Column.joined("a || b", "&&", "c"));
  }

  @Test
  void newRun_forgetsTheOld() {
    play(LOSSY);
    model.filter("http");
    model.begin(HELLO.topology());
    assertEquals(0, model.size());
    HELLO.events().forEach(model::accept);
    finishFiltering();
    assertEquals(2, model.size());
  }

  @Test
  void continuationOfHttp_isHttpInARun() {
    play(LOSSY);
    model.filter("http && !http.request && !http.response");
    finishFiltering();
    assertTrue(model.size() > 30, model.size() + " segments");
    assertEquals("HTTP", model.row(5).protocol());
  }
}
