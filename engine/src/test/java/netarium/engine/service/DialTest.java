package netarium.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The way to a connection, without and with proxies.
class DialTest {
  private static final String CONNECT_WEB = "05 01 00 03 03 776562 0050";

  private final ServiceLab lab = new ServiceLab();
  private final ServiceLab.Result result = lab.new Result();

  private Dial dial(String host, int port, Optional<Proxy> proxy) {
    Dial dial =
        new Dial(
            lab.client.dialler,
            new Dial.Destination(host, port, proxy, Dial.USUAL_TIME_OUT),
            result);
    dial.start();
    return dial;
  }

  private static Optional<Proxy> socks() {
    return Optional.of(new Proxy(Proxy.Kind.SOCKS5, "proxy", 1080, Optional.empty()));
  }

  private static Optional<Proxy> socks(String user, String password) {
    var login = new Proxy.Login(ServiceLab.text(user), ServiceLab.text(password));
    return Optional.of(new Proxy(Proxy.Kind.SOCKS5, "proxy", 1080, Optional.of(login)));
  }

  private static Optional<Proxy> http(Optional<Proxy.Login> login) {
    return Optional.of(new Proxy(Proxy.Kind.HTTP, "proxy", 3128, login));
  }

  @Test
  void directConnection_isGivenWhenItStands() {
    var server = lab.server.serve(80, "> " + ServiceLab.inHex("hello"));
    dial("server", 80, Optional.empty());
    assertEquals(List.of(), result.told);
    lab.lab.run();
    assertEquals(List.of("connected"), result.told);
    assertEquals("hello", result.received());
    assertEquals("", server.outcome());
  }

  @Test
  void refusedPort_isToldWithItsCode() {
    dial("server", 81, Optional.empty());
    lab.lab.run();
    assertEquals(List.of("refused: connection refused"), result.told);
  }

  @Test
  void unknownName_isToldAtOnce() {
    dial("nowhere", 80, Optional.empty());
    assertEquals(List.of("no-such-host: host not found"), result.told);
    assertFalse(lab.lab.simulator.hasEssential());
  }

  @Test
  void wayToNowhere_isToldAtOnce() {
    dial("192.168.7.7", 80, Optional.empty());
    assertEquals(List.of("unreachable: no route to host 192.168.7.7"), result.told);
  }

  @Test
  void socksWithoutLogin_speaksTheOctetsOfRfc1928() {
    var proxy =
        lab.proxy.serve(
            1080,
            "< 05 01 00",
            "> 05 00",
            "< " + CONNECT_WEB,
            "> 05 00 00 01 0a000003 c000 " + ServiceLab.inHex("early"));
    dial("web", 80, socks());
    lab.lab.run();
    assertEquals("", proxy.outcome());
    assertEquals(List.of("connected"), result.told);
    assertEquals("early", result.received());
    assertEquals(Octets.EMPTY, proxy.rest);
  }

  @Test
  void socksWithLogin_speaksTheOctetsOfRfc1929() {
    var proxy =
        lab.proxy.serve(
            1080,
            "< 05 02 00 02",
            "> 05 02",
            "< 01 05 616c696365 06 736563726574",
            "> 01 00",
            "< " + CONNECT_WEB,
            "> 05 00 00 03 02 6162 c000");
    dial("web", 80, socks("alice", "secret"));
    lab.lab.run();
    assertEquals("", proxy.outcome());
    assertEquals(List.of("connected"), result.told);
  }

  @Test
  void socksAnswersOctetByOctet_areUnderstood() {
    var listener = lab.proxy.listen(1080);
    String answers = "05 00 | 05 00 00 04 20010db8000000000000000000000001 c000 41 42";
    listener.onChange(() -> {
      var stream = listener.accept().orElseThrow();
      stream.noDelay();
      Octets octets = ServiceLab.hex(answers.replace("|", ""));
      for (int i = 0; i < octets.length(); i++) {
        Octets one = octets.slice(i, i + 1);
        lab.lab.at(
            lab.now().nanos() + 1_000_000L * (i + 1), () -> assertEquals(1, stream.offer(one)));
      }
    });
    dial("web", 80, socks());
    lab.lab.run();
    assertEquals(List.of("connected"), result.told);
    assertEquals("AB", result.received());
  }

  @ParameterizedTest
  @CsvSource({
    "05 ff,refused: SOCKS5 proxy rejected all auth methods",
    "05 02,refused: SOCKS5 proxy requires auth but no credentials",
    "05 00 05 05 00 01 00000000 0000,refused: SOCKS5 error: connection refused",
    "05 00 05 01 00 01 00000000 0000,refused: SOCKS5 error: general failure",
    "05 00 05 02 00 01 00000000 0000,refused: SOCKS5 error: not allowed",
    "05 00 05 03 00 01 00000000 0000,unreachable: SOCKS5 error: network unreachable",
    "05 00 05 04 00 01 00000000 0000,unreachable: SOCKS5 error: host unreachable",
    "05 00 05 06 00 01 00000000 0000,timeout: SOCKS5 error: TTL expired",
    "05 00 05 07 00 01 00000000 0000,unsupported: SOCKS5 error: command not supported",
    "05 00 05 08 00 01 00000000 0000,unsupported: SOCKS5 error: address type not supported",
    "05 00 05 63 00 01 00000000 0000,refused: SOCKS5 error: unknown reply 99",
    "48 54,unsupported: SOCKS5 greeting failed: the version is 72 instead of 5",
  })
  void refusalOfTheProxy_isToldInWords(String answer, String told) {
    lab.proxy.serve(1080, "< 05 01 00", "> " + answer);
    dial("web", 80, socks());
    lab.lab.run();
    assertEquals(List.of(told), result.told);
    assertFalse(lab.lab.simulator.hasEssential());
  }

  @Test
  void refusedLogin_isToldInWords() {
    lab.proxy.serve(1080, "< 05 02 00 02", "> 05 02", "< 01 01 61 01 62", "> 01 01", "close");
    dial("web", 80, socks("a", "b"));
    lab.lab.run();
    assertEquals(List.of("refused: SOCKS5 auth rejected by proxy"), result.told);
  }

  @Test
  void proxyThatCloses_isToldInWords() {
    lab.proxy.serve(1080, "< 05 01 00", "> 05 00", "< " + CONNECT_WEB, "close");
    dial("web", 80, socks());
    lab.lab.run();
    assertEquals(List.of("closed: SOCKS5 connection closed by proxy"), result.told);
  }

  @Test
  void proxyThatIsNotThere_isToldInWords() {
    dial("web", 80, socks());
    lab.lab.run();
    assertEquals(
        List.of("refused: SOCKS5 connect to proxy failed: connection refused"), result.told);
  }

  @Test
  void silentProxy_isGivenUpAfterTheTimeOut() {
    lab.proxy.serve(1080, "< 05 01 00", "> 05");
    dial("web", 80, socks());
    lab.lab.run();
    assertEquals(List.of("timeout: SOCKS5 connect timed out (15s)"), result.told);
    assertEquals(15_000_000_000L, result.toldAtNanos);
  }

  @Test
  void cancelledDial_saysNothingAndLeavesNothing() {
    lab.proxy.serve(1080, "< 05 01 00", "> 05 00");
    Dial dial = dial("web", 80, socks());
    lab.lab.at(20_000_000, dial::cancel);
    lab.lab.run();
    assertEquals(List.of(), result.told);
    assertEquals(0, lab.client.tcp.connectionCount());
  }

  @Test
  void httpTunnel_isAskedForByConnect() {
    var proxy =
        lab.proxy.serve(
            3128,
            "< "
                + ServiceLab.inHex(
                    "CONNECT web:80 HTTP/1.1\r\nHost: web:80\r\n"
                        + "Proxy-Authorization: Basic YWxpY2U6c2VjcmV0\r\n\r\n"),
            "> "
                + ServiceLab.inHex(
                    "HTTP/1.1 200 Connection established\r\nContent-Length: 9\r\n\r\nearly"));
    var login = new Proxy.Login(ServiceLab.text("alice"), ServiceLab.text("secret"));
    dial("web", 80, http(Optional.of(login)));
    lab.lab.run();
    assertEquals("", proxy.outcome());
    assertEquals(List.of("connected"), result.told);
    assertEquals("early", result.received());
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 403 Forbidden,refused: the proxy refused the tunnel: 403 Forbidden",
    "SSH-2.0-x,unsupported: the proxy does not speak HTTP",
  })
  void refusedHttpTunnel_isToldInWords(String line, String told) {
    lab.proxy.serve(3128, "> " + ServiceLab.inHex(line + "\r\n\r\n"));
    dial("web", 80, http(Optional.empty()));
    lab.lab.run();
    assertEquals(List.of(told), result.told);
  }
}
