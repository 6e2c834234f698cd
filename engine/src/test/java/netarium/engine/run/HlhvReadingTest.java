package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import netarium.engine.analysis.Conversations;
import netarium.engine.analysis.Dissection;
import netarium.engine.analysis.FrameInfo;
import netarium.engine.analysis.FrameMeaning;
import netarium.engine.analysis.FramePlace;
import netarium.engine.analysis.Layer;
import netarium.engine.analysis.LayerField;
import netarium.engine.analysis.StreamProtocol;
import netarium.engine.analysis.TcpStream;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameSent;
import org.junit.jupiter.api.Test;

/// What readers of a run see between a queen and her cells.
final class HlhvReadingTest {
  private final Conversations conversations = new Conversations();
  private final List<FrameSent> frames = new ArrayList<>();
  private final List<Integer> streams = new ArrayList<>();

  private void run(boolean isTls) {
    String tls = "tls = " + isTls;
    String base = isTls ? "https://queen" : "http://queen:443";
    TestProject.Run run =
        new HiveRig()
            .queen(tls)
            .cell(
                "one",
                tls
                    + """
                    , mount = {path = "/a/"}, on_http = function(res, req)
                      local body = req:ReadBodyFull()
                      sleep(0.1)
                      res:WriteHead(201, {["x-one"] = "1"})
                      res:WriteBody(body .. ("x"):rep(2000))
                    end
                    """)
            .client(
                """
                local base = "%s"
                go(function() sleep(0.05) http_get(base .. "/a/two?q=1") end)
                ask("/a/one", {base = base, method = "POST", body = "hello"})
                """
                    .formatted(base))
            .run();
    for (SimEvent each : run.events()) {
      if (each instanceof FrameSent sent) {
        frames.add(sent);
        streams.add(conversations.add(sent));
      } else {
        conversations.accept(each);
      }
    }
  }

  private FramePlace place(int frame) {
    return conversations.place(streams.get(frame), frames.get(frame).frame());
  }

  /// What lists say of frames that come from the queen or a cell, each once.
  private List<String> rows(String from) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      FrameInfo info = FrameInfo.of(frames.get(i).frame(), place(i));
      if (info.source().equals(from)
          && info.text().contains(": ")
          && frames.get(i).from().node() != 4
          && (info.text().contains("leash") || info.text().contains("band "))) {
        rows.add(info.protocol() + " " + info.text());
      }
    }
    return rows;
  }

  private List<String> rows(String from, String channel) {
    return rows(from).stream().filter(each -> each.startsWith("HLHV " + channel + ": ")).toList();
  }

  @Test
  void rows_nameLeashAndBands() {
    run(false);
    assertEquals(
        List.of("HLHV leash: IAm cell", "HLHV leash: Mount @/a/"), rows("10.0.0.2", "leash"));
    assertEquals(
        List.of("HLHV leash: Accept", "HLHV leash: NeedBand 1", "HLHV leash: NeedBand 1"),
        rows("10.0.0.1", "leash"));
    assertEquals(
        List.of(
            "HLHV band 1: Accept",
            "HLHV band 1: ReqHead POST /one",
            "HLHV band 1: ReqBody 5 B",
            "HLHV band 1: ReqEnd"),
        rows("10.0.0.1", "band 1"));
    assertEquals(
        List.of("HLHV band 2: IAm band", "HLHV band 2: ResWant 8192"),
        rows("10.0.0.2", "band 2").subList(0, 2));
  }

  @Test
  void rowsOfTls_tellWhatIsInside() {
    run(true);
    List<String> rows = rows("10.0.0.1");
    assertTrue(
        rows.contains("TLSv1.3 HLHV leash: NeedBand 1 [decrypted Application Data]"),
        rows.toString());
    assertTrue(
        rows.contains("TLSv1.3 HLHV band 2: ReqHead GET /two [decrypted Application Data]"),
        rows.toString());
    Set<StreamProtocol> protocols = new TreeSet<>();
    for (TcpStream each : conversations.streams()) {
      protocols.add(each.protocol());
    }
    assertEquals(Set.of(StreamProtocol.HTTP, StreamProtocol.HLHV), protocols);
  }

  private Layer layerOf(String line) {
    for (int i = 0; i < frames.size(); i++) {
      Dissection dissection = Dissection.of(frames.get(i).frame(), place(i));
      for (Layer each : dissection.layers()) {
        if (each.kind() == Layer.Kind.HLHV && each.summary().equals(line)) {
          return each;
        }
      }
    }
    throw new AssertionError("no layer " + line);
  }

  @Test
  void layer_hasEveryFieldAndItsOctets() {
    run(false);
    Layer mount = layerOf("leash: Mount @/a/");
    List<String> fields =
        mount.fields().stream()
            .map(each -> each.key() + "=" + each.value() + " " + each.length())
            .toList();
    assertEquals(
        List.of("hlhv.length=26 4", "hlhv.kind=0x10 1", "hlhv.host=@ 10", "hlhv.path=/a/ 12"),
        fields);
    LayerField path = mount.field("hlhv.path").orElseThrow();
    assertEquals(mount.end() - 1, path.end(), "the object's closing brace follows");
    Layer head = layerOf("band 2: ReqHead GET /two");
    assertEquals("443", head.field("hlhv.port").orElseThrow().value());
    LayerField query = head.field("hlhv.query").orElseThrow();
    LayerField first = query.children().getFirst();
    assertEquals("q=1", first.label() + "=" + first.value());
    assertEquals(2 + 14, head.fields().size(), "length and kind, and all of the object");
  }

  @Test
  void layerInTls_hasTheSameFields() {
    run(true);
    Layer head = layerOf("band 1: ReqHead POST /one");
    assertEquals("/one", head.field("hlhv.path").orElseThrow().value());
    assertEquals("queen", head.field("hlhv.host").orElseThrow().value());
  }

  @Test
  void meanings_haveAKeyForEachKind() {
    run(false);
    Set<String> keys = new TreeSet<>();
    for (int i = 0; i < frames.size(); i++) {
      keys.add(FrameMeaning.of(frames.get(i).frame(), place(i)).key());
    }
    assertTrue(keys.contains("frame.hlhv.need_band"), keys.toString());
    assertTrue(keys.contains("frame.hlhv.req_head"), keys.toString());
  }
}
