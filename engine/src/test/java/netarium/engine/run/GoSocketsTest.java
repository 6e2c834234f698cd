package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// `net.Dial`, `net.Listen`, `net.ListenPacket` and what they give, as scripts on two machines use
/// them.
class GoSocketsTest {
  private static final String ECHO =
      """
      local l = assert(net.Listen("tcp", ":7"))
      while true do
        local c = l:Accept()
        go(function()
          while true do
            local data, err = c:Read(1000)
            if not data then break end
            c:Write(data)
          end
          c:Close()
        end)
      end
      """;

  private static TestProject.Run run(String server, String client) {
    return run(server, client, "");
  }

  private static TestProject.Run run(String server, String client, String linkMembers) {
    return new TestProject()
        .vm("a", "10.0.0.1/24", "client.lua")
        .vm("b", "10.0.0.2/24", "server.lua")
        .link("l", "a:eth0", "b:eth0", linkMembers)
        .script("server.lua", server)
        .script("client.lua", client)
        .run();
  }

  private static void prints(String expected, TestProject.Run run, String node) {
    assertEquals(expected.strip(), run.console(node).strip());
  }

  @Test
  void twentyClientsAtOnce_areServedByOneProgram() {
    String server =
        """
        local here, most = 0, 0
        local l = assert(net.Listen("tcp", ":7"))
        for _ = 1, 20 do
          local c = l:Accept()
          go(function()
            here = here + 1
            most = math.max(most, here)
            local data = c:Read()
            while data do
              c:Write(data)
              data = c:Read()
            end
            c:Close()
            here = here - 1
            if here == 0 then print("at once: " .. most) end
          end)
        end
        """;
    String clients =
        """
        -- Only three datagrams wait for an answer of ARP: ask before.
        net.Dial("udp", "b:9"):Write("x")
        sleep(0.1)
        for i = 1, 20 do
          go(function()
            local c = assert(net.Dial("tcp", "b:7"))
            for k = 1, 5 do
              local text = "client " .. i .. " " .. k
              c:Write(text)
              assert(c:Read() == text)
              sleep(0.05)
            end
            c:Close()
            print(i)
          end)
        end
        """;
    TestProject.Run run = run(server, clients);
    prints("at once: 20", run, "b");
    assertEquals(20, run.console("a").lines().distinct().count(), run.console("a"));
    assertEquals(run.result().summary(), run(server, clients).result().summary());
  }

  @Test
  void tcpEcho_bringsBackWhatWasWritten() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local c, err = net.Dial("tcp", "b:7")
            print(c:LocalAddr():Network(), c:RemoteAddr():String(), c:RemoteAddr().Port, err)
            print(c:Write("hello"))
            print(c:Read(3))
            print(c:Read(100))
            c:CloseWrite()
            local data, e = c:Read(10)
            print(data, e, e == io.EOF, e.code)
            print(c:Write("more"))
            print(c:Close(), c:Close())
            print(c:Read(1))
            """);
    prints(
        """
        tcp\t10.0.0.2:7\t7\tnil
        5\tnil
        hel\tnil
        lo\tnil
        nil\tEOF\ttrue\teof
        nil\tbroken pipe
        nil\tuse of closed network connection
        nil\tuse of closed network connection
        """,
        run,
        "a");
  }

  @Test
  void expiredDeadline_leavesTheConnectionUsable() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local c = net.Dial("tcp", "10.0.0.2:7")
            c:SetReadDeadline(0.5)
            local data, err = c:Read(10)
            print(data, err, err:Timeout(), err.code)
            print(err == os.ErrDeadlineExceeded, err == net.ErrTimeout, err == net.ErrClosed)
            print(c:Read(10))
            c:SetReadDeadline(nil)
            print(c:Write("still here"))
            print(c:Read(100))
            c:SetDeadline(-1)
            print(c:Write("x"))
            c:SetDeadline()
            print(c:Write("y"), c:Read(1))
            c:Close()
            """);
    prints(
        """
        nil\ti/o timeout\ttrue\ttimeout
        true\ttrue\tfalse
        nil\ti/o timeout
        10\tnil
        still here\tnil
        nil\ti/o timeout
        1\ty\tnil
        """,
        run,
        "a");
  }

  @Test
  void deadlineMovedWhileSomebodyWaits_countsAtOnce() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local c = net.Dial("tcp", "b:7")
            go(function() sleep(0.25); c:SetReadDeadline(0.25) end)
            local _, err = c:Read(1)
            print(err)
            go(function() sleep(1); c:Close() end)
            c:SetReadDeadline(nil)
            print(c:Read(1))
            """);
    prints(
        """
        i/o timeout
        nil\tI/O operation canceled because the resource was closed
        """,
        run,
        "a");
    long end = run.events().getLast().at().nanos();
    assertTrue(end >= 1_500_000_000L && end < 1_700_000_000L, "ended at " + end);
  }

  @Test
  void deadlineThatNobodyWaitsFor_keepsNoRunAlive() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local c = net.Dial("tcp", "b:7")
            c:SetDeadline(50)
            c:Write("x")
            print(c:Read(1))
            """);
    prints("x\tnil", run, "a");
    assertTrue(run.events().getLast().at().nanos() < 1_000_000_000L);
  }

  @Test
  void dial_saysWhyItFails() {
    TestProject.Run run =
        run(
            "",
            """
            local c, err = net.Dial("tcp", "b:81")
            print(c, err, err == net.ErrConnectionRefused, err.code)
            print(net.Dial("tcp", "nobody:80"))
            print(net.Dial("tcp", "b"))
            print(net.Dial("tcp", "b:99999"))
            print(net.Dial("tcp", "b:nonsense"))
            print(net.Dial("carrier-pigeon", "b:80"))
            print(net.Dial("tcp", "192.168.7.7:80"))
            print(select(2, net.DialTimeout("tcp", "10.0.0.77:80", 0.5)))
            print(net.Dial("unix", "/tmp/s"))
            print(pcall(net.Dial, "tcp"))
            """);
    prints(
        """
        nil\tconnection refused\ttrue\trefused
        nil\tlookup nobody failed
        nil\taddress b: missing port in address
        nil\taddress 99999: invalid port
        nil\tlookup tcp/nonsense: unknown port
        nil\tunknown network: carrier-pigeon
        nil\tno route to host 192.168.7.7
        i/o timeout
        nil\tno such file or directory
        false\tbad argument #2 to 'net.Dial' (string expected, got no value)
        """,
        run,
        "a");
  }

  @Test
  void listener_tellsItsPortAndIsWokenByClose() {
    TestProject.Run run =
        run(
            "",
            """
            local l = net.Listen("tcp", "127.0.0.1:0")
            local port = l:Addr().Port
            print(l:Addr():String() == "127.0.0.1:" .. port, port >= 49152)
            print(net.Listen("tcp", "127.0.0.1:" .. port))
            print(net.Listen("tcp", "10.9.9.9:80"))
            l:SetDeadline(0.1)
            print(l:Accept())
            l:SetDeadline(nil)
            go(function() sleep(0.1); print(l:Close()) end)
            print(l:Accept())
            print(l:Accept())
            print(l:Close())
            """);
    prints(
        """
        true\ttrue
        nil\taddress already in use
        nil\taddress not available
        nil\ti/o timeout
        nil
        nil\tI/O operation canceled because the resource was closed
        nil\tuse of closed network connection
        use of closed network connection
        """,
        run,
        "a");
  }

  @Test
  void write_waitsForRoomAndTellsHowMuchItGotRidOf() {
    TestProject.Run run =
        run(
            """
            local l = net.Listen("tcp", ":7")
            local c = l:Accept()
            sleep(5)
            local n = 0
            while true do
              local data = c:Read(100000)
              if not data then break end
              n = n + #data
            end
            print(n)
            """,
            """
            local c = net.Dial("tcp", "b:7")
            c:SetWriteDeadline(2)
            local n, err = c:Write(string.rep("x", 1000000))
            print(n > 0 and n < 1000000, err)
            c:SetWriteDeadline(nil)
            local m = c:Write(string.rep("x", 1000000 - n))
            print(n + m)
            c:Close()
            """);
    prints("true\ti/o timeout\n1000000", run, "a");
    prints("1000000", run, "b");
  }

  @Test
  void resetByThePeer_isSaid() {
    TestProject.Run run =
        new TestProject()
            .vm("a", "10.0.0.1/24", "client.lua")
            .vm("b", "10.0.0.2/24", "server.lua")
            .link("l", "a:eth0", "b:eth0", "")
            .script("server.lua", ECHO)
            .script(
                "client.lua",
                """
                local c = net.Dial("tcp", "b:7")
                sleep(2)
                c:Write("x")
                local data, err = c:Read(1)
                print(data, err, err == net.ErrConnectionReset)
                """)
            .with(", \"stimuli\": [{ \"at\": \"1s\", \"do\": \"restart\", \"node\": \"b\" }]")
            .run();
    prints("nil\tconnection reset by peer\ttrue", run, "a");
  }

  @Test
  void udp_oneCallIsOneDatagram() {
    TestProject.Run run =
        run(
            """
            local pc = net.ListenPacket("udp", ":53")
            while true do
              local data, from = pc:ReadFrom(5)
              pc:WriteTo(data .. "!", from)
            end
            """,
            """
            local pc = net.ListenPacket("udp", ":0")
            print(pc:WriteTo("hello world", "b:53"))
            local data, from, err = pc:ReadFrom(100)
            print(data, tostring(from), err)
            pc:SetReadDeadline(0.2)
            print(pc:ReadFrom(100))
            local c = net.Dial("udp", "b:domain")
            print(c:RemoteAddr():String(), c:LocalAddr().IP:String(), c:LocalAddr():Network())
            c:Write("one"); c:Write("two")
            print(c:Read(2)); print(c:Read(20))
            print(c:WriteTo("x", "b:53"))
            print(pc:Close(), pc:Close())
            print(pc:ReadFrom(1))
            """);
    prints(
        """
        11\tnil
        hello!\t10.0.0.2:53\tnil
        nil\tnil\ti/o timeout
        10.0.0.2:53\t10.0.0.1\tudp
        on\tnil
        two!\tnil
        nil\tuse of WriteTo with pre-connected connection
        nil\tuse of closed network connection
        nil\tnil\tuse of closed network connection
        """,
        run,
        "a");
  }

  @Test
  void dialledUdp_hearsThatNobodyListens() {
    TestProject.Run run =
        run(
            "",
            """
            local c = net.Dial("udp", "b:9")
            print(c:Write("anybody?"))
            local data, err = c:Read(10)
            print(data, err, err == net.ErrConnectionRefused)
            """);
    prints("8\tnil\nnil\tconnection refused\ttrue", run, "a");
  }

  @Test
  void payloadThatNoDatagramHolds_isAClearError() {
    TestProject.Run run =
        run(
            "net.ListenPacket('udp', ':9'):ReadFrom(1)",
            """
            local c = net.Dial("udp", "b:9")
            print(c:Write(string.rep("x", 65508)))
            print(select(2, c:Write(string.rep("x", 65508))).code)
            print(c:Write(string.rep("x", 65507)))
            """);
    prints(
        """
        nil\tdatagram too big: 65508 octets of data, 65507 fit
        too-big
        65507\tnil
        """,
        run,
        "a");
    assertEquals(
        45, run.all(SimEvent.FrameSent.class).stream().filter(f -> f.node() == 0).count() - 1);
  }

  @Test
  void errors_areUsedLikeTheirText() {
    TestProject.Run run =
        run(
            "",
            """
            local _, err = net.SplitHostPort("10.0.0.1")
            local _, _, e = net.SplitHostPort("10.0.0.1")
            print("got: " .. e, e .. "!", #e, tostring(e) == e:Error())
            print(e:find("missing port", 1, true), e:upper(), e:sub(1, 7), (e:gsub("%d", "")))
            print(e.code, e:Timeout(), e.nothing, e == net.ErrClosed)
            print(pcall(function() error(e) end))
            """);
    prints(
        """
        got: address 10.0.0.1: missing port in address\t\
        address 10.0.0.1: missing port in address!\t\
        41\ttrue
        19\tADDRESS 10.0.0.1: MISSING PORT IN ADDRESS\taddress\taddress ...: missing port in address
        invalid\tfalse\tnil\tfalse
        false\taddress 10.0.0.1: missing port in address
        """,
        run,
        "a");
  }

  @Test
  void methodCalledWithADot_saysHowToCallIt() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local c = net.Dial("tcp", "b:7")
            print(pcall(c.Read, 5))
            print(pcall(c.Write, c))
            print(pcall(c.SetDeadline, c, "soon"))
            """);
    prints(
        """
        false\tbad argument #1 to '?' (Conn expected; call its methods with a colon)
        false\tbad argument #2 to '?' (string expected, got no value)
        false\tbad argument #2 to '?' (number expected, got string)
        """,
        run,
        "a");
  }

  @Test
  void endOfTheProcess_closesItsSockets() {
    TestProject.Run run =
        run(
            """
            local l = net.Listen("tcp", ":7")
            local c = l:Accept()
            print(c:Read(1))
            print(c:Read(1))
            print(net.Listen("tcp", ":7"))
            """,
            """
            local c = net.Dial("tcp", "b:7")
            c:Write("x")
            """);
    prints("x\tnil\nnil\tEOF\nnil\taddress already in use", run, "b");
  }
}
