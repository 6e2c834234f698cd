package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import netarium.engine.analysis.filter.FilterSubject;
import netarium.engine.analysis.filter.FrameFilter;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// Frames between a queen and a cell, whole, in pieces and wrong.
class HlhvTalkTest {
  private static Octets frame(int kind, String payload) {
    byte[] octets = payload.getBytes(UTF_8);
    String head = "%08x%02x".formatted(octets.length + 1, kind);
    return Octets.wrap(HexFormat.of().parseHex(head)).plus(Octets.wrap(octets));
  }

  private static TalkRig leash() {
    return new TalkRig(2001).open().says(0, frame(0, "{\"connKind\":0,\"key\":\"k\"}"));
  }

  @Test
  void framesInOneSegment_areAllTold() {
    TalkRig rig =
        leash()
            .says(1, frame(8, "{\"uuid\":\"u\",\"key\":\"s\"}"))
            .says(0, frame(16, "{\"host\":\"@\",\"path\":\"/\"}").plus(frame(17, "")))
            .says(1, frame(32, "{\"count\":3}").plus(frame(32, "{\"count\":1}")));
    assertEquals(
        List.of(
            "HLHV | leash: IAm cell",
            "HLHV | leash: Accept",
            "HLHV | leash: Mount @/, leash: Unmount",
            "HLHV | leash: NeedBand 3, leash: NeedBand 1"),
        rig.rows());
  }

  @Test
  void frameInPieces_isToldWhereItEnds() {
    TalkRig rig = leash().says(0, frame(16, "{\"host\":\"shop\",\"path\":\"/a/\"}"), 7);
    List<String> rows = rig.rows();
    assertEquals(
        "HLHV | leash: Mount shop/a/ [reassembled from 5 segments]",
        rows.getLast(),
        rows.toString());
    Layer layer = rig.dissection(rig.frames().size() - 1).layer(Layer.Kind.HLHV).orElseThrow();
    assertEquals("shop", layer.field("hlhv.host").orElseThrow().value());
  }

  @Test
  void wrongFrames_areShownAsTheyAre() {
    TalkRig rig =
        leash()
            .says(0, frame(0x44, "what"))
            .says(0, frame(16, "{\"host\":"))
            .says(0, frame(57, "{\"statusCode\":[1,{\"a\":\"\\ud83d\\ude00\"}],\"more\":true}"))
            .says(0, Octets.wrap(new byte[4]));
    assertEquals(
        List.of(
            "HLHV | leash: IAm cell",
            "HLHV | leash: kind 0x44",
            "HLHV | leash: Mount ??",
            "HLHV | leash: ResHead 1, ",
            "HLHV | leash: empty frame"),
        rig.rows());
    Layer other = rig.dissection(6).layer(Layer.Kind.HLHV).orElseThrow();
    assertEquals("more", other.field("hlhv.field").orElseThrow().label());
    assertTrue(rig.dissection(4).field("hlhv.data").isPresent());
  }

  @Test
  void lengthBeyondReason_endsTheReading() {
    TalkRig rig = leash().says(0, Octets.wrap(HexFormat.of().parseHex("7fffffff10")));
    assertTrue(rig.rows().getLast().startsWith("TCP | "), rig.rows().toString());
  }

  @Test
  void otherTalkThatBeginsWithZeros_isLeftAlone() {
    TalkRig rig = new TalkRig(2001).open().says(0, Octets.wrap(new byte[12]));
    assertTrue(rig.rows().getFirst().startsWith("TCP | "), rig.rows().getFirst());
  }

  /// A frame of the rig as a filter sees it.
  private record Sent(EthernetFrame frame, FramePlace place) implements FilterSubject {
    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public String link() {
      return "l";
    }

    @Override
    public String sender() {
      return "a";
    }

    @Override
    public String receiver() {
      return "b";
    }

    @Override
    public List<ExpertNote> notes() {
      return List.of();
    }

    @Override
    public String dropReason() {
      return "";
    }
  }

  private static List<Integer> matching(TalkRig rig, String text) {
    FrameFilter.Result result = FrameFilter.compileForRun(text);
    FrameFilter filter = assertInstanceOf(FrameFilter.Compiled.class, result, text).filter();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < rig.frames().size(); i++) {
      if (filter.matches(new Sent(rig.frames().get(i), rig.place(i)))) {
        found.add(i);
      }
    }
    return found;
  }

  @Test
  void filter_knowsTheFields() {
    TalkRig rig = new TalkRig(2001).open();
    int first = rig.frames().size();
    rig.says(0, frame(0, "{\"connKind\":1,\"uuid\":\"u\",\"key\":\"k\"}"));
    rig.says(1, frame(8, "{\"uuid\":\"u\",\"key\":\"\"}"));
    rig.says(
        1, frame(0x30, "{\"method\":\"GET\",\"host\":\"a\",\"headers\":{\"x\":[\"1\",\"2\"]}}"));
    rig.says(0, frame(0x39, "{\"statusCode\":404,\"headers\":{}}"));
    assertEquals(4, matching(rig, "hlhv").size());
    assertEquals(List.of(first + 2), matching(rig, "hlhv.kind == 0x30"));
    assertEquals(List.of(first + 2), matching(rig, "hlhv.host == \"a\" && hlhv.method == GET"));
    assertEquals(List.of(first + 3), matching(rig, "hlhv.status_code >= 400"));
    assertEquals(List.of(first), matching(rig, "hlhv.conn_kind == 1"));
    assertEquals(List.of(first + 2), matching(rig, "hlhv.headers.entry == \"1, 2\""));
    assertEquals(4, matching(rig, "hlhv.band == 1").size());
    assertEquals(List.of(), matching(rig, "hlhv.leash"));
  }
}
