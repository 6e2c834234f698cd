package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `net` and `http` between machines, as scripts use them.
final class MessagingTest {
  private static final String SERVER =
      """
      net.listen(80)
      while true do
        local r = net.recv()
        if r then
          local req = http.parse_request(r.data)
          if req and req.path == "/" then
            local res = http.build_response(200, "Hello NTML")
            net.send(r.src_ip, r.src_port, res)
          end
        end
      end
      """;

  private static String client(String host) {
    return """
    local req = http.build_request("GET", "/", nil)
    local conn = net.connect("%s", 80)
    conn:send(req)
    while true do
      local r = conn:recv()
      if r then
        local res = http.parse_response(r.data)
        if res and res.status == 200 then
          io.write(res.body)
        end
        conn:close()
        break
      end
    end
    """
        .formatted(host);
  }

  private static TestProject pair(String serverScript, String clientScript) {
    return new TestProject()
        .vm("server", "10.0.1.2/24", "server.lua")
        .vm("client", "10.0.1.3/24", "client.lua")
        .link("l", "server:eth0", "client:eth0", "")
        .script("server.lua", serverScript)
        .script("client.lua", clientScript);
  }

  @Test
  void documentedServerAndClient_exchangeHello() {
    TestProject.Run run = pair(SERVER, client("10.0.1.2")).run();
    assertEquals("Hello NTML", run.console("client"));
    assertEquals("", run.console("server"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.1.1", "10.0.1.2", "LOCALHOST"})
  void serverAndClientOnOneMachine_meetOnTheLoopback(String host) {
    TestProject.Run run =
        new TestProject()
            .vm("box", "10.0.1.2/24", "server.lua", "client.lua")
            .vm("other", "10.0.1.3/24")
            .link("l", "box:eth0", "other:eth0", "")
            .script("server.lua", SERVER)
            .script("client.lua", client(host))
            .run();
    assertEquals("Hello NTML", run.console("box"));
    assertEquals(0, run.framesFrom("eth0"));
    assertTrue(run.framesFrom("lo") > 8);
  }

  @Test
  void hello_isOneArpExchangeAndATcpConversation() {
    TestProject.Run run = pair(SERVER, client("10.0.1.2")).run();
    List<String> frames =
        run.all(SimEvent.FrameSent.class).stream().map(MessagingTest::describe).toList();
    assertEquals(
        List.of(
            "client arp",
            "server arp",
            "client SYN 0",
            "server SYN, ACK 0",
            "client ACK 0",
            "client PSH, ACK 18",
            "server PSH, ACK 49",
            "client FIN, ACK 0",
            "server ACK 0",
            "server FIN, ACK 0",
            "client ACK 0"),
        frames);
  }

  private static String describe(SimEvent.FrameSent sent) {
    String node = sent.node() == 0 ? "server" : "client";
    return sent.frame().payload() instanceof Ipv4Datagram datagram
            && datagram.payload() instanceof TcpSegment segment
        ? node + " " + segment.flags() + " " + segment.payload().length()
        : node + " arp";
  }

  @Test
  void nobodyListens_isToldInPlainWords() {
    TestProject.Run run =
        pair(
                "net.listen(81)",
                """
                local conn = net.connect("10.0.1.2", 80)
                while true do
                  local r, err = conn:recv()
                  if err then print(r, err) break end
                end
                """)
            .run();
    assertEquals(
        "connection to 10.0.1.2:80 refused: nobody listens there\nnil\tconnection refused\n",
        run.console("client"));
  }

  @Test
  void badHostAndPortInUse_areRaisedAtTheCall() {
    TestProject.Run run =
        pair(
                """
                net.listen(80)
                net.listen(80)
                print(pcall(net.connect, "nowhere", 80))
                print(pcall(net.connect, "10.0.1.3", 70000))
                local c = net.connect("10.0.1.3", 80) c:close() c:close()
                print(pcall(c.send, c, "x"))
                print(pcall(c.send, "x"))
                """,
                "print(pcall(net.listen, 80), net.ip())")
            .run();
    assertEquals(
        """
        false\tInvalid IP/host: nowhere
        false\tbad argument #2 to 'net.connect' (port number expected)
        false\tConnection closed
        false\tbad argument #1 to '?' (connection expected; call it with a colon, conn:send())
        """,
        run.console("server"));
    assertEquals("true\t10.0.1.3\n", run.console("client"));
  }

  @Test
  void twoProcessesOnePort_secondIsRefused() {
    TestProject.Run run =
        new TestProject()
            .vm("box", "10.0.1.2/24", "a.lua", "b.lua")
            .script("a.lua", "net.listen(80) sleep(1)")
            .script("b.lua", "print(pcall(net.listen, 80))")
            .run();
    assertEquals("false\tAddress already in use (port 80)\n", run.console("box"));
  }

  @Test
  void oneSendIsOneMessage_howeverLarge() {
    TestProject.Run run =
        pair(
                """
                net.listen(9)
                local sizes = {}
                while true do
                  local r = net.recv()
                  if r then
                    sizes[#sizes + 1] = #r.data
                    if #sizes == 4 then
                      net.send(r.src_ip, r.src_port, table.concat(sizes, " "))
                    end
                  end
                end
                """,
                """
                local c = net.connect("server", 9)
                c:send("a") c:send(("b"):rep(3000)) c:send("c") c:send(("d"):rep(700000))
                local r repeat r = c:recv() until r
                print(r.data, r.src_ip, r.src_port, r.dst_ip)
                """)
            .run();
    assertEquals("1 3000 1 700000\t10.0.1.2\t9\t10.0.1.3\n", run.console("client"));
  }

  @Test
  void upload_isCutIntoFullSegmentsAndOneRest() {
    TestProject.Run run =
        new TestProject()
            .vmWith("server", "10.0.1.2/24", ", \"tcp\": {\"timestamps\": false}", "server.lua")
            .vmWith("client", "10.0.1.3/24", ", \"tcp\": {\"timestamps\": false}", "client.lua")
            .link(
                "l", "server:eth0", "client:eth0", ", \"rate\": \"10Mbit/s\", \"delay\": \"50ms\"")
            .script("server.lua", "net.listen(80) while true do net.recv() end")
            .script("client.lua", "net.connect('server', 80):send(('x'):rep(150000))")
            .run();
    List<Integer> lengths =
        run.all(SimEvent.FrameSent.class).stream()
            .filter(sent -> sent.node() == 1)
            .map(sent -> sent.frame().payload())
            .filter(Ipv4Datagram.class::isInstance)
            .map(payload -> ((TcpSegment) ((Ipv4Datagram) payload).payload()).payload().length())
            .filter(length -> length > 0)
            .toList();
    assertEquals(103, lengths.size());
    assertEquals(102, lengths.stream().filter(length -> length == 1460).count());
    assertEquals(1080, lengths.getLast());
  }

  @Test
  void readerFindsWholeMessages_inPipelinedAndSplitOctets() {
    TestProject.Run run =
        pair(
                """
                net.listen(80)
                while true do
                  local r = net.recv()
                  if r then
                    local one = http.build_response(200, "first")
                    local two = "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n" ..
                      "3\\r\\nabc\\r\\n0\\r\\n\\r\\n"
                    net.send(r.src_ip, r.src_port, one .. two:sub(1, 20))
                    net.send(r.src_ip, r.src_port, two:sub(21))
                  end
                end
                """,
                """
                local c = net.connect("server", 80)
                local reader = http.reader(c)
                c:send(http.build_request("GET", "/x", nil, { Host = "server" }))
                local a = reader:read_response()
                local b = reader:read_response()
                print(a.body, a.headers["content-length"], b.body, b.headers[1][1])
                c:close()
                """)
            .run();
    assertEquals("first\t5\tabc\tTransfer-Encoding\n", run.console("client"));
  }
}
