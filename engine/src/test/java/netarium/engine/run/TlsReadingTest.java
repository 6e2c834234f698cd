package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netarium.engine.analysis.Channel;
import netarium.engine.analysis.Conversations;
import netarium.engine.analysis.Dissection;
import netarium.engine.analysis.ExpertNote;
import netarium.engine.analysis.FrameInfo;
import netarium.engine.analysis.FramePlace;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.analysis.Layer;
import netarium.engine.analysis.LayerField;
import netarium.engine.analysis.StreamOctets;
import netarium.engine.analysis.filter.FilterSubject;
import netarium.engine.analysis.filter.FrameFilter;
import netarium.engine.trace.CaptureSetup;
import netarium.engine.trace.PcapngWriter;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameSent;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What readers of a run see inside TLS.
final class TlsReadingTest {
  private static final String SERVER =
      """
      local function handler(method, path)
        return 200, "text/plain", ("this is " .. path .. "\\n"):rep(path == "/long" and 4000 or 1)
      end
      assert(http.pool{port = 443, workers = 1, handler = handler, tls = true})
      assert(http.pool{port = 444, workers = 1, handler = handler, tls = "expired"})
      """;

  private final Conversations conversations = new Conversations();
  private final List<FrameSent> frames = new ArrayList<>();
  private final List<Integer> streams = new ArrayList<>();

  private TestProject.Run run(String client) {
    TestProject.Run run =
        new TestProject()
            .vm("server", "10.0.1.2/24", "server.lua")
            .vm("client", "10.0.1.3/24", "client.lua")
            .link("l", "server:eth0", "client:eth0", "")
            .script("server.lua", SERVER)
            .script("client.lua", "sleep(0.1)\n" + client)
            .with(", \"until\": \"20s\"")
            .run();
    for (SimEvent each : run.events()) {
      if (each instanceof FrameSent sent) {
        frames.add(sent);
        streams.add(conversations.add(sent));
      } else {
        conversations.accept(each);
      }
    }
    return run;
  }

  private FramePlace place(int frame) {
    return conversations.place(streams.get(frame), frames.get(frame).frame());
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      FrameInfo info = FrameInfo.of(frames.get(i).frame(), place(i));
      rows.add(info.protocol() + " | " + info.text());
    }
    return rows;
  }

  private Dissection dissection(String rowBegin) {
    int row = 0;
    while (!rows().get(row).startsWith(rowBegin)) {
      row++;
    }
    return Dissection.of(frames.get(row).frame(), place(row));
  }

  @Test
  void rows_nameTheMessages() {
    run("print(http_get('https://server/a'))");
    List<String> rows = rows().stream().filter(row -> row.startsWith("TLS")).toList();
    assertEquals(
        List.of(
            "TLSv1.3 | Client Hello (SNI=server)",
            "TLSv1.3 | Server Hello, Change Cipher Spec, Encrypted Extensions, Certificate, "
                + "Certificate Verify, Finished",
            "TLSv1.3 | Change Cipher Spec, Finished",
            "TLSv1.3 | HTTP GET /a HTTP/1.1 [decrypted Application Data]",
            "TLSv1.3 | HTTP HTTP/1.1 200 OK (text/plain) [decrypted Application Data]",
            "TLSv1.3 | Alert (Level: Warning, Description: Close Notify)",
            "TLSv1.3 | Alert (Level: Warning, Description: Close Notify)"),
        rows);
  }

  @Test
  void clientHello_isTakenApart() {
    run("print(http_get('https://server/a'))");
    Dissection hello = dissection("TLSv1.3 | Client Hello");
    assertEquals("22", value(hello, "tls.record.content_type"));
    assertEquals("0x0301", value(hello, "tls.record.version"));
    assertEquals("server", value(hello, "tls.handshake.extensions_server_name"));
    assertEquals("http/1.1", value(hello, "tls.handshake.extensions_alpn_str"));
    LayerField name = hello.field("tls.handshake.extensions_server_name").orElseThrow();
    assertEquals("server", text(hello.octets().slice(name.offset(), name.end())));
    LayerField suite = hello.field("tls.handshake.ciphersuite").orElseThrow();
    assertEquals(0x1301, hello.octets().uint16(suite.offset()));
    assertEquals(List.of("TLS_AES_128_GCM_SHA256"), suite.remark().values());
    assertFalse(hello.layer(Layer.Kind.TLS).orElseThrow().isDecrypted());
  }

  @Test
  void protectedMessages_areReadAndMarked() {
    run("print(http_get('https://server/a'))");
    Dissection flight = dissection("TLSv1.3 | Server Hello");
    List<String> layers =
        flight.layers().stream()
            .filter(layer -> layer.kind() == Layer.Kind.TLS)
            .map(layer -> layer.summary() + (layer.isDecrypted() ? " *" : ""))
            .toList();
    assertEquals(
        List.of(
            "TLSv1.3 · Server Hello",
            "TLSv1.3 · Change Cipher Spec",
            "TLSv1.3 · Encrypted Extensions *",
            "TLSv1.3 · Certificate *",
            "TLSv1.3 · Certificate Verify *",
            "TLSv1.3 · Finished *"),
        layers);
    assertEquals("23", value(flight, "tls.record.opaque_type"));
    assertTrue(value(flight, "x509ce.dNSName").startsWith("server"));
  }

  /// The fields of what is inside stand on the octets that carry it encrypted.
  @Test
  void httpInside_standsOnTheOctetsThatCarryIt() {
    run("print(http_get('https://server/a'))");
    Dissection request = dissection("TLSv1.3 | HTTP GET");
    Layer http = request.layer(Layer.Kind.HTTP).orElseThrow();
    assertTrue(http.isDecrypted());
    LayerField record = request.field("tls.record.content_type").orElseThrow();
    LayerField method = request.field("http.request.method").orElseThrow();
    assertEquals(record.offset() + 5, method.offset());
    assertEquals(3, method.length());
    assertEquals("GET", method.value());
    String wire = text(request.octets().slice(method.offset(), method.end()));
    assertFalse(wire.equals("GET"), "on the wire it is encrypted");
  }

  /// What the machines themselves tell of their plaintext is what a reader of the frames finds.
  @Test
  void octetsInside_areThoseThatTheMachinesEncrypted() {
    TestProject.Run run = run("print(#http_get('https://server/long'))");
    Channel inner = requireNonNull(conversations.streams().getFirst().channel().inner());
    for (int side = 0; side < 2; side++) {
      StringBuilder told = new StringBuilder();
      for (SimEvent.TlsPlaintext each : run.all(SimEvent.TlsPlaintext.class)) {
        if (each.isSent() && each.local().port() == inner.side(side).port()) {
          told.append(text(each.octets()));
        }
      }
      StreamOctets octets = inner.side(side).octets();
      assertEquals(told.toString(), text(octets.slice(0, octets.length())));
      assertEquals(octets.length(), octets.arrived());
    }
    assertTrue(inner.side(1).octets().length() > 50_000);
  }

  @Test
  void exchangeInside_isSeenWithItsTimes() {
    run("print(http_get('https://server/a'))");
    HttpExchange exchange = conversations.exchanges().getFirst();
    assertEquals("GET /a 200", exchange.method() + " " + exchange.path() + " " + exchange.status());
    assertEquals("https://server/a", exchange.url());
    assertTrue(exchange.isDone());
    var client = exchange.atClient();
    assertTrue(client.connectEnd() <= client.secureStart());
    assertTrue(client.secureStart() < client.secureEnd());
    assertTrue(client.secureEnd() <= client.requestFirst());
    assertTrue(client.requestFirst() < client.responseLast());
    assertTrue(exchange.atServer().secureEnd() > client.secureEnd(), "Finished has a way to go");
    assertEquals("TLS_AES_128_GCM_SHA256", requireNonNull(exchange.tls()).suite());
    assertEquals("http/1.1", requireNonNull(exchange.tls()).protocol());
  }

  @Test
  void refusedCertificate_isAnExchangeThatFailed() {
    run("http_get('https://server:444/a') http_get('https://server:8443/b')");
    HttpExchange expired = conversations.exchanges().get(0);
    assertEquals(HttpExchange.Failure.INSECURE, expired.failure());
    assertEquals("https://server:444", expired.url());
    assertEquals(HttpExchange.State.FAILED, expired.state(expired.failedAt()));
    assertEquals("certificate_expired", requireNonNull(expired.tls()).alert());
    String why = requireNonNull(expired.tls()).failure(true);
    assertTrue(why.startsWith("tls: certificate has expired: it is"), why);
    assertTrue(expired.ordinal() >= 0);
    HttpExchange refused = conversations.exchanges().get(1);
    assertEquals(HttpExchange.Failure.REFUSED, refused.failure());
    assertEquals("10.0.1.2:8443", refused.host());
    assertEquals(2, conversations.exchanges().size());
  }

  @Test
  void filters_seeInside() {
    run("print(http_get('https://server/a'))");
    assertEquals(1, count("http.request.method == \"GET\" && tls"));
    assertEquals(1, count("http.request.full_uri == \"https://server/a\""));
    assertEquals(1, count("tls.handshake.extensions_server_name == \"server\""));
    assertEquals(1, count("tls.handshake.type == 11"));
    assertEquals(2, count("tls.alert_message.desc == 0"));
    assertEquals(7, count("tls"));
    assertEquals(0, count("http && !tls"));
  }

  private long count(String text) {
    FrameFilter.Result result = FrameFilter.compileForRun(text);
    FrameFilter filter = assertInstanceOf(FrameFilter.Compiled.class, result, text).filter();
    long found = 0;
    for (int i = 0; i < frames.size(); i++) {
      found += filter.matches(new Placed(frames.get(i), place(i))) ? 1 : 0;
    }
    return found;
  }

  private record Placed(FrameSent sent, FramePlace place) implements FilterSubject {
    @Override
    public EthernetFrame frame() {
      return sent.frame();
    }

    @Override
    public long nanos() {
      return sent.at().nanos();
    }

    @Override
    public String link() {
      return sent.link();
    }

    @Override
    public String sender() {
      return "";
    }

    @Override
    public String receiver() {
      return "";
    }

    @Override
    public List<ExpertNote> notes() {
      return List.of();
    }

    @Override
    public String dropReason() {
      return "";
    }
  }

  /// tshark, which has the key log, finds the same values in every frame.
  @Test
  void tshark_findsTheSameFields(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "tshark is not installed");
    TestProject.Run run = run("print(http_get('https://server/a'))");
    Path file = folder.resolve("run.pcapng");
    PortId port = new PortId(1, "eth0");
    CaptureSetup setup =
        new CaptureSetup(run.nodeIds(), List.of(port), List.of(), 0, Optional.of(port));
    try (OutputStream out = Files.newOutputStream(file);
        PcapngWriter writer = new PcapngWriter(setup, out)) {
      run.events().forEach(writer::accept);
    }
    List<String> keys =
        List.of(
            "tls.record.length",
            "tls.handshake.type",
            "tls.handshake.length",
            "tls.handshake.ciphersuite",
            "tls.handshake.extension.type",
            "tls.handshake.extensions_key_share_group",
            "tls.alert_message.desc",
            "http.request.uri");
    StringBuilder ours = new StringBuilder();
    for (int i = 0; i < frames.size(); i++) {
      Dissection dissection = Dissection.of(frames.get(i).frame(), place(i));
      if (dissection.layer(Layer.Kind.TLS).isPresent()) {
        String line =
            keys.stream().map(key -> values(dissection, key)).collect(Collectors.joining("\t"));
        ours.append(line).append('\n');
      }
    }
    assertEquals(tshark(file, keys), ours.toString());
  }

  private static String values(Dissection dissection, String key) {
    List<String> found = new ArrayList<>();
    dissection.layers().forEach(layer -> collect(layer.fields(), key, found));
    return String.join(",", found);
  }

  private static void collect(List<LayerField> among, String key, List<String> found) {
    for (LayerField each : among) {
      if (each.key().equals(key)) {
        boolean isHex = key.endsWith("share_group");
        found.add(isHex ? Integer.decode(each.value()).toString() : each.value());
      }
      collect(each.children(), key, found);
    }
  }

  private static String tshark(Path file, List<String> fields) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("tshark", "-n", "-2", "-r", file.toString(), "-Y", "tls"));
    command.addAll(List.of("-T", "fields"));
    fields.forEach(field -> command.addAll(List.of("-e", field)));
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

  private static String value(Dissection dissection, String key) {
    return dissection.field(key).orElseThrow().value();
  }

  private static String text(Octets octets) {
    return new String(octets.toByteArray(), UTF_8);
  }
}
