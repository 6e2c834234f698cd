package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// `socks5.connect` and `/bin/socks5d`: a client, a proxy, and a server that only the proxy can
/// reach.
class Socks5ModuleTest {
  private static final String SERVER =
      """
      local l = net.Listen("tcp", ":80")
      while true do
        local c = l:Accept()
        go(function()
          local data = c:Read(1000)
          c:Write("one\\r\\ntwo\\n" .. (data or "") .. "|rest without an end")
          c:Close()
        end)
      end
      """;

  private static TestProject.Run run(String client, String args) {
    return run(client, args, "");
  }

  private static TestProject.Run run(String client, String args, String more) {
    return new TestProject()
        .vmWith("a", "10.0.1.1/24", more, "client.lua")
        .node(
            """
            { "id": "proxy", "kind": "vm",
              "interfaces": [ { "name": "eth0", "ipv4": "10.0.1.2/24" },
                              { "name": "eth1", "ipv4": "10.0.2.2/24" } ],
              "hosts": { "hidden": "10.0.2.3" },
              "programs": [ { "kind": "program", "program": "/bin/socks5d", "args": [%s] } ] }\
            """
                .formatted(args))
        .vm("b", "10.0.2.3/24", "server.lua")
        .link("l1", "a:eth0", "proxy:eth0", "")
        .link("l2", "b:eth0", "proxy:eth1", "")
        .script("server.lua", SERVER)
        .script("client.lua", client)
        .run();
  }

  private static void prints(String expected, TestProject.Run run, String node) {
    assertEquals(expected.strip(), run.console(node).strip());
  }

  @Test
  void socket_sendsAndReceivesAsLuaSocketDoes() {
    TestProject.Run run =
        run(
            """
            print(require("lua.socks5") == socks5)
            local sock, err = socks5.connect("proxy", 1080, "hidden", 80)
            print(err, sock:settimeout(5))
            print(sock:send("hello, ", 1, 5))
            print(sock:receive("*l"))
            print(sock:receive())
            print(sock:receive(3))
            print(sock:receive(7, "<"))
            print(sock:receive("*a"))
            print(sock:receive("*l"))
            print(sock:receive("*a"))
            print(sock:close(), sock:close())
            print(sock:send("x"))
            print(sock:receive(1))
            print(pcall(sock.receive, sock, "*x"))
            """,
            "");
    prints(
        """
        true
        nil\t1
        5
        one
        two
        hel
        <lo|res
        t without an end
        nil\tclosed\t
        nil\tclosed\t
        1\t1
        nil\tclosed\t0
        nil\tclosed\t
        false\tbad argument #2 to '?' (invalid receive pattern)
        """,
        run,
        "a");
    prints(
        """
        socks5d: 0.0.0.0:1080
        10.0.1.1:49152 connected to hidden:80
        """,
        run,
        "proxy");
  }

  @Test
  void timeout_tellsWhatHasCome_andTheSocketStaysUsable() {
    TestProject.Run run =
        run(
            """
            local sock = socks5.connect("proxy", 1080, "hidden", 80)
            sock:settimeout(0)
            print(sock:receive(1))
            sock:settimeout(0.25)
            print(sock:receive("*l"))
            sock:send("x")
            sock:settimeout(1)
            print(sock:receive(100))
            sock:settimeout(nil)
            print(sock:receive("*a"))
            """,
            "");
    prints(
        """
        nil\ttimeout\t
        nil\ttimeout\t
        nil\tclosed\tone\r
        two
        x|rest without an end
        nil\tclosed\t
        """,
        run,
        "a");
  }

  @Test
  void failures_areToldInTheWordsOfTheModule() {
    TestProject.Run run =
        run(
            """
            print(socks5.connect("nowhere", 1080, "hidden", 80))
            print(socks5.connect("proxy", 1081, "hidden", 80))
            print(socks5.connect("proxy", 1080, "unknown", 80))
            print(socks5.connect("proxy", 1080, "hidden", 81))
            print(pcall(socks5.connect, "proxy", 0, "hidden", 80))
            """,
            "");
    prints(
        """
        nil\tSOCKS5 connect to proxy failed: host not found
        nil\tSOCKS5 connect to proxy failed: connection refused
        nil\tSOCKS5 error: host unreachable
        nil\tSOCKS5 error: connection refused
        false\tbad argument #2 to 'socks5.connect' (port number expected)
        """,
        run,
        "a");
  }

  @Test
  void proxyWithPassword_letsInWhoKnowsIt() {
    TestProject.Run run =
        run(
            """
            print(socks5.connect("proxy", 9050, "hidden", 80))
            print(socks5.connect("proxy", 9050, "hidden", 80, "alice", "wrong"))
            local sock = socks5.connect("proxy", 9050, "hidden", 80, "alice", "secret")
            sock:send("x")
            print(sock:receive())
            """,
            "\"-p\", \"9050\", \"-u\", \"alice:secret\"");
    prints(
        """
        nil\tSOCKS5 proxy rejected all auth methods
        nil\tSOCKS5 auth rejected by proxy
        one
        """,
        run,
        "a");
    assertTrue(
        run.console("proxy").startsWith("socks5d: 0.0.0.0:9050, with password\n"),
        run.console("proxy"));
  }

  @Test
  void daemonWithWrongOptions_saysHowItIsUsed() {
    assertEquals(
        "usage: socks5d [-b address] [-p port] [-u user:password] [-q]",
        run("", "\"-x\", \"1\"").console("proxy").lines().findFirst().orElse(""));
    assertEquals(
        "socks5d: address not available: 10.9.9.9 is not ours",
        run("", "\"-b\", \"10.9.9.9\"").console("proxy").lines().findFirst().orElse(""));
  }

  @Test
  void network_goesByTheProxyOfItsOption_andOfTheEnvironment() {
    String show =
        """
        network.init()
        local open = 0
        local over = false
        go(function() sleep(3) over = true end)
        while not over do
          for _, e in ipairs(network.poll()) do print(e.id, e.type, e.error) end
        end
        """;
    TestProject.Run run =
        run(
            """
            network.connect(1, "ws://hidden/", { proxy = "proxy:1080", reconnect = false })
            network.connect(2, "ws://hidden/", { proxy = "socks5://proxy", reconnect = false })
            network.connect(3, "ws://hidden/", { proxy = "x://proxy" })
            os.setenv("NO_PROXY", "hidden")
            network.connect(4, "ws://hidden/", { reconnect = false })
            os.setenv("NO_PROXY", "")
            network.connect(5, "ws://hidden/", { reconnect = false })
            """
                + show,
            "",
            ", \"env\": { \"ALL_PROXY\": \"socks5://10.0.1.2:1080\" }");
    List<String> targets =
        run.console("proxy").lines().filter(line -> line.contains("connected")).toList();
    assertEquals(3, targets.size(), run.console("proxy"));
    String said = run.console("a");
    assertTrue(said.contains("3\tws:error\tcannot use this kind of proxy: x://proxy"), said);
    assertTrue(said.contains("4\tws:error\thost not found"), said);
    assertTrue(said.contains("1\tws:error\tthe server"), said);
  }

  @Test
  void octetsOnTheWire_areThoseOfTheRfc() {
    TestProject.Run run =
        run("socks5.connect('proxy', 1080, 'hidden', 80):send('x')\nsleep(1)", "");
    String all =
        String.join(
            " ",
            run.all(SimEvent.FrameSent.class).stream()
                .filter(sent -> sent.link().equals("l1"))
                .map(sent -> sent.frame().octets().toString())
                .toList());
    for (String octets :
        List.of("050100", "0500", "050100030668696464656e0050", "050000010a000202c000")) {
      assertTrue(all.contains(octets), octets);
    }
  }
}
