package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a machine of the platform `browser` cannot do: each call says so, and what to do instead.
class BrowserRefusalsTest {
  private static final String REFUSED = " is not supported on the browser platform; ";
  private static final String BROWSER = ", \"platform\": \"browser\"";

  private static TestProject.Run run(String members, String script) {
    return new TestProject()
        .vmWith("page", "10.0.0.1/24", members, "page.lua")
        .vm("web", "10.0.0.2/24", "web.lua")
        .link("l", "page:eth0", "web:eth0", "")
        .script("page.lua", script)
        .script("web.lua", "net.listen(80) network.listen('s', 81, '0.0.0.0') sleep(5)")
        .run();
  }

  /// Go's calls answer nil and an error of the code `unsupported`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "net.Listen('tcp', ':80') | net.Listen",
        "net.Listen('unix', '/tmp/s') | net.Listen",
        "net.ListenPacket('udp', ':53') | net.ListenPacket",
        "net.ListenTCP('tcp', ':80') | net.ListenTCP",
        "net.ListenUDP('udp', ':53') | net.ListenUDP",
        "net.ListenUnix('unix', '/tmp/s') | net.ListenUnix",
        "net.Dial('tcp', 'web:80') | net.Dial(\"tcp\")",
        "net.Dial('tcp4', 'web:80') | net.Dial(\"tcp4\")",
        "net.Dial('udp', 'web:80') | net.Dial(\"udp\")",
        "net.Dial('unix', '/tmp/s') | net.Dial(\"unix\")",
        "net.DialTimeout('tcp', 'web:80', 1) | net.Dial(\"tcp\")",
        "net.DialTCP('tcp', nil, 'web:80') | net.DialTCP",
        "net.DialUDP('udp', nil, 'web:80') | net.DialUDP",
        "net.DialUnix('unix', nil, '/tmp/s') | net.DialUnix",
        "tls.Dial('tcp', 'web:443') | tls.Dial",
        "tls.DialTimeout('tcp', 'web:443', 1) | tls.DialTimeout",
        "tls.Listen('tcp', ':443') | tls.Listen",
        "tls.NewListener(nil) | tls.NewListener",
        "tls.Client(nil, {ServerName = 'web'}) | tls.Client",
        "tls.Server(nil) | tls.Server",
      })
  void callOfGo_answersAnError(String call, String name) {
    String script =
        "local v, err = %s\nprint(v, err.code, err:Timeout())\nprint(err)".formatted(call);
    List<String> said = run(BROWSER, script).console("page").lines().toList();
    assertEquals("nil\tunsupported\tfalse", said.getFirst(), said.toString());
    assertTrue(said.getLast().startsWith(name + REFUSED), said.toString());
    assertTrue(said.getLast().length() > (name + REFUSED).length() + 20, said.toString());
  }

  /// The older calls raise it, or answer nil and a text.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pcall(net.listen, 80) | false | net.listen",
        "pcall(net.send, 'web', 80, 'x') | false | net.send",
        "pcall(net.connect, 'web', 80) | false | net.connect",
        "http.pool{port = 80, handler = print} | nil | http.pool",
        "socks5.connect('web', 1080, 'web', 80) | nil | socks5.connect",
      })
  void olderCall_refuses(String call, String first, String name) {
    String said = run(BROWSER, "print(%s)".formatted(call)).console("page");
    assertTrue(said.startsWith(first + "\t"), said);
    assertTrue(said.contains(name + REFUSED), said);
  }

  @Test
  void eventsOfNetwork_tellIt() {
    String said =
        run(
                BROWSER,
                """
                network.listen("s", 80)
                network.connect("c", "ws://web:81/", {proxy = "socks5://web:1080"})
                network.connect("d", "ws://web:81/")
                local n = 0
                while n < 4 do
                  for _, e in ipairs(network.poll()) do
                    n = n + 1
                    print(e.type, e.error)
                  end
                end
                """)
            .console("page");
    assertTrue(said.contains("ws:server:error\tnetwork.listen" + REFUSED), said);
    assertTrue(said.contains("ws:error\tnetwork.connect with a proxy" + REFUSED), said);
    assertTrue(said.contains("ws:open\tnil"), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bin/ping", "/bin/traceroute", "/bin/lua-httpd", "/bin/socks5d"})
  void programThatNeedsSockets_doesNotStart(String program) {
    TestProject.Run run =
        new TestProject()
            .node(
                """
                { "id": "page", "kind": "vm", "platform": "browser",
                  "interfaces": [{ "name": "eth0", "ipv4": "10.0.0.1/24" }],
                  "programs": [{ "kind": "program", "program": "%s",
                                 "args": %s }] }
                """
                    .formatted(
                        program,
                        program.contains("httpd")
                            ? "[\"scripts/a.lua\"]"
                            : program.contains("socks") ? "[]" : "[\"10.0.0.2\"]"))
            .script("a.lua", "")
            .run();
    assertTrue(run.console("page").contains(REFUSED), run.console("page"));
  }

  @Test
  void poolOfTheTopology_doesNotStart() {
    TestProject.Run run =
        new TestProject()
            .node(
                """
                { "id": "page", "kind": "vm", "platform": "browser",
                  "interfaces": [{ "name": "eth0", "ipv4": "10.0.0.1/24" }],
                  "programs": [{ "kind": "http-pool", "script": "scripts/a.lua" }] }
                """)
            .script("a.lua", "")
            .run();
    assertTrue(
        run.console("page").contains("scripts/a.lua: an HTTP server" + REFUSED),
        run.console("page"));
  }

  @Test
  void whatNeedsNoNetwork_works() {
    TestProject.Run run =
        run(
            BROWSER,
            """
            print(net.ParseIP("10.0.0.1"), (net.ParseCIDR("10.0.0.1/8")))
            print(net.SplitHostPort("web:80"))
            print(net.JoinHostPort("::1", "80"), net.IPv4(1, 2, 3, 4), net.CIDRMask(8, 32))
            print(net.ResolveUnixAddr("unix", "/tmp/s"))
            print(tls.VersionName(tls.VersionTLS13))
            print(net.Dial("carrier-pigeon", "x"))
            local c = net.Dial("ws", "ws://10.0.0.2:81/")
            print(c:Write("x"))
            """);
    assertEquals(
        """
        10.0.0.1\t10.0.0.1
        web\t80\tnil
        [::1]:80\t1.2.3.4\tff000000
        /tmp/s\tnil
        TLS 1.3
        nil\tunknown network: carrier-pigeon
        1\tnil
        """,
        run.console("page"));
  }

  @Test
  void sameCallsOnANativeMachine_areNotRefused() {
    String said =
        run(
                "",
                """
                print(net.Listen("tcp", ":80"))
                print(net.Listen("unix", "/tmp/s"))
                print(net.DialTCP("tcp", nil, "web:80"))
                print(tls.Listen("tcp", ":443"))
                print(pcall(net.listen, 81))
                print(http.pool{port = 82, handler = print})
                """)
            .console("page");
    assertTrue(!said.contains("not supported"), said);
  }
}
