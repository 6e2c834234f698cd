package netarium.engine.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import netarium.engine.socket.TcpSocket;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each failure has its own sentence, and nothing that the other side sends is an exception.
final class TlsFailureTest {
  private static final long DAY = 86_400;

  private final TlsLab lab = new TlsLab();

  /// The client's sentence, and the server's.
  private List<String> failures(String host) {
    lab.serve();
    TlsLab.End client = lab.dial(host);
    client.say("secret");
    lab.lab.run();
    assertFalse(client.stream.isConnecting());
    assertEquals("", lab.secrets.sent.toString(), "nothing is said to the wrong server");
    return List.of(client.error(), lab.served().error());
  }

  @Test
  void wrongName_isSaid() {
    assertEquals(
        List.of(
            "certificate: tls: certificate is valid for server.example, 10.0.0.2, not for"
                + " other.example",
            "tls: the other side ended the TLS connection: it does not accept the certificate"),
        failures("other.example"));
  }

  @Test
  void expired_isSaid_bySimulatedClock() {
    lab.identity =
        lab.authority.issue(
            List.of("server.example"),
            new CertificateAuthority.Validity(TlsLab.EPOCH - 10 * DAY, TlsLab.EPOCH - DAY));
    assertEquals(
        List.of(
            "certificate: tls: certificate has expired: it is 2026-01-01 00:00:00 UTC and it was"
                + " valid until 2025-12-31 00:00:00 UTC",
            "tls: the other side ended the TLS connection: it found the certificate expired"),
        failures("server.example"));
  }

  @Test
  void certificateThatRunsOut_isGoodBeforeAndBadAfter() {
    lab.identity =
        lab.authority.issue(
            List.of("server.example"),
            new CertificateAuthority.Validity(TlsLab.EPOCH - DAY, TlsLab.EPOCH + 20));
    lab.serve();
    TlsLab.End early = lab.dial("server.example");
    lab.runUntilMillis(19_000);
    assertEquals("", early.error());
    lab.lab.stayUntil(22_000_000_000L);
    TlsLab.End late = lab.dial("server.example");
    lab.lab.run();
    assertEquals(
        "certificate: tls: certificate has expired: it is 2026-01-01 00:00:22 UTC and it was valid"
            + " until 2026-01-01 00:00:20 UTC",
        late.error());
  }

  @Test
  void notYetValid_isSaid() {
    lab.identity =
        lab.authority.issue(
            List.of("server.example"),
            new CertificateAuthority.Validity(TlsLab.EPOCH + DAY, TlsLab.EPOCH + 2 * DAY));
    assertEquals(
        "certificate: tls: certificate is not yet valid: it is 2026-01-01 00:00:00 UTC and it is"
            + " valid from 2026-01-02 00:00:00 UTC",
        failures("server.example").getFirst());
  }

  @Test
  void untrustedAuthority_isSaid() {
    lab.trust = new CertificateAuthority(lab.streams, "Another", TlsLab.EPOCH).trust();
    assertEquals(
        List.of(
            "certificate: tls: certificate signed by unknown authority: Netarium test authority is"
                + " not trusted here",
            "tls: the other side ended the TLS connection: it does not know the certificate's"
                + " authority"),
        failures("server.example"));
  }

  @Test
  void authorityOfTheSameName_isAnother() {
    lab.trust =
        new CertificateAuthority(
                new netarium.engine.sim.RandomStreams(8), "Netarium test authority", TlsLab.EPOCH)
            .trust();
    assertTrue(failures("server.example").getFirst().contains("unknown authority"));
  }

  @Test
  void selfSigned_isSaid() {
    lab.identity = lab.authority.selfSigned(List.of("server.example"));
    assertEquals(
        "certificate: tls: certificate is self-signed: nobody vouches for server.example",
        failures("server.example").getFirst());
  }

  @Test
  void noVersionInCommon_isSaidAtBothEnds() {
    lab.clientSpeaks(TlsVersion.TLS_1_3);
    lab.serverSpeaks(TlsVersion.TLS_1_2);
    List<String> failures = failures("server.example");
    assertTrue(failures.get(0).contains("the two have no TLS version in common"), failures.get(0));
    assertTrue(failures.get(1).contains("the two have no TLS version in common"), failures.get(1));
  }

  @Test
  void noProtocolInCommon_isSaid() {
    lab.clientWithin("h2");
    assertTrue(failures("server.example").getFirst().contains("(ALPN)"));
  }

  @Test
  void plainHttpServer_isSaid() {
    lab.listen(
        socket -> socket.offer(octets("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")));
    TlsLab.End client = lab.dial("server.example");
    lab.lab.run();
    assertEquals("tls: http: server gave HTTP response to HTTPS client", client.error());
  }

  @Test
  void plainHttpClient_isToldInPlainHttp() {
    lab.serve();
    TcpSocket plain = lab.connect();
    plain.offer(octets("GET / HTTP/1.1\r\nHost: server.example\r\n\r\n"));
    lab.lab.run();
    assertEquals("tls: http: client sent an HTTP request to an HTTPS server", lab.served().error());
    String answer = TlsLab.latin1(plain.receive(1000));
    assertTrue(answer.startsWith("HTTP/1.0 400 Bad Request\r\n"), answer);
    assertTrue(answer.endsWith("Client sent an HTTP request to an HTTPS server.\n"), answer);
  }

  @Test
  void serverThatGoesAwayInTheHandshake_isSaid() {
    lab.listen(TcpSocket::shutdownWrite);
    TlsLab.End client = lab.dial("server.example");
    lab.lab.run();
    assertEquals(
        "tls: the other side ended the connection during the TLS handshake", client.error());
  }

  @Test
  void resetBelow_isThatOfTheConnection() {
    lab.listen(TcpSocket::abort);
    TlsLab.End client = lab.dial("server.example");
    lab.lab.run();
    assertTrue(client.error().startsWith("reset: "), client.error());
  }

  @ParameterizedTest
  @EnumSource(TlsVersion.class)
  void streamCutOffBelow_isNoEnd(TlsVersion version) {
    lab.clientSpeaks(version);
    lab.serve();
    TcpSocket below = lab.connect();
    TlsLab.End client = lab.over(below, "server.example");
    lab.lab.at(100_000_000, () -> lab.served().say("the beg"));
    lab.lab.at(200_000_000, () -> lab.belowServer.getFirst().shutdownWrite());
    lab.lab.run();
    assertEquals("the beg", client.text());
    assertFalse(client.stream.isAtEnd());
    assertTrue(client.error().startsWith("tls: the connection was cut off"), client.error());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "16030100ff", // a record that never comes whole
        "1603017fff00", // longer than any record may be
        "16030300040100ffff", // a hello longer than its record
        "160303000401ffffff", // and a huge one
        "1603030000", // nothing in it
        "17030300050102030405", // data before a handshake
        "15030300020228", // an alert
        "150303000201", // half an alert
        "1403030001ff", // a broken change of keys
        "160303000200", //
        "1603030004020000000000000000"
      })
  void hostileOctets_toBothEnds_areASentence(String hex) {
    Octets octets = Octets.wrap(java.util.HexFormat.of().parseHex(hex));
    lab.serve();
    TcpSocket plain = lab.connect();
    plain.offer(octets);
    plain.shutdownWrite();
    lab.lab.run();
    assertFalse(lab.served().error().isEmpty(), "server");
    TlsLab other = new TlsLab();
    other.listen(socket -> {
      socket.offer(octets);
      socket.shutdownWrite();
    });
    TlsLab.End client = other.dial("server.example");
    other.lab.run();
    assertFalse(client.error().isEmpty(), "client");
  }

  @Test
  void garbage_atAnyPlace_isASentence() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 60; round++) {
      TlsLab each = new TlsLab();
      int flip = random.nextInt(1600);
      each.serve();
      TlsLab.End client = each.over(new Damaging(each.connect(), flip), "server.example");
      client.say("hello");
      each.lab.run();
      boolean isWhole = each.served().text().equals("hello");
      String what = "flipped octet " + flip + ": ";
      assertTrue(
          isWhole || !client.error().isEmpty() || !each.served().error().isEmpty(), what + "hangs");
      assertFalse(client.stream.isConnecting() && each.served().error().isEmpty(), what + "hangs");
    }
  }

  private static Octets octets(String text) {
    return Octets.wrap(text.getBytes(ISO_8859_1));
  }
}
