package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.analysis.Channel;
import netarium.engine.analysis.Conversations;
import netarium.engine.analysis.FrameInfo;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.analysis.StreamOctets;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.FrameSent;
import org.junit.jupiter.api.Test;

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
  private TestProject.Run run;

  private void run(String client) {
    run =
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
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      var frame = frames.get(i).frame();
      FrameInfo info = FrameInfo.of(frame, conversations.place(streams.get(i), frame));
      rows.add(info.protocol() + " | " + info.text());
    }
    return rows;
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
            "TLSv1.3 | Application Data [decrypted: HTTP GET /a HTTP/1.1]",
            "TLSv1.3 | Application Data [decrypted: HTTP HTTP/1.1 200 OK (text/plain)]",
            "TLSv1.3 | Alert (Level: Warning, Description: Close Notify)",
            "TLSv1.3 | Alert (Level: Warning, Description: Close Notify)"),
        rows);
  }

  /// What the machines themselves tell of their plaintext is what a reader of the frames finds.
  @Test
  void octetsInside_areThoseThatTheMachinesEncrypted() {
    run("print(#http_get('https://server/long'))");
    Channel inner = conversations.streams().getFirst().channel().inner();
    for (int side = 0; side < 2; side++) {
      StringBuilder told = new StringBuilder();
      for (SimEvent.TlsPlaintext each : run.all(SimEvent.TlsPlaintext.class)) {
        if (each.isSent() && each.local().port() == inner.side(side).port()) {
          told.append(new String(each.octets().toByteArray(), UTF_8));
        }
      }
      StreamOctets octets = inner.side(side).octets();
      String found = new String(octets.slice(0, octets.length()).toByteArray(), UTF_8);
      assertEquals(told.toString(), found);
      assertEquals(octets.length(), octets.arrived());
    }
    assertTrue(inner.side(1).octets().length() > 50_000);
  }

  @Test
  void exchangeInside_isSeenWithItsTimes() {
    run("print(http_get('https://server/a'))");
    HttpExchange exchange = conversations.exchanges().getFirst();
    assertEquals("GET /a 200", exchange.method() + " " + exchange.path() + " " + exchange.status());
    assertTrue(exchange.isDone());
    long asked = exchange.atClient().requestFirst();
    assertTrue(asked > exchange.atClient().connectEnd(), "after the handshakes");
    assertTrue(exchange.atClient().responseLast() > asked);
  }
}
