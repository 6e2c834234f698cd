package netarium.engine.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two ends that understand each other: the handshake, data both ways, the ends.
final class TlsStreamTest {
  private final TlsLab lab = new TlsLab();

  @ParameterizedTest
  @EnumSource(TlsVersion.class)
  void handshake_agreesOnVersionNameAndProtocol(TlsVersion version) {
    lab.clientSpeaks(version);
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    assertTrue(client.stream.isConnecting());
    client.say("hello");
    lab.lab.run();
    assertEquals("", client.error());
    assertEquals("hello", lab.served().text());
    for (TlsLab.End end : List.of(client, lab.served())) {
      assertEquals(version, end.session().version());
      assertEquals(Optional.of("server.example"), end.session().serverName());
      assertEquals(Optional.of("http/1.1"), end.session().protocol());
    }
    assertEquals("hello", lab.secrets.sent.toString());
  }

  @Test
  void address_isNotToldAsName() {
    lab.serve();
    TlsLab.End client = lab.dial("10.0.0.2");
    client.say("hello");
    lab.lab.run();
    assertEquals("hello", lab.served().text());
    assertEquals(Optional.empty(), lab.served().session().serverName());
  }

  @ParameterizedTest
  @EnumSource(TlsVersion.class)
  void hundredKilobytes_bothWays_overLossyLink_comeWhole(TlsVersion version) {
    lab.clientSpeaks(version);
    lab.lossy();
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    String up = "0123456789".repeat(10_000);
    String down = "abcdefghij".repeat(10_000);
    client.say(up);
    lab.runUntilMillis(5_000);
    lab.served().sayLast(down);
    lab.lab.run();
    assertTrue(up.equals(lab.served().text()), "what went up");
    assertTrue(down.equals(client.text()), "what came down");
    assertTrue(client.stream.isAtEnd());
    assertEquals("", client.error());
    assertTrue(down.equals(lab.secrets.come.toString()), "what was told of it");
  }

  @Test
  void tls13_endsOneDirectionAtATime() {
    lab.clientSpeaks(TlsVersion.TLS_1_3);
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    client.sayLast("question");
    lab.runUntilMillis(1_000);
    assertTrue(lab.served().stream.isAtEnd());
    assertTrue(lab.served().stream.maySend());
    lab.served().sayLast("answer");
    lab.lab.run();
    assertEquals("answer", client.text());
    assertTrue(client.stream.isAtEnd());
    assertEquals("", client.error());
    assertEquals("", lab.served().error());
  }

  @Test
  void tls12_answersTheEndAtOnce() {
    lab.clientSpeaks(TlsVersion.TLS_1_2);
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    client.sayLast("question");
    lab.runUntilMillis(1_000);
    assertEquals("question", lab.served().text());
    assertFalse(lab.served().stream.maySend());
    assertTrue(client.stream.isAtEnd());
    assertEquals("", client.error());
  }

  @ParameterizedTest
  @EnumSource(TlsVersion.class)
  void close_afterSaying_losesNothing(TlsVersion version) {
    lab.clientSpeaks(version);
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    String text = "0123456789".repeat(5_000);
    lab.lab.at(
        500_000_000L,
        () -> {
          lab.served().say(text);
          lab.served().stream.close();
        });
    lab.lab.run();
    assertEquals(text.length() - lab.served().unsent.length(), client.text().length());
    assertTrue(client.stream.isAtEnd());
    client.stream.close();
    lab.lab.run();
    assertEquals(List.of(), lab.lab.lines("RST"));
  }

  @Test
  void bothClose_withoutAReset() {
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    client.say("hello");
    lab.lab.at(500_000_000L, () -> client.stream.close());
    lab.lab.at(600_000_000L, () -> lab.served().stream.close());
    lab.lab.run();
    assertEquals("hello", lab.served().text());
    assertEquals(List.of(), lab.lab.lines("RST"));
    assertEquals("closed: the socket is closed", client.error());
    assertEquals(0, client.stream.offer(Octets.wrap(new byte[1])));
  }

  @Test
  void closedEnd_whoseOtherSideStays_isLetGoInTime() {
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    lab.lab.at(500_000_000L, () -> client.stream.close());
    lab.lab.run();
    assertTrue(lab.served().stream.isAtEnd());
    assertTrue(lab.lab.simulator.nowNanos() >= 5_000_000_000L, "it waited");
  }

  @Test
  void readerThatDoesNotRead_holdsTheSenderBack() {
    lab.serve();
    TlsLab.End client = lab.dial("server.example");
    lab.runUntilMillis(500);
    lab.served().reads = false;
    String text = "0123456789".repeat(100_000);
    client.say(text);
    lab.runUntilMillis(20_000);
    assertTrue(client.unsent.length() > 300_000, "still unsent: " + client.unsent.length());
    assertTrue(
        lab.served().stream.availableOctets() < 2 * TlsStream.MOST_HELD, "held by the reader");
    lab.served().readOn();
    lab.lab.run();
    assertTrue(text.equals(lab.served().text()), "all of it in the end");
  }

  @Test
  void keyLog_hasTheFourSecretsOfTls13() {
    lab.serve();
    lab.dial("server.example");
    lab.lab.run();
    assertEquals(
        List.of(
            "CLIENT_HANDSHAKE_TRAFFIC_SECRET",
            "SERVER_HANDSHAKE_TRAFFIC_SECRET",
            "CLIENT_TRAFFIC_SECRET_0",
            "SERVER_TRAFFIC_SECRET_0"),
        lab.secrets.keys.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
    for (String line : lab.secrets.keys) {
      assertTrue(line.matches("[A-Z_0]+ [0-9a-f]{64} [0-9a-f]{64}"), line);
    }
  }

  @Test
  void keyLog_hasTheOneSecretOfTls12() {
    lab.clientSpeaks(TlsVersion.TLS_1_2);
    lab.serve();
    lab.dial("server.example");
    lab.lab.run();
    assertEquals(1, lab.secrets.keys.size());
    String line = lab.secrets.keys.getFirst();
    assertTrue(line.matches("CLIENT_RANDOM [0-9a-f]{64} [0-9a-f]{96}"), line);
  }

  @Test
  void hundredConnections_atOnce() {
    lab.serve();
    List<TlsLab.End> clients = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      clients.add(lab.dial("server.example"));
      clients.getLast().say("I am " + i);
    }
    lab.lab.run();
    Set<String> said = new TreeSet<>();
    lab.accepted.forEach(end -> said.add(end.text()));
    assertEquals(100, said.size());
    assertTrue(said.contains("I am 99"));
  }
}
