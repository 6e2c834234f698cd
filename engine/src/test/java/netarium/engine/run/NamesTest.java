package netarium.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.analysis.Dissection;
import netarium.engine.analysis.LayerField;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// Names that only a name server knows: look-ups of scripts, and of everything that connects.
final class NamesTest {
  static final String ZONE =
      """
      $TTL 60
      @    SOA ns admin 1 1h 10m 1w 30
           NS  ns
      ns   A   10.0.0.53
      web  A   10.0.0.80
           A   10.0.0.81
      www  CNAME web
      """;

  static final String REVERSE =
      """
      $TTL 60
      @  SOA ns.shop.test. admin.shop.test. 1 1h 10m 1w 30
      81 PTR web.shop.test.
      """;

  private static final String WEB =
      """
      http.pool{port = 80, workers = 1, handler = function(method, path)
        return 200, "text/plain", "page " .. path, {["Access-Control-Allow-Origin"] = "*"}
      end}
      go(function()
        local l = net.Listen("tcp", ":7")
        while true do
          local conn = l:Accept()
          conn:Write("hello")
          conn:Close()
        end
      end)
      go(function()
        local p = net.ListenPacket("udp", ":9")
        while true do
          local data, addr = p:ReadFrom(100)
          p:WriteTo(data:upper(), addr)
        end
      end)
      net.listen(70)
      while true do
        local m = net.recv()
        if m then net.send(m.src_ip, m.src_port, "you said " .. m.data) end
      end
      """;

  /// A client that asks `10.0.0.53`, which serves `shop.test`, where `web` is `10.0.0.80`.
  static TestProject project(String client, String members) {
    return project(
        client,
        members,
        """
        "--zone", "shop.test=/etc/shop.zone",
        "--zone", "0.0.10.in-addr.arpa=/etc/reverse.zone", "-q"\
        """);
  }

  /// As above, the server started with arguments of one's own.
  static TestProject project(String client, String members, String arguments) {
    return new TestProject()
        .vmWith("client", "10.0.0.2/24", members, "client.lua")
        .node(server(arguments))
        .node(
            """
            { "id": "shop", "kind": "vm",
              "interfaces": [{ "name": "eth0", "ipv4": "10.0.0.80/24" }],
              "programs": [{ "kind": "script", "script": "scripts/web.lua" }] }\
            """)
        .node(
            """
            { "id": "sw", "kind": "switch", "interfaces": [
              { "name": "p1" }, { "name": "p2" }, { "name": "p3" }] }\
            """)
        .link("l1", "client:eth0", "sw:p1", "")
        .link("l2", "ns:eth0", "sw:p2", "")
        .link("l3", "shop:eth0", "sw:p3", "")
        .script("client.lua", "sleep(0.1)\n" + client)
        .script("web.lua", WEB)
        .with(", \"until\": \"60s\"");
  }

  static String server(String arguments) {
    return """
    { "id": "ns", "kind": "vm", "interfaces": [{ "name": "eth0", "ipv4": "10.0.0.53/24" }],
      "files": { "/etc/shop.zone": "%s", "/etc/reverse.zone": "%s" },
      "programs": [{ "kind": "program", "program": "/bin/named", "args": [%s] }] }\
    """
        .formatted(json(ZONE), json(REVERSE), arguments);
  }

  private static String json(String text) {
    return text.replace("\n", "\\n");
  }

  private static final String ASKS = ", \"dns\": [\"10.0.0.53\"]";

  private static String said(String client) {
    return project(client, ASKS).run().console("client");
  }

  /// The questions that `ns` was asked.
  static List<String> questions(TestProject.Run run) {
    List<String> names = new ArrayList<>();
    for (SimEvent.FrameSent each : run.all(SimEvent.FrameSent.class)) {
      Dissection dissection = Dissection.of(each.frame());
      boolean isQuery =
          dissection.field("dns.flags.response").map(LayerField::value).orElse("").equals("0");
      if (isQuery && each.node() == 0) {
        names.add(dissection.field("dns.qry.name").orElseThrow().value());
      }
    }
    return names;
  }

  @Test
  void lookUps_areAskedAndSeen() {
    TestProject.Run run =
        project(
                """
                local hosts, err = net.LookupHost("www.shop.test")
                print(table.concat(hosts, " "), err)
                local ips = net.LookupIP("web.shop.test")
                print(#ips, ips[1], #ips[1], ips[2]:Equal(net.ParseIP("10.0.0.81")))
                print(table.concat(net.LookupAddr("10.0.0.81"), " "))
                """,
                ASKS)
            .run();
    assertEquals(
        """
        10.0.0.80 10.0.0.81\tnil
        2\t10.0.0.80\t16\ttrue
        web.shop.test
        """,
        run.console("client"));
    assertEquals(
        List.of("www.shop.test", "web.shop.test", "81.0.0.10.in-addr.arpa"), questions(run));
  }

  @Test
  void hostsAndAddresses_needNoServer() {
    TestProject.Run run =
        project(
                """
                print(net.LookupHost("shop")[1], net.LookupHost("10.9.9.9")[1])
                print(net.LookupAddr("10.0.0.2")[1], net.LookupHost("LOCALHOST")[1])
                """,
                ASKS)
            .run();
    assertEquals("10.0.0.80\t10.9.9.9\nclient\t127.0.0.1\n", run.console("client"));
    assertEquals(List.of(), questions(run));
  }

  @Test
  void failures_areToldApart() {
    assertEquals(
        """
        nil\tlookup no.shop.test failed\tno-such-host\tfalse
        nil\tlookup 10.0.0.99 failed\tno-such-host
        nil\tlookup other.test: server misbehaving (REFUSED)\tserver-failure\tfalse
        nil\tlookup x: unrecognized address\tinvalid
        nil\tlookup a b failed\tno-such-host
        nil\tlookup 1.2.3 failed\tno-such-host
        """,
        said(
            """
            local _, err = net.LookupHost("no.shop.test")
            print(nil, err, err.code, err:Timeout())
            _, err = net.LookupAddr("10.0.0.99") print(nil, err, err.code)
            _, err = net.LookupIP("other.test") print(nil, err, err.code, err:Timeout())
            _, err = net.LookupAddr("x") print(nil, err, err.code)
            _, err = net.LookupHost("a b") print(nil, err, err.code)
            _, err = net.LookupHost("1.2.3") print(nil, err, err.code)
            """));
  }

  @Test
  void serverThatIsNotThere_isATimeOut_thatOneWhereNobodyListensIsNot() {
    TestProject.Run run =
        project(
                """
                local _, err = net.LookupHost("web.shop.test")
                print(err, err.code, err:Timeout())
                """,
                ", \"dns\": [\"10.0.0.80\"]")
            .run();
    assertEquals(
        "lookup web.shop.test: nobody listens at 10.0.0.80:53\tunreachable\tfalse\n",
        run.console("client"));
    run =
        project(
                """
                net.ListenPacket("udp", ":53")
                local _, err = net.DialTimeout("tcp", "web.shop.test:7", 0.5)
                print(err, err:Timeout())
                _, err = net.LookupHost("web.shop.test")
                print(err, err.code, err:Timeout())
                """,
                ", \"dns\": [\"10.0.0.2\"]")
            .run();
    assertEquals(
        """
        lookup web.shop.test: i/o timeout\ttrue
        lookup web.shop.test: i/o timeout\ttimeout\ttrue
        """,
        run.console("client"));
  }

  @Test
  void secondServer_isAskedWhenTheFirstIsSilent() {
    TestProject.Run run =
        project(
                "print(net.LookupHost('web.shop.test')[1])",
                ", \"dns\": [\"10.0.0.77\", \"10.0.0.53\"]")
            .run();
    assertEquals("10.0.0.80\n", run.console("client"));
  }

  @Test
  void everythingThatConnects_findsTheName() {
    assertEquals(
        """
        page /a
        hello
        HELLO\tnil
        10.0.0.80:80\tnil
        you said hi
        you said ho
        200 page /b
        lookup no.shop.test failed
        Invalid IP/host: no.shop.test
        """,
        said("""
        print(http_get("http://www.shop.test/a"))
        local conn = assert(net.Dial("tcp", "web.shop.test:7"))
        print(conn:Read(100))
        local udp = net.Dial("udp", "web.shop.test:9")
        udp:Write("hello")
        print(udp:Read(100))
        local addr, err = net.ResolveTCPAddr("tcp", "web.shop.test:http")
        print(addr, err)
        local m = net.connect("web.shop.test", 70)
        m:send("hi")
        local got repeat got = m:recv() until got
        print(got.data)
        net.send("web.shop.test", 70, "ho")
        repeat got = net.recv() until got
        print(got.data)
        http.init()
        http.request(1, {url = "http://web.shop.test/b"})
        local answers repeat answers = http.poll() until answers[1]
        print(answers[1].status .. " " .. answers[1].body)
        print(select(2, net.Dial("tcp", "no.shop.test:7")))
        print((select(2, pcall(net.connect, "no.shop.test", 7))))
        """)
            .replaceAll("hello\tnil\n", "hello\n"));
  }

  @Test
  void programs_findTheName() {
    String said =
        said(
            """
            local function run(name, ...)
              local pid = os.spawn(name, {...}, {forward_stdout = true})
              while os.process_status(pid) == "running" do sleep(0.01) end
            end
            run("ping", "-c", "2", "web.shop.test")
            run("nslookup", "www.shop.test")
            run("nslookup", "10.0.0.81")
            run("nslookup", "-type=NS", "shop.test", "10.0.0.53")
            run("nslookup", "no.shop.test")
            run("dig", "+short", "www.shop.test")
            run("dig", "@ns", "shop.test", "SOA")
            """);
    assertTrue(said.contains("64 bytes from 10.0.0.80: seq=2"), said);
    assertTrue(said.contains("www.shop.test\tcanonical name = web.shop.test.\n"), said);
    assertTrue(said.contains("Name:\tweb.shop.test\nAddress: 10.0.0.81\n"), said);
    assertTrue(said.contains("81.0.0.10.in-addr.arpa\tname = web.shop.test.\n"), said);
    assertTrue(said.contains("shop.test\tNS = ns.shop.test.\n"), said);
    assertTrue(said.contains("** server can't find no.shop.test: NXDOMAIN"), said);
    assertTrue(said.contains("web.shop.test.\n10.0.0.80\n10.0.0.81\n"), said);
    assertTrue(said.contains(";; flags: qr aa rd; ANSWER: 1"), said);
  }

  @Test
  void machineWithoutServers_asksNobody() {
    TestProject.Run run =
        project(
                """
                print(select(2, net.LookupHost("web.shop.test")))
                print(select(2, net.Dial("tcp", "web.shop.test:7")))
                print(io.open("/etc/resolv.conf"))
                """,
                "")
            .run();
    assertEquals(List.of(), questions(run));
    assertTrue(run.console("client").startsWith("lookup web.shop.test failed\n".repeat(2)));
  }

  @Test
  void resolvConf_saysTheServers() {
    assertEquals("nameserver 10.0.0.53\n\n", said("print(io.open('/etc/resolv.conf'):read('*a'))"));
  }

  @Test
  void mistakesInZoneFiles_areToldWithTheirPlace() {
    TestProject.Run run =
        new TestProject()
            .node(
                server("\"--zone\", \"shop.test=/etc/shop.zone\"")
                    .replace("web  A   10.0.0.80", "web  A   10.0.0.800"))
            .run();
    assertTrue(
        run.console("ns").contains("named: /etc/shop.zone:5: A: one address of four numbers"),
        run.console("ns"));
    run = new TestProject().node(server("\"--zone\", \"x=/no\"")).run();
    assertTrue(run.console("ns").contains("named: /no: cannot be read"), run.console("ns"));
    run = new TestProject().node(server("\"--forward\", \"ns\"")).run();
    assertTrue(
        run.console("ns").contains("--forward ns: an address of four numbers expected"),
        run.console("ns"));
  }

  @Test
  void sameSeed_sameHash() {
    TestProject.Run one = project("net.LookupHost('www.shop.test')", ASKS).run();
    TestProject.Run two = project("net.LookupHost('www.shop.test')", ASKS).run();
    assertEquals(one.result().summary(), two.result().summary());
    assertFalse(questions(one).isEmpty());
  }
}
