package netarium.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// The greeting of a SOCKS5 proxy, and what is tunnelled behind it (RFC 1928, RFC 1929).
class SocksTalkTest {
  private static Octets hex(String digits) {
    return Octets.wrap(HexFormat.of().parseHex(digits.replace(" ", "")));
  }

  @Test
  void tunnelWithPassword_isReadToWhatItCarries() {
    TalkRig rig = new TalkRig(1080).open();
    rig.says(0, hex("05 02 00 02")).says(1, hex("05 02"));
    rig.says(0, hex("01 03 616461 02 7077")).says(1, hex("01 00"));
    rig.says(0, hex("05 01 00 03 03 777777 0050")).says(1, hex("05 00 00 01 0a000001 1234"));
    rig.client("GET /x HTTP/1.1\r\nHost: www\r\n\r\n");
    rig.server("HTTP/1.1 204 No Content\r\n\r\n");
    assertEquals(
        List.of(
            "SOCKS | SOCKS5 greeting, 2 methods",
            "SOCKS | SOCKS5 user and password, please",
            "SOCKS | SOCKS5 user ada",
            "SOCKS | SOCKS5 user and password accepted",
            "SOCKS | SOCKS5 connect to www:80",
            "SOCKS | SOCKS5 reply: succeeded",
            "HTTP | GET /x HTTP/1.1",
            "HTTP | HTTP/1.1 204 No Content"),
        rig.rows());
    Layer request = rig.dissection(7).layer(Layer.Kind.SOCKS).orElseThrow();
    LayerField name = request.field("socks.remote_name").orElseThrow();
    assertEquals("www", name.value());
    assertEquals(request.offset() + 5, name.offset());
    assertEquals("80", request.field("socks.port").orElseThrow().value());
    assertEquals("ada", rig.dissection(5).field("socks.username").orElseThrow().value());
    assertEquals(204, rig.exchange(0).status());
    assertEquals(StreamProtocol.SOCKS, rig.exchange(0).stream().protocol());
  }

  @Test
  void greetingInPieces_isRead() {
    TalkRig rig = new TalkRig(9999).open().says(0, hex("05 01 00"), 1).says(1, hex("05 00"), 1);
    rig.says(0, hex("05 01 00 01 0a000102 0050"), 3).says(1, hex("05 05 00 01 00000000 0000"));
    assertEquals("SOCKS | SOCKS5 reply: connection refused", rig.rows().getLast());
    assertEquals("10.0.1.2", rig.dissection(11).field("socks.dst").orElseThrow().value());
  }

  @Test
  void otherTalkThatBeginsWithFive_isLeftAlone() {
    TalkRig rig = new TalkRig(1080).open().says(0, hex("05 01 00 ff ff ff ff"));
    assertTrue(rig.rows().getFirst().startsWith("TCP | "), rig.rows().getFirst());
  }
}
