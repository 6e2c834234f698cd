package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers and clients of the module `network` against scripts that write WebSocket octets by hand.
class RawFramesTest {
  private static final String SERVER =
      """
      network.init()
      network.listen("s", 80, "0.0.0.0")
      while true do
        for _, e in ipairs(network.poll()) do
          print(e.type, e.data or e.code or "", e.reason or "")
        end
      end
      """;

  /// Shakes hands with the key of the RFC, says the octets, and prints what it is answered.
  private static final String CLIENT =
      """
      local function octets(hex)
        return (hex:gsub("%s", ""):gsub("..", function(h) return string.char(tonumber(h, 16)) end))
      end
      local c = net.Dial("tcp", "b:80")
      c:Write("GET / HTTP/1.1\\r\\nHost: b\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n"
        .. "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\\r\\nSec-WebSocket-Version: 13\\r\\n\\r\\n")
      print((c:Read(4096):match("Sec%-WebSocket%-Accept: (%S+)")))
      for _, piece in ipairs(arg) do
        c:Write(octets(piece))
        sleep(0.1)
      end
      c:CloseWrite()
      while true do
        local data = c:Read(4096)
        if not data then break end
        print((data:gsub(".", function(o) return string.format("%02x", o:byte()) end)))
      end
      """;

  private static TestProject.Run say(String... pieces) {
    String args = "\"" + String.join("\", \"", pieces) + "\"";
    return new TestProject()
        .node(
            """
            { "id": "a", "kind": "vm",
              "interfaces": [ { "name": "eth0", "ipv4": "10.0.0.1/24" } ],
              "programs": [ { "kind": "script", "script": "scripts/raw.lua", "args": [%s] } ] }\
            """
                .formatted(args))
        .vm("b", "10.0.0.2/24", "server.lua")
        .link("l", "a:eth0", "b:eth0", "")
        .script("server.lua", SERVER)
        .script("raw.lua", CLIENT)
        .run();
  }

  @Test
  void acceptValue_isThatOfTheRfc() {
    TestProject.Run run = say("888200000000 03e8");
    assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\n880203e8\n", run.console("a"));
    assertTrue(run.console("b").endsWith("ws:peer:disconnect\t1000\t\n"), run.console("b"));
  }

  @Test
  void fragmentsInPieces_withPingsBetween_areOneMessage() {
    TestProject.Run run =
        say(
            "01820000",
            "0000 c3",
            "bc",
            "8981",
            "00000000 70",
            "008100000000 62",
            "8a8000000000",
            "80 8100000000 63",
            "888000000000");
    assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\n8a01708800\n", run.console("a"));
    assertTrue(run.console("b").contains("ws:peer:message\tübc\t"), run.console("b"));
    assertTrue(run.console("b").contains("ws:peer:disconnect\t1005\t"), run.console("b"));
  }

  @ParameterizedTest
  @CsvSource({
    "810161,1002,a client's frame is not masked",
    "818100000000ff,1007,the text is not UTF-8",
    "018100000000c3 808100000000 28,1007,the text is not UTF-8",
    "c18100000000 61,1002,'a reserved bit is set, and no extension was agreed on'",
    "808000000000,1002,a continuation of nothing",
    "0980,1002,a control frame in pieces",
    "888200000000 03ed,1002,a close frame may not say 1005",
    "82ff0000000100000000 00000000,1009,a payload of 4294967296 octets is too big",
  })
  void brokenRule_endsTheConversationWithItsCode(String frames, int code, String why) {
    TestProject.Run run = say(frames);
    String close = run.console("a").lines().reduce((a, b) -> b).orElseThrow();
    assertEquals("88%02x%04x".formatted(2 + why.length(), code), close.substring(0, 8));
    assertTrue(
        run.console("b").endsWith("ws:peer:disconnect\t" + code + "\t" + why + "\n"),
        run.console("b"));
  }

  @Test
  void streamCutWithoutACloseFrame_is1006() {
    TestProject.Run run = say("8185000000 00 61");
    assertTrue(
        run.console("b").endsWith("ws:peer:disconnect\t1006\tconnection lost\n"), run.console("b"));
  }

  @Test
  void wrongHandshakes_areAnsweredInWords_andTellTheScriptNothing() {
    TestProject.Run run =
        new TestProject()
            .vm("a", "10.0.0.1/24", "raw.lua")
            .vm("b", "10.0.0.2/24", "server.lua")
            .link("l", "a:eth0", "b:eth0", "")
            .script("server.lua", SERVER)
            .script(
                "raw.lua",
                """
                local get = "GET / HTTP/1.1\\r\\nHost: b\\r\\n\\r\\n"
                for _, text in ipairs{get, "hello\\r\\n\\r\\n"} do
                  local c = net.Dial("tcp", "b:80")
                  c:Write(text)
                  print((c:Read(4096):match("^[^\\r]+")))
                  c:Close()
                end
                """)
            .run();
    assertEquals("HTTP/1.1 426 Upgrade Required\nHTTP/1.1 400 Bad Request\n", run.console("a"));
    assertEquals("ws:server:ready\t\t\n", run.console("b"));
  }

  @Test
  void serverThatIsNone_isToldAsAnError() {
    TestProject.Run run =
        new TestProject()
            .vm("a", "10.0.0.1/24", "client.lua")
            .vm("b", "10.0.0.2/24", "server.lua")
            .link("l", "a:eth0", "b:eth0", "")
            .script(
                "server.lua",
                """
                local l = net.Listen("tcp", ":80")
                local c = l:Accept()
                c:Read(4096)
                c:Write("HTTP/1.1 404 Not Found\\r\\nContent-Length: 0\\r\\n\\r\\n")
                c:Close()
                """)
            .script(
                "client.lua",
                """
                network.init()
                network.connect(1, "ws://b/", { reconnect = false })
                local n = 0
                while n < 2 do
                  for _, e in ipairs(network.poll()) do
                    n = n + 1
                    print(e.type, e.error or e.code)
                  end
                end
                """)
            .run();
    assertEquals("ws:error\tthe server answered 404 Not Found\nws:close\t1006\n", run.console("a"));
  }
}
