package netarium.engine.tls;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.engine.analysis.Channel;
import netarium.engine.analysis.Conversations;
import netarium.engine.codec.tls.KeyLogLine;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.TlsKeyLogged;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a reader with the key log finds in the records of either version.
final class TlsRecordsReadTest {
  private static String inside(TlsLab lab, int side) {
    Channel channel = read(lab, lab.secrets.keys).streams().getFirst().channel();
    Octets octets = channel.innermost().side(side).octets().slice(0, Long.MAX_VALUE);
    return TlsLab.latin1(octets);
  }

  private static Conversations read(TlsLab lab, List<String> keys) {
    Conversations conversations = new Conversations();
    for (String line : keys) {
      assertTrue(KeyLogLine.parse(line).isPresent(), line);
      SimEvent first = lab.lab.log.events().getFirst();
      Endpoint nobody = new Endpoint(Ipv4Address.parse("10.0.0.1").orElseThrow(), 1);
      conversations.accept(new TlsKeyLogged(first.stamp(), nobody, nobody, line));
    }
    lab.lab.log.events().forEach(conversations::accept);
    return conversations;
  }

  @ParameterizedTest
  @EnumSource(TlsVersion.class)
  void secrets_openTheRecords(TlsVersion version) {
    TlsLab lab = new TlsLab();
    lab.clientSpeaks(version);
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    String much = "0123456789".repeat(4000);
    client.say(much);
    lab.runUntilMillis(2_000);
    lab.served().say("answer");
    lab.runUntilMillis(4_000);
    assertEquals(much, inside(lab, 0));
    assertEquals("answer", inside(lab, 1));
    Conversations found = read(lab, lab.secrets.keys);
    Channel within = requireNonNull(found.streams().getFirst().channel().inner());
    var tls = requireNonNull(within.tls());
    assertEquals(version == TlsVersion.TLS_1_3 ? "TLSv1.3" : "TLSv1.2", tls.versionName());
    assertEquals("server.example", tls.certificates().getFirst().names().getFirst());
  }

  @Test
  void withoutSecrets_nothingIsOpened() {
    TlsLab lab = new TlsLab();
    lab.serve();
    lab.dial("server.example").say("secret");
    lab.runUntilMillis(2_000);
    Channel inner = requireNonNull(read(lab, List.of()).streams().getFirst().channel().inner());
    assertEquals(0, inner.side(0).octets().length());
    assertEquals("server.example", requireNonNull(inner.tls()).serverName());
  }

  @Test
  void lostFrames_changeNothing() {
    TlsLab lab = new TlsLab();
    lab.lossy();
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    String much = "0123456789".repeat(4000);
    client.say(much);
    lab.runUntilMillis(60_000);
    assertEquals(much, lab.served().text());
    assertEquals(much, inside(lab, 0));
  }
}
