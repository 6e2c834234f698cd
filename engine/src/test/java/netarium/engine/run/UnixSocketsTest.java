package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// Unix sockets between programs of one machine, by names in its file tree.
class UnixSocketsTest {
  private static final String ECHO =
      """
      local l = assert(net.Listen("unix", "/tmp/echo"))
      while true do
        local c = l:Accept()
        go(function()
          local data, err = c:Read(1000)
          while data do
            c:Write(data)
            data, err = c:Read(1000)
          end
          print(err)
          c:Close()
        end)
      end
      """;

  private static TestProject.Run run(String server, String client) {
    return new TestProject()
        .vm("a", "", "server.lua", "client.lua")
        .script("server.lua", server)
        .script("client.lua", "sleep(0.1)\n" + client)
        .run();
  }

  private static void prints(String expected, TestProject.Run run) {
    assertEquals(expected.strip(), run.console("a").strip());
  }

  @Test
  void echo_bringsBackWhatWasWritten() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local c, err = net.Dial("unix", "/tmp/echo")
            print(c:RemoteAddr():Network(), c:RemoteAddr():String(), c:RemoteAddr().Name, err)
            print(#c:LocalAddr():String(), c:LocalAddr():Network(), c:LocalAddr().Net)
            print(c:Write("hello"))
            print(c:Read(3))
            print(c:Read(100))
            c:CloseWrite()
            local data, e = c:Read(10)
            print(data, e, e == io.EOF)
            print(c:Write("more"))
            print(c:Close(), c:Close())
            print(c:Read(1))
            """);
    prints(
        """
        unix\t/tmp/echo\t/tmp/echo\tnil
        0\tunix\tunix
        5\tnil
        hel\tnil
        lo\tnil
        EOF
        nil\tEOF\ttrue
        nil\tbroken pipe
        nil\tuse of closed network connection
        nil\tuse of closed network connection
        """,
        run);
    assertEquals(0, run.all(SimEvent.FrameSent.class).size());
    List<String> used =
        run.all(SimEvent.UnixSocketUsed.class).stream()
            .map(e -> e.process() + " " + e.operation() + " " + e.path() + " " + e.connection())
            .toList();
    assertEquals(
        List.of(
            "1 listen /tmp/echo 0",
            "2 connect /tmp/echo 0",
            "2 send /tmp/echo 1",
            "1 accept /tmp/echo 1",
            "1 send /tmp/echo 1",
            "2 shutdown /tmp/echo 1",
            "1 close /tmp/echo 1",
            "2 send /tmp/echo 1",
            "2 close /tmp/echo 1"),
        used);
  }

  @Test
  void expiredDeadline_leavesTheConnectionUsable() {
    TestProject.Run run =
        run(
            ECHO,
            """
            local c = net.DialTimeout("unix", "/tmp/echo", 1)
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
            """);
    prints(
        """
        nil\ti/o timeout\ttrue\ttrue
        10\tnil
        still here\tnil
        nil\ti/o timeout
        1\ty\tnil
        EOF
        """,
        run);
  }

  @Test
  void write_waitsForRoomAndTellsHowMuchItGotRidOf() {
    TestProject.Run run =
        run(
            """
            local l = net.Listen("unix", "/tmp/s")
            local c = l:Accept()
            sleep(5)
            local n = 0
            local data = c:Read(100000)
            while data do
              n = n + #data
              data = c:Read(100000)
            end
            print(n)
            """,
            """
            local c = net.Dial("unix", "/tmp/s")
            c:SetWriteDeadline(2)
            local n, err = c:Write(string.rep("x", 1000000))
            print(n, err)
            c:SetWriteDeadline(nil)
            print(n + c:Write(string.rep("x", 1000000 - n)))
            c:Close()
            """);
    prints("212992\ti/o timeout\n1000000\n1000000", run);
  }

  @Test
  void dial_saysWhyItFails() {
    TestProject.Run run =
        run(
            "",
            """
            local function dial(path)
              local c, err = net.Dial("unix", path)
              print(c, err, err.code, err == net.ErrConnectionRefused)
            end
            dial("/tmp/nothing")
            dial("/nowhere/s")
            dial("/etc/hosts")
            dial("/etc/hosts/s")
            dial("/tmp")
            dial("")
            dial("@abstract")
            dial("/tmp/" .. string.rep("x", 110))
            local l = net.Listen("unix", "/tmp/s")
            l:Close()
            dial("/tmp/s")
            print(net.Dial("unixgram", "/tmp/s"))
            print(net.DialUnix("unix", nil, nil))
            print(net.DialUnix("tcp", nil, "/tmp/s"))
            print(pcall(net.Dial, "unix"))
            """);
    prints(
        """
        nil\tno such file or directory\tno-such-file\tfalse
        nil\tno such file or directory\tno-such-file\tfalse
        nil\tconnection refused\trefused\ttrue
        nil\tnot a directory\tno-such-file\tfalse
        nil\tconnection refused\trefused\ttrue
        nil\tmissing address\tinvalid\tfalse
        nil\tabstract Unix sockets (@name) are not supported\tunsupported\tfalse
        nil\tinvalid argument\tinvalid\tfalse
        nil\tconnection refused\trefused\ttrue
        nil\tunknown network: unixgram
        nil\tmissing address
        nil\tunknown network: tcp
        false\tbad argument #2 to 'net.Dial' (string expected, got no value)
        """,
        run);
  }

  @Test
  void name_isAFileOfItsOwnKind() {
    TestProject.Run run =
        run(
            "",
            """
            print(pcall(assert, net.Listen("unix", "box/s")))
            fs.mkdir("/home/box")
            local l = assert(net.Listen("unix", "box/s"))
            print(l:Addr():String(), l:Addr():Network())
            local s = fs.stat("/home/box/s")
            print(s.type, s.size)
            for _, e in ipairs(fs.ls("/home/box")) do print(e.name, e.type) end
            print(io.open("box/s"))
            print(net.Listen("unix", "/home/box/s"))
            l:Close()
            print(net.Listen("unix", "box/s"))
            print(os.rename("box/s", "box/t"), fs.stat("/home/box/t").type)
            print(fs.rm("/home/box/t"), fs.stat("/home/box/t"))
            l = assert(net.ListenUnix("unix", net.ResolveUnixAddr("unix", "box/s")))
            l:SetUnlinkOnClose(true)
            l:Close()
            print(fs.stat("/home/box/s"))
            print(net.ListenTCP("unix", "box/s"))
            """);
    prints(
        """
        false\tno such file or directory
        box/s\tunix
        socket\t0
        s\tsocket
        nil\tbox/s: No such device or address\t6
        nil\taddress already in use
        nil\taddress already in use
        true\tsocket
        true\tnil
        nil
        nil\tunknown network: unix
        """,
        run);
  }

  @Test
  void renamedSocket_isStillTheSame_andRemovedOneCanBeMadeAnew() {
    TestProject.Run run =
        run(
            "",
            """
            local one = net.Listen("unix", "/tmp/s")
            os.rename("/tmp/s", "/tmp/one")
            local two = net.Listen("unix", "/tmp/s")
            local function serve(l, name)
              go(function()
                local c = l:Accept()
                c:Write(name)
                c:Close()
              end)
            end
            serve(one, "one") serve(two, "two")
            print(net.Dial("unix", "/tmp/one"):Read())
            print(net.Dial("unix", "/tmp/s"):Read())
            fs.rm("/tmp/s")
            print(net.Dial("unix", "/tmp/s"))
            two:SetUnlinkOnClose(true)
            local three = net.Listen("unix", "/tmp/s")
            two:Close()
            print(fs.stat("/tmp/s").type)
            one:Close() three:Close()
            """);
    prints(
        """
        one\tnil
        two\tnil
        nil\tno such file or directory
        socket
        """,
        run);
  }

  @Test
  void callerMayHaveANameToo() {
    TestProject.Run run =
        run(
            """
            local l = net.Listen("unix", "/tmp/s")
            local c = l:Accept()
            local me = net.ResolveUnixAddr("unix", "me")
            print(c:RemoteAddr(), c:LocalAddr(), c:RemoteAddr() == me)
            """,
            """
            local c = net.DialUnix("unix", "me", "/tmp/s")
            print(c:LocalAddr(), fs.stat("/home/me").type)
            print(net.DialUnix("unix", "me", "/tmp/s"))
            c:Read(1)
            """);
    prints(
        """
        me\tsocket
        nil\taddress already in use
        me\t/tmp/s\ttrue
        """,
        run);
  }

  @Test
  void closingOverUnreadOctets_resetsThePeer_whoStillReadsWhatCame() {
    TestProject.Run run =
        run(
            """
            local l = net.Listen("unix", "/tmp/s")
            local c = l:Accept()
            c:Write("last words")
            sleep(0.5)
            c:Close()
            l:Close()
            """,
            """
            local c = net.Dial("unix", "/tmp/s")
            c:Write("unread")
            sleep(1)
            print(c:Read(4))
            print(c:Read(100))
            local _, err = c:Read(100)
            print(err, err == net.ErrConnectionReset)
            print(c:Write("x"))
            """);
    prints(
        """
        last\tnil
         words\tnil
        connection reset by peer\ttrue
        nil\tconnection reset by peer
        """,
        run);
  }

  @Test
  void endOfTheProcess_closesItsSockets_andLeavesTheFile() {
    TestProject.Run run =
        run(
            """
            local l = net.Listen("unix", "/tmp/s")
            local c = l:Accept()
            c:Read(1)
            """,
            """
            local c = net.Dial("unix", "/tmp/s")
            local waiting = net.Dial("unix", "/tmp/s")
            c:Write("x")
            print(c:Read(1))
            print(waiting:Read(1))
            print(net.Dial("unix", "/tmp/s"))
            print(fs.stat("/tmp/s").type)
            """);
    prints(
        """
        nil\tEOF
        nil\tconnection reset by peer
        nil\tconnection refused
        socket
        """,
        run);
  }

  @Test
  void whoMayNotWriteToTheFile_mayNotCall() {
    TestProject.Run run =
        run(
            "local l = net.Listen('unix', '/tmp/s') l:Accept()",
            """
            fs.append("/etc/passwd", "eve::1001:1001::/:/bin/sh\\n")
            print(os.su("eve"))
            print(net.Dial("unix", "/tmp/s"))
            print(net.Listen("unix", "/etc/s"))
            """);
    assertTrue(
        run.console("a").contains("true\nnil\tpermission denied\nnil\tpermission denied\n"),
        run.console("a"));
  }

  @Test
  void socketsOfThisKind_countLikeAllOthers() {
    TestProject.Run run =
        new TestProject()
            .vmWith("a", "", ", \"limits\": { \"sockets\": 3 }", "main.lua")
            .script(
                "main.lua",
                """
                local l = net.Listen("unix", "/tmp/s")
                local c = net.Dial("unix", "/tmp/s")
                print(net.Dial("unix", "/tmp/s"))
                print(net.Listen("tcp", ":80"))
                print(net.Listen("unix", "/tmp/t"), fs.stat("/tmp/t"))
                c:Close()
                l:Close()
                print((net.Listen("unix", "/tmp/t")) ~= nil)
                """)
            .run();
    assertEquals(
        """
        nil\taddress not available
        nil\taddress not available
        nil\tnil
        true
        """,
        run.console("a"));
  }

  @Test
  void crash_forgetsTheSocketsAndLeavesTheFiles() {
    TestProject.Run run =
        new TestProject()
            .vm("a", "", "main.lua")
            .script(
                "main.lua",
                """
                local l, err = net.Listen("unix", "/tmp/s")
                print(l ~= nil, err)
                if not l then
                  print(net.Dial("unix", "/tmp/s"))
                  fs.rm("/tmp/s")
                  l = net.Listen("unix", "/tmp/s")
                  local c = net.Dial("unix", "/tmp/s")
                  print(c ~= nil)
                  return
                end
                local c = net.Dial("unix", "/tmp/s")
                c:Write("x")
                l:Accept():Read(2)
                c:Read(1)
                """)
            .with(", \"stimuli\": [{ \"at\": \"1s\", \"do\": \"restart\", \"node\": \"a\" }]")
            .run();
    assertEquals(
        """
        true\tnil
        false\taddress already in use
        nil\tconnection refused
        true
        """,
        run.console("a"));
  }

  @Test
  void tlsGoesOverItToo() {
    TestProject.Run run =
        run(
            """
            local l = tls.Listen("unix", "/tmp/s")
            local c = l:Accept()
            print(c:Read(), c:LocalAddr():String())
            c:Write("pong")
            """,
            """
            print(tls.Dial("unix", "/tmp/s"))
            local c = assert(tls.Dial("unix", "/tmp/s", {ServerName = "a"}))
            c:Write("ping")
            print(c:Read(), c:RemoteAddr():String())
            """);
    String said = run.console("a");
    assertTrue(said.startsWith("nil\ttls: either ServerName"), said);
    assertTrue(said.contains("ping\t/tmp/s\n"), said);
    assertTrue(said.contains("pong\t/tmp/s\n"), said);
  }

  @Test
  void twentyClientsAtOnce_areServedByOneProgram() {
    String clients =
        """
        local done = 0
        for i = 1, 20 do
          go(function()
            local c = assert(net.Dial("unix", "/tmp/echo"))
            for k = 1, 5 do
              c:Write("client " .. i .. " " .. k)
              assert(c:Read() == "client " .. i .. " " .. k)
              sleep(0.01)
            end
            c:Close()
            done = done + 1
            if done == 20 then print("all") end
          end)
        end
        """;
    TestProject.Run run = run(ECHO, clients);
    assertTrue(run.console("a").contains("all\n"), run.console("a"));
    assertEquals(run.result().summary(), run(ECHO, clients).result().summary());
  }
}
