package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// `net.Dial("ws", …)` and `net.Dial("wss", …)`: a conversation in messages as a connection.
class WebSocketConnTest {
  /// Sends back what comes, as text what begins with "t", and obeys "bye".
  private static final String ECHO =
      """
      network.listen("s", 8000, "0.0.0.0")
      network.listen("t", 8443, "0.0.0.0", {tls = true})
      network.listen("u", 8444, "0.0.0.0", {tls = "expired"})
      while true do
        for _, e in ipairs(network.poll() or {}) do
          if e.type == "ws:peer:message" then
            print(#e.data <= 20 and e.data or #e.data, e.binary)
            if e.data == "bye" then network.stopServer(e.serverId)
            elseif e.data == "two" then
              network.sendToClient(e.serverId, e.clientId, "one")
              network.sendToClient(e.serverId, e.clientId, "two", "text")
            else network.sendToClient(e.serverId, e.clientId, e.data) end
          elseif e.type == "ws:peer:disconnect" then print(e.type, e.code) end
        end
      end
      """;

  private static TestProject.Run run(String members, String server, String client) {
    return new TestProject()
        .vmWith("a", "10.0.0.1/24", members, "client.lua")
        .vm("b", "10.0.0.2/24", "server.lua")
        .link("l", "a:eth0", "b:eth0", "")
        .script("server.lua", server)
        .script("client.lua", "sleep(0.1)\n" + client)
        .run();
  }

  private static void prints(String expected, TestProject.Run run, String node) {
    assertEquals(expected.strip(), run.console(node).strip());
  }

  @Test
  void messages_areAQueueOfOctets_andOneWriteIsOneMessage() {
    TestProject.Run run =
        run(
            "",
            ECHO,
            """
            local c, err = net.Dial("ws", "ws://b:8000/chat")
            print(c:RemoteAddr():Network(), c:RemoteAddr():String(), c:LocalAddr().IP:String(), err)
            print(c:Write("hello"))
            print(c:Read(2))
            print(c:Read(100))
            c:Write("two")
            sleep(0.5)
            print(c:Read(100))
            print(c:Write(string.rep("x", 200000)))
            local n = 0
            while n < 200000 do n = n + #assert(c:Read(100000)) end
            print(n)
            print(c:CloseWrite())
            print(c:Close(), c:Close())
            print(c:Write("x"))
            """);
    prints(
        """
        ws\t10.0.0.2:8000\t10.0.0.1\tnil
        5\tnil
        he\tnil
        llo\tnil
        onetwo\tnil
        200000\tnil
        200000
        a WebSocket has no half that could be closed: use Close
        nil\tuse of closed network connection
        nil\tuse of closed network connection
        """,
        run,
        "a");
    prints(
        """
        hello\ttrue
        two\ttrue
        200000\ttrue
        ws:peer:disconnect\t1000
        """,
        run,
        "b");
  }

  @Test
  void expiredDeadline_leavesTheConnectionUsable() {
    TestProject.Run run =
        run(
            "",
            ECHO,
            """
            local c = net.DialTimeout("ws", "ws://b:8000", 5)
            c:SetReadDeadline(0.5)
            local data, err = c:Read(10)
            print(data, err, err:Timeout(), err == os.ErrDeadlineExceeded)
            c:SetReadDeadline(nil)
            print(c:Write("still here"))
            print(c:Read(100))
            c:SetDeadline(-1)
            print(c:Write("x"))
            c:SetDeadline()
            print(c:Write("y"), c:Read(1))
            c:Write("bye")
            print(c:Read(1))
            print(c:Write("z"))
            """);
    prints(
        """
        nil\ti/o timeout\ttrue\ttrue
        10\tnil
        still here\tnil
        nil\ti/o timeout
        1\ty\tnil
        nil\tEOF
        nil\tbroken pipe
        """,
        run,
        "a");
  }

  @Test
  void wss_goesOverTls_andSaysWhatIsWrongWithIt() {
    TestProject.Run run =
        run(
            ", \"platform\": \"browser\"",
            ECHO,
            """
            local c = assert(net.Dial("wss", "wss://b:8443/"))
            c:Write("secret")
            print(c:Read(), c:RemoteAddr():Network())
            print(net.Dial("wss", "wss://b:8444/"))
            c:Close()
            """);
    prints(
        """
        secret\twss
        nil\ttls: certificate has expired: it is 2026-01-01 00:00:00 UTC and it was valid until \
        2025-12-31 00:00:00 UTC
        """,
        run,
        "a");
  }

  @Test
  void dial_saysWhyItFails() {
    TestProject.Run run =
        run(
            "",
            """
            http.pool{port = 80, workers = 1, handler = function() return 404, "text/plain", "" end}
            local l = net.Listen("tcp", ":81")
            go(function() while true do l:Accept():Close() end end)
            net.Listen("tcp", ":82")
            """,
            """
            local function dial(...)
              local c, err = net.Dial(...)
              print(c, err, err.code)
            end
            dial("ws", "ws://b/x")
            dial("ws", "ws://b:81/")
            dial("ws", "ws://b:83/")
            dial("ws", "ws://nobody/")
            dial("ws", "b:80")
            dial("ws", "wss://b/")
            dial("wss", "ws://b/")
            print(net.DialTimeout("ws", "ws://b:82/", 0.5))
            print(net.DialTimeout("ws", "ws://10.0.0.77/", 0.5))
            print(net.Listen("ws", ":80"))
            """);
    prints(
        """
        nil\twebsocket: bad handshake: 404 Not Found\tprotocol
        nil\twebsocket: bad handshake: the connection was closed during the handshake\tprotocol
        nil\tconnection refused\trefused
        nil\tlookup nobody failed\tno-such-host
        nil\tnot a WebSocket address: b:80\tinvalid
        nil\taddress wss://b/: not of network ws\tinvalid
        nil\taddress ws://b/: not of network wss\tinvalid
        nil\ti/o timeout
        nil\ti/o timeout
        nil\tunknown network: ws
        """,
        run,
        "a");
  }

  @Test
  void restartOfTheServer_isAReset_andTheRunIsTheSameEachTime() {
    String client =
        """
        local c = net.Dial("ws", "ws://b:8000/")
        c:Write("hello")
        print(c:Read())
        sleep(2)
        c:Write("x")
        print(c:Read())
        """;
    TestProject project =
        new TestProject()
            .vm("a", "10.0.0.1/24", "client.lua")
            .vm("b", "10.0.0.2/24", "server.lua")
            .link("l", "a:eth0", "b:eth0", "")
            .script("server.lua", ECHO)
            .script("client.lua", "sleep(0.1)\n" + client)
            .with(", \"stimuli\": [{ \"at\": \"1s\", \"do\": \"restart\", \"node\": \"b\" }]");
    TestProject.Run run = project.run();
    prints("hello\tnil\nnil\tconnection reset by peer", run, "a");
    assertEquals(run.result().summary(), project.run().result().summary());
  }

  @Test
  void endOfTheProcess_saysGoodbye() {
    TestProject.Run run =
        run("", ECHO, "local c = net.Dial('ws', 'ws://b:8000/') c:Write('hello') print(c:Read())");
    assertTrue(run.console("b").contains("ws:peer:disconnect\t1000"), run.console("b"));
  }
}
