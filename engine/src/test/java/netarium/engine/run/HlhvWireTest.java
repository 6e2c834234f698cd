package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The frames between a queen and a cell, octet by octet, as TLS carried them.
final class HlhvWireTest {
  private static final TestProject.Run RUN =
      new HiveRig()
          .script(
              "one",
              """
              local cell = hlhv.cell{queen = "queen", key = "secret", mount = {path = "/a/"},
                on_http = function(res, req)
                  req:SetMaxBodySize(5)
                  local body = req:ReadBodyFull()
                  res:WriteHead(201, {["x-one"] = "1", ["a-two"] = {"2", "\\"3\\""}})
                  res:WriteBody(body:reverse() .. "\\0\\255")
                end}
              sleep(5)
              cell:Stop()
              """)
          .client(
              """
              print(ask("/a/b%20c?q=1&r=&q=2", {
                method = "POST", body = "abcdefg",
                headers = {["Content-Type"] = "text/x", Cookie = "u=ann; v=1; u=bob"},
              }))
              """)
          .run();

  private static final List<HiveRig.Frame> FRAMES = HiveRig.frames(RUN);

  private static HiveRig.Frame only(int kind, int which) {
    return FRAMES.stream().filter(each -> each.kind() == kind).toList().get(which);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  /// Both are random, and the same in each run with this seed.
  private static final String UUID = "51d56cba-620f-4422-81ec-90689c2b50e3";

  private static final String KEY = "0315d324-2350-47e1-96ab-b7a4b08ff337";

  private static String accepted(String uuid, String key) {
    return "{\"uuid\":\"" + uuid + "\",\"key\":\"" + key + "\"}";
  }

  /// Length, kind, JSON with every field in its order.
  @Test
  void leash_isOctetByOctetWhatTheProtocolSays() {
    assertEquals(
        "00000028" + "00" + hex("{\"connKind\":0,\"uuid\":\"\",\"key\":\"secret\"}"),
        only(0x00, 0).hex());
    assertEquals("0000005d" + "08" + hex(accepted(UUID, KEY)), only(0x08, 0).hex());
    assertEquals(
        "0000001a107b22686f7374223a2240222c2270617468223a222f612f227d", only(0x10, 0).hex());
    assertEquals("0000000c207b22636f756e74223a317d", only(0x20, 0).hex());
    assertEquals("0000000111", only(0x11, 0).hex());
  }

  @Test
  void band_isOpenedWithWhatTheLeashWasGiven() {
    String iAm = "{\"connKind\":1," + accepted(UUID, KEY).substring(1);
    assertEquals("0000006a" + "00" + hex(iAm), only(0x00, 1).hex());
    assertEquals("00000039" + "08" + hex(accepted(UUID, "")), only(0x08, 1).hex());
  }

  @Test
  void request_hasAHeadWithAllFields_andTheBodyThatWasWanted() {
    String head =
        """
        {"remoteAddrReal":"10.0.0.4:49152","remoteAddr":"10.0.0.4:49152","method":"POST",\
        "scheme":"https","host":"queen","port":443,"path":"/b c","fragment":"",\
        "query":{"q":["1","2"],"r":[""]},"proto":"HTTP/1.1","protoMajor":1,"protoMinor":1,\
        "headers":{"accept":["*/*"],"connection":["close"],"content-length":["7"],\
        "content-type":["text/x"],"cookie":["u=ann; v=1; u=bob"],"user-agent":["Netarium"]},\
        "cookies":{"u":["ann","bob"],"v":["1"]}}\
        """;
    assertEquals("000001b1" + "30" + hex(head), only(0x30, 0).hex());
    assertEquals("0000000e387b226d617853697a65223a357d", only(0x38, 0).hex());
    assertEquals("00000006316162636465", only(0x31, 0).hex());
    assertEquals("0000000132", only(0x32, 0).hex());
  }

  @Test
  void answer_isHeadBodyEnd() {
    String head =
        "{\"statusCode\":201,\"headers\":{\"a-two\":[\"2\",\"\\\"3\\\"\"],\"x-one\":[\"1\"]}}";
    assertEquals("00000043" + "39" + hex(head), only(0x39, 0).hex());
    assertEquals("000000083a656463626100ff", only(0x3a, 0).hex());
    assertEquals("000000013b", only(0x3b, 0).hex());
    assertTrue(RUN.console("client").startsWith("201\tedcba\0"), RUN.console("client"));
  }

  @Test
  void everyKind_isThere_andNothingElse() {
    assertEquals(14, FRAMES.size(), "two of IAm and Accept, one of all others");
  }
}
