package netarium.engine.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import netarium.engine.trace.CaptureSetup;
import netarium.engine.trace.PcapngWriter;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Look-ups as a capture shows them: by UDP, TCP and HTTPS.
final class NamesOnTheWireTest {
  private static final String NO_NAMES =
      "is not supported on the browser platform; browsers look for the addresses of names only: use"
          + " net.LookupHost(name)";

  private static final String DOH =
      ", \"platform\": \"browser\", \"doh\": \"https://10.0.0.53/dns-query\"";

  private static final String BIG =
      """
      local lines = {"$TTL 60\\n@ SOA ns admin 1 1h 1h 1h 30\\n"}
      for i = 1, 100 do lines[#lines + 1] = "many A 10.1.1." .. i .. "\\n" end
      local f = io.open("/etc/big.zone", "w")
      f:write(table.concat(lines)) f:close()
      os.spawn("named", {"--zone", "big.test=/etc/big.zone", "-q"})
      while true do sleep(1) end
      """;

  private static TestProject browser(String client) {
    return NamesTest.project(client, DOH, "\"--zone\", \"shop.test=/etc/shop.zone\", \"--doh\"");
  }

  @Test
  void browser_asksByHttps() {
    TestProject.Run run =
        browser(
                """
                print(table.concat(net.LookupHost("www.shop.test"), " "))
                print(http_get("http://web.shop.test/a"))
                print(select(2, net.LookupHost("no.shop.test")))
                print(select(2, net.LookupIP("x.other.test")))
                local _, err = net.LookupAddr("10.0.0.81")
                print(err, err.code)
                """)
            .run();
    assertEquals(
        """
        10.0.0.80 10.0.0.81
        page /a
        lookup no.shop.test failed
        lookup x.other.test: server misbehaving (REFUSED)
        net.LookupAddr NOT HERE\tunsupported
        """
            .replace("NOT HERE", NO_NAMES),
        run.console("client"));
    assertEquals(List.of(), NamesTest.questions(run));
    List<String> asked = new ArrayList<>();
    for (SimEvent.TlsPlaintext each : run.all(SimEvent.TlsPlaintext.class)) {
      String text = new String(each.octets().toByteArray(), ISO_8859_1);
      if (each.node() == 0 && each.isSent()) {
        asked.add(text.lines().findFirst().orElse(""));
        assertTrue(text.contains("Content-Type: application/dns-message"), text);
      }
    }
    // Who refuses is asked once more, as by UDP.
    assertEquals(5, asked.size());
    assertEquals("POST /dns-query HTTP/1.1", asked.getFirst());
  }

  @Test
  void browserWithoutEndpoint_isToldWhatToSet() {
    TestProject.Run run =
        NamesTest.project(
                """
                local _, err = net.LookupHost("web.shop.test")
                print(err, err.code)
                print(select(2, http_get("http://web.shop.test/")))
                print(net.LookupHost("shop")[1])
                """,
                ", \"platform\": \"browser\", \"dns\": [\"10.0.0.53\"]")
            .run();
    String told =
        "lookup web.shop.test: a browser asks by DNS over HTTPS: set doh of this machine to the"
            + " address of a server";
    assertEquals(
        told
            + "\tunsupported\n"
            + "GET http://web.shop.test/: "
            + told
            + "\n"
            + told
            + "\n10.0.0.80\n",
        run.console("client"));
    assertEquals(List.of(), NamesTest.questions(run));
  }

  @Test
  void endpointThatIsWrong_isSaid() {
    assertEquals(
        "lookup x.test: https://10.0.0.80/dns-query answers 404 Not Found\n",
        console("https://10.0.0.80/dns-query", true));
    assertEquals(
        "lookup x.test: 10.0.0.80: connection refused\n",
        console("https://10.0.0.80/dns-query", false));
  }

  private static String console(String doh, boolean servesHttps) {
    String web =
        servesHttps
            ? """
            http.pool{port = 443, workers = 1, tls = true, handler = function()
              return 404, "text/plain", "no"
            end}
            """
            : "sleep(10)";
    return NamesTest.project(
            "print(select(2, net.LookupHost('x.test')))",
            ", \"platform\": \"browser\", \"doh\": \"" + doh + "\"",
            "\"-q\"")
        .script("web.lua", web)
        .run()
        .console("client");
  }

  @Test
  void getAndPost_areAnswered_otherRequestsRefused() {
    String get = "AAABAAABAAAAAAAAA3dlYgRzaG9wBHRlc3QAAAEAAQ";
    String said =
        NamesTest.project(
                """
                local function ask(url, method, kind, body)
                  http.init()
                  http.request(1, {url = "https://10.0.0.53" .. url, method = method,
                    headers = {["content-type"] = kind}, body = body})
                  local answers repeat answers = http.poll() until answers[1]
                  local a = answers[1]
                  print(a.status, a.headers["content-type"], a.headers["cache-control"], #a.body)
                end
                ask("/dns-query?dns=%s", "GET")
                ask("/dns-query?dns=***", "GET")
                ask("/dns-query", "GET")
                ask("/dns-query", "POST", "text/plain", "x")
                ask("/dns-query", "POST", "application/dns-message", "x")
                ask("/dns-query", "DELETE")
                ask("/other", "GET")
                """
                    .formatted(get),
                "",
                "\"--zone\", \"shop.test=/etc/shop.zone\", \"--doh\"")
            .run()
            .console("client");
    String text = "text/plain; charset=utf-8";
    List<String> lines = said.lines().map(line -> line.replaceFirst("\\t\\d+$", "")).toList();
    assertEquals("200\tapplication/dns-message\tmax-age=60", lines.getFirst());
    assertEquals(
        List.of("400", "400", "415", "400", "405", "404"),
        lines.stream().skip(1).map(line -> line.replace("\t" + text + "\tnil", "")).toList());
  }

  @Test
  void tshark_readsTheQuestions(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "tshark is not installed");
    TestProject.Run run =
        NamesTest.project(
                """
                net.LookupHost("www.shop.test")
                net.LookupHost("no.shop.test")
                net.LookupAddr("10.0.0.81")
                """,
                ", \"dns\": [\"10.0.0.53\"]")
            .run();
    Path file = capture(run, folder);
    assertEquals(
        """
        www.shop.test\t0\t0\t\t
        www.shop.test\t1\t3\tweb.shop.test\t10.0.0.80,10.0.0.81
        no.shop.test\t0\t0\t\t
        no.shop.test\t1\t0\t\t
        81.0.0.10.in-addr.arpa\t0\t0\t\t
        81.0.0.10.in-addr.arpa\t1\t1\t\t
        """,
        tshark(
            file,
            "dns",
            "dns.qry.name",
            "dns.flags.response",
            "dns.count.answers",
            "dns.cname",
            "dns.a"));
    assertEquals("", tshark(file, BAD, "frame.number"));
  }

  @Test
  void longAnswer_comesByTcp(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "tshark is not installed");
    TestProject.Run run =
        new TestProject()
            .vmWith("client", "10.0.0.2/24", ", \"dns\": [\"10.0.0.53\"]", "client.lua")
            .vm("ns", "10.0.0.53/24", "big.lua")
            .link("l", "client:eth0", "ns:eth0", "")
            .script("client.lua", "sleep(0.5) print(#net.LookupHost('many.big.test'))")
            .script("big.lua", BIG)
            .with(", \"until\": \"10s\"")
            .run();
    assertEquals("100\n", run.console("client"));
    Path file = capture(run, folder);
    assertEquals(
        "1\t0\n0\t100\n",
        tshark(file, "dns.flags.response==1", "dns.flags.truncated", "dns.count.answers"));
    assertEquals("", tshark(file, BAD, "frame.number"));
  }

  @Test
  void tshark_readsTheQuestionsInsideHttps(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "tshark is not installed");
    Path file = capture(browser("net.LookupHost('www.shop.test')").run(), folder);
    assertEquals(
        """
        /dns-query\tapplication/dns-message\twww.shop.test\t
        \tapplication/dns-message\twww.shop.test\tweb.shop.test
        """,
        tshark(file, "http", "http.request.uri", "http.content_type", "dns.qry.name", "dns.cname"));
    assertEquals("", tshark(file, BAD, "frame.number"));
    assertEquals("", tshark(file, "udp", "frame.number"));
  }

  @Test
  void sameSeed_sameHash() {
    String client = "net.LookupHost('www.shop.test')";
    assertEquals(
        browser(client).run().result().summary(), browser(client).run().result().summary());
  }

  private static final String BAD = "_ws.malformed || _ws.expert.severity==8388608";

  private static Path capture(TestProject.Run run, Path folder) throws Exception {
    Path file = folder.resolve("client.pcapng");
    PortId port = new PortId(0, "eth0");
    CaptureSetup setup =
        new CaptureSetup(run.nodeIds(), List.of(port), List.of(), 0, Optional.of(port));
    try (OutputStream out = Files.newOutputStream(file);
        PcapngWriter writer = new PcapngWriter(setup, out)) {
      run.events().forEach(writer::accept);
    }
    return file;
  }

  private static String tshark(Path file, String filter, String... fields) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-Y", filter));
    command.addAll(List.of("-T", "fields"));
    for (String field : fields) {
      command.addAll(List.of("-e", field));
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor());
    return text;
  }

  private static boolean isInstalled() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve("tshark")));
  }
}
