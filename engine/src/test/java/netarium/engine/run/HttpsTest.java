package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import netarium.engine.trace.CaptureSetup;
import netarium.engine.trace.KeyLogWriter;
import netarium.engine.trace.PcapngWriter;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// HTTPS between machines of a topology: scripts that serve and ask, certificates right and wrong,
/// and tshark, which reads the capture by the key log in it.
final class HttpsTest {
  private static final String SERVER =
      """
      local function handler(method, path)
        return 200, "text/plain", "this is " .. path
      end
      assert(http.pool{port = 443, workers = 1, handler = handler, tls = true})
      assert(http.pool{port = 444, workers = 1, handler = handler, tls = "expired"})
      assert(http.pool{port = 445, workers = 1, handler = handler, tls = "self-signed"})
      assert(http.pool{port = 80, workers = 1, handler = handler})
      """;

  private static TestProject project(String client, String members) {
    return new TestProject()
        .vm("server", "10.0.1.2/24", "server.lua")
        .vmWith("client", "10.0.1.3/24", members, "client.lua")
        .link("l", "server:eth0", "client:eth0", "")
        .script("server.lua", SERVER)
        .script("client.lua", "sleep(0.1)\n" + client)
        .with(", \"until\": \"20s\", \"hosts\": { \"www.example.org\": \"10.0.1.2\" }");
  }

  private static String said(String client) {
    return project(client, "").run().console("client");
  }

  @Test
  void page_comesByHttps_underEachNameOfTheServer() {
    assertEquals(
        "this is /a\nthis is /b\nthis is /c\n",
        said(
            """
            print(http_get("https://www.example.org/a"))
            print(http_get("https://server/b"))
            print(http_get("https://10.0.1.2/c"))
            """));
  }

  @Test
  void wrongCertificates_areToldApart() {
    String said =
        said(
            """
            for _, port in ipairs{444, 445, 80} do
              print(select(2, http_get("https://server:" .. port .. "/")))
            end
            """);
    assertTrue(said.contains("certificate has expired: it is 2026-01-01 00:00:00 UTC"), said);
    assertTrue(said.contains("nobody vouches for server"), said);
    assertTrue(said.contains("http: server gave HTTP response to HTTPS client"), said);
  }

  @Test
  void machineThatTrustsNobody_refuses() {
    TestProject.Run run =
        project("print(http_get('https://server/'))", ", \"tls\": { \"trust\": false }").run();
    assertTrue(
        run.console("client").contains("signed by unknown authority"), run.console("client"));
  }

  @Test
  void nameThatOnlyTheClientKnows_isCertifiedToo() {
    TestProject.Run run =
        project(
                "print(http_get('https://elsewhere/'))",
                ", \"hosts\": { \"elsewhere\": \"10.0.1.2\" }")
            .run();
    assertEquals("this is /\n", run.console("client"));
  }

  @Test
  void files_ofTheAuthorsOwn_serve() {
    String said =
        said(
            """
            print(pcall(http.pool, {port = 1, handler = print, tls = 7}))
            print(http.pool{port = 1, handler = print, tls = {cert = "/no", key = "/no"}})
            local f = io.open("x.pem", "w") f:write("nothing") f:close()
            print(http.pool{port = 1, handler = print, tls = {cert = "x.pem", key = "x.pem"}})
            """);
    assertTrue(said.contains("tls: true, \"expired\""), said);
    assertTrue(said.contains("nil\tcannot open /no\n"), said);
    assertTrue(said.contains("x.pem, x.pem: no certificate in PEM form"), said);
  }

  @Test
  void clientOfGo_keepsItsConnection_andSaysWhatIsWrong() {
    TestProject.Run run =
        project(
                """
                for _, path in ipairs{"a", "b"} do
                  print(http.Get("https://www.example.org/" .. path).Body:ReadAll())
                end
                for _, port in ipairs{444, 445, 80, 446} do
                  print((tostring(select(2, http.Get("https://server:" .. port .. "/")))
                    :gsub(": it is.*", "")))
                end
                local function with(config, address)
                  local client = http.Client{Transport = http.Transport{TLSClientConfig = config}}
                  local resp, err = client:Get(address)
                  print(resp and resp.Body:ReadAll(), err and err.code)
                end
                with({InsecureSkipVerify = true}, "https://server:445/skip")
                with({ServerName = "server"}, "https://10.0.1.2/name")
                with({ServerName = "stranger"}, "https://10.0.1.2/name")
                with({RootCAs = "none.pem"}, "https://server/")
                """,
                "")
            .run();
    String said = run.console("client");
    assertTrue(said.startsWith("this is /a\tnil\nthis is /b\tnil\n"), said);
    assertTrue(said.contains("Get \"https://server:444/\": tls: "), said);
    assertTrue(said.contains("certificate has expired"), said);
    assertTrue(said.contains("Get \"https://server:445/\": tls: "), said);
    assertTrue(said.contains("http: server gave HTTP response to HTTPS client"), said);
    assertTrue(said.contains("dial tcp 10.0.1.2:446: connection refused"), said);
    assertTrue(
        said.endsWith("this is /skip\tnil\nthis is /name\tnil\nnil\tcertificate\nnil\ttls\n"),
        said);
    long handshakesFor443 =
        run.all(SimEvent.SocketUsed.class).stream()
            .filter(used -> used.operation().equals("connect"))
            .filter(used -> used.toString().contains("10.0.1.2:443"))
            .count();
    assertEquals(3, handshakesFor443);
  }

  @Test
  void poolsOfTheTopologyAndOfTheCommandLine_speakHttps() {
    TestProject.Run run =
        new TestProject()
            .node(
                """
                { "id": "server", "kind": "vm",
                  "interfaces": [{ "name": "eth0", "ipv4": "10.0.1.2/24" }],
                  "programs": [
                    { "kind": "http-pool", "script": "scripts/pool.lua", "port": 443,
                      "workers": 1, "tls": true },
                    { "kind": "program", "program": "/bin/lua-httpd",
                      "args": ["--tls", "--port", "444", "scripts/pool.lua"] }] }
                """)
            .vm("client", "10.0.1.3/24", "client.lua")
            .link("l", "server:eth0", "client:eth0", "")
            .script("pool.lua", "function handle_request() return 200, 'text/plain', 'hi' end")
            .script(
                "client.lua",
                """
                sleep(0.1)
                print(http_get("https://server/"), http_get("https://server:444/"))
                print((http_get("http://server:443/")))
                """)
            .run();
    assertEquals(
        "hi\thi\nClient sent an HTTP request to an HTTPS server.\n\n", run.console("client"));
  }

  @Test
  void sameSeed_sameHash() {
    String client = "print(http_get('https://www.example.org/a'))";
    TestProject.Run one = project(client, "").run();
    assertEquals(one.result().summary(), project(client, "").run().result().summary());
    assertTrue(one.all(SimEvent.TlsKeyLogged.class).size() > 0);
  }

  @Test
  void plaintext_isInTheTrace() {
    TestProject.Run run = project("http_get('https://www.example.org/a')", "").run();
    List<String> lines = new ArrayList<>();
    for (SimEvent.TlsPlaintext each : run.all(SimEvent.TlsPlaintext.class)) {
      String text = new String(each.octets().toByteArray(), UTF_8);
      lines.add(each.node() + (each.isSent() ? " > " : " < ") + text.lines().findFirst().get());
    }
    assertEquals(
        List.of(
            "1 > GET /a HTTP/1.1",
            "0 < GET /a HTTP/1.1",
            "0 > HTTP/1.1 200 OK",
            "1 < HTTP/1.1 200 OK"),
        lines);
  }

  @Test
  void keyLogFile_hasEachSecretOnce() throws IOException {
    TestProject.Run run = project("http_get('https://www.example.org/a')", "").run();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (KeyLogWriter writer = new KeyLogWriter(file)) {
      run.events().forEach(writer::accept);
    }
    List<String> lines = file.toString(UTF_8).lines().toList();
    assertEquals(4, lines.size());
    assertEquals(8, run.all(SimEvent.TlsKeyLogged.class).size());
  }

  @Test
  void tshark_readsTheHttpInside(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "tshark is not installed");
    TestProject.Run run = project("print(http_get('https://www.example.org/a'))", "").run();
    Path file = folder.resolve("client.pcapng");
    PortId port = new PortId(1, "eth0");
    CaptureSetup setup =
        new CaptureSetup(run.nodeIds(), List.of(port), List.of(), 0, Optional.of(port));
    try (OutputStream out = Files.newOutputStream(file);
        PcapngWriter writer = new PcapngWriter(setup, out)) {
      run.events().forEach(writer::accept);
    }
    assertEquals(
        """
        /a\twww.example.org\t\t
        \t\t200\tthis is /a
        """,
        tshark(
            file, "http", "http.request.uri", "http.host", "http.response.code", "http.file_data"));
    assertEquals(
        "www.example.org\n",
        tshark(file, "tls.handshake.type==1", "tls.handshake.extensions_server_name"));
    assertEquals("", tshark(file, "_ws.malformed || _ws.expert.severity==8388608", "frame.number"));
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
