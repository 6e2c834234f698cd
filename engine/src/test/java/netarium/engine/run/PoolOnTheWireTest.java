package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Octets that a client sends to a pool, as they are on the wire, and what it gets.
final class PoolOnTheWireTest {
  private static final String HANDLER =
      """
      function handle_request(method, path, body)
        if path == "/late" then sleep(1) end
        return 200, "text/plain", method .. " " .. path .. " " .. #body
      end
      """;

  /// `talk(pieces, seconds)` sends each piece in a segment of its own and prints the first lines
  /// and the bodies of all that comes until the server closes.
  private static final String TALK =
      """
      function talk(pieces)
        local conn = net.Dial("tcp", "server:80")
        local started = os.time()
        for _, piece in ipairs(pieces) do conn:Write(piece) sleep(0.01) end
        local all = {}
        while true do
          local data = conn:Read(65536)
          if not data then break end
          all[#all + 1] = data
        end
        return table.concat(all), os.time() - started
      end
      function lines(text)
        for line in text:gmatch("[^\\r\\n]+") do
          if not line:match("^[%w-]+: ") or line:match("^Bad") then print(line) end
        end
      end
      """;

  private static String run(String client) {
    return new TestProject()
        .node(
            """
            { "id": "server", "kind": "vm",
              "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.2/24" }],
              "programs": [{ "kind": "http-pool", "script": "scripts/handler.lua", "port": 80 }] }\
            """)
        .vm("client", "10.0.1.3/24", "client.lua")
        .link("l", "server:eth0", "client:eth0", "")
        .script("handler.lua", HANDLER)
        .script("client.lua", TALK + client)
        .run()
        .console("client");
  }

  @Test
  void requestInFortySegmentsOfOneOctet_isOneRequest() {
    assertEquals(
        "HTTP/1.1 200 OK\nGET /abc 0\n",
        run(
            """
            local text = "GET /abc HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n"
            local pieces = {}
            for i = 1, #text do pieces[i] = text:sub(i, i) end
            assert(#pieces >= 40)
            lines((talk(pieces)))
            """));
  }

  @Test
  void twoRequestsInOneSegment_areTwo() {
    assertEquals(
        "HTTP/1.1 200 OK\nGET /late 0HTTP/1.1 200 OK\nGET /b 0\n",
        run(
            """
            lines((talk{"GET /late HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n" ..
              "GET /b HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n"}))
            """));
  }

  @Test
  void hundredKilobytes_arriveWhole() {
    assertEquals(
        "HTTP/1.1 100 Continue\nHTTP/1.1 200 OK\nPOST /up 100000\n",
        run(
            """
            lines((talk{"POST /up HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n" ..
              "Expect: 100-continue\\r\\nContent-Length: 100000\\r\\n\\r\\n", ("x"):rep(100000)}))
            """));
  }

  @Test
  void chunksWithTrailers_areABody() {
    assertEquals(
        "HTTP/1.1 200 OK\nPUT / 7\n",
        run(
            """
            lines((talk{"PUT / HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n" ..
              "Transfer-Encoding: chunked\\r\\nTrailer: Sum\\r\\n\\r\\n", "3\\r\\nabc\\r\\n",
              "4\\r\\ndef", "g\\r\\n0\\r\\nSum: 7\\r\\n", "\\r\\n"}))
            """));
  }

  @Test
  void answerToHead_isAHeadOnly() {
    assertEquals(
        "HTTP/1.1 200 OK\ntrue\n",
        run(
            """
            local text = talk{"HEAD / HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n"}
            lines(text)
            print(text:match("Content%-Length: 8\\r\\n\\r\\n$") ~= nil)
            """));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense\\r\\n\\r\\n | 400",
        "GET /\\r\\n | 400",
        "GET / HTTP/1.1\\r\\n\\r\\n | 400",
        "GET / HTTP/3.0\\r\\nHost: x\\r\\n\\r\\n | 505",
        "GET / HTTP/1.1\\r\\nHost: x\\rX: y\\r\\n\\r\\n | 400",
        "GET / HTTP/1.1\\r\\nHost: x\\0\\r\\n\\r\\n | 400",
        "GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\r\\n c\\r\\n\\r\\n | 400",
        "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1\\r\\n"
            + "Content-Length: 2\\r\\n\\r\\n | 400",
        "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1\\r\\n"
            + "Transfer-Encoding: chunked\\r\\n\\r\\n | 400",
        "POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n | 501",
        "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 999999999\\r\\n\\r\\n | 413",
        "GET / HTTP/1.1\\r\\nHost: x\\r\\nA: \" .. (\"b\"):rep(70000) .. \" | 431",
        "GET /\" .. (\"b\"):rep(70000) .. \" | 414",
      })
  void wrongRequest_isAnsweredAndTheConnectionClosed(String request, int status) {
    String said = run("lines((talk{\"" + request + "\"}))");
    assertTrue(said.startsWith("HTTP/1.1 " + status + " "), said);
  }

  @Test
  void requestThatNeverEnds_isGivenUp() {
    assertEquals(
        "HTTP/1.1 408 Request Timeout\n30\n",
        run("""
        local text, seconds = talk{"GET / HTTP/1.1\\r\\nHost"}
        lines(text)
        print(seconds)
        """)
            .replaceAll("(?m)^Request Timeout:.*\n", ""));
  }
}
