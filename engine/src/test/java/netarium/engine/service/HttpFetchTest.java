package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponse;
import netarium.engine.codec.HttpUrl;
import netarium.engine.socket.TcpListener;
import netarium.engine.socket.TcpSocket;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A client's request to its answer, over a network: straight, redirected, by proxies.
final class HttpFetchTest {
  private static final HttpHeaders PLAIN = HttpHeaders.NONE;

  private final ServiceLab net = new ServiceLab();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private String outcome = "nothing";

  private static Octets octets(String text) {
    return Octets.wrap(text.getBytes(ISO_8859_1));
  }

  /// Serves `status body Location`-answers by path with this very package's server.
  private void serve(ServiceLab.Machine machine, int port, Map<String, String> answers) {
    TcpListener listener = machine.listen(port);
    listener.onChange(() -> {
      TcpSocket socket = listener.accept().orElseThrow();
      new HttpServerConnection(
              net.lab.simulator,
              socket,
              HttpServerSettings.usual(0, new OctetRoom(8 << 20)),
              exchange -> answer(exchange, answers),
              _ -> {})
          .open();
    });
  }

  private void answer(HttpExchange exchange, Map<String, String> answers) {
    HttpRequest request = exchange.request();
    StringBuilder line = new StringBuilder(request.method() + " " + request.target());
    for (String name : List.of("Host", "Authorization", "Proxy-Authorization", "Cookie")) {
      request.headers().first(name).ifPresent(value -> line.append("|" + value));
    }
    asked.add(line + "|" + new String(request.body().toByteArray(), ISO_8859_1));
    String[] words = answers.getOrDefault(request.path(), "404 none").split(" ", 3);
    HttpHeaders more =
        words.length < 3
            ? HttpHeaders.NONE
            : new HttpHeaders(List.of(new HttpHeaders.Field("Location", words[2])));
    exchange.answer(Integer.parseInt(words[0]), "text/plain", octets(words[1]), more);
  }

  private static Map<String, String> answers(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private HttpFetch fetch(String method, String url, HttpHeaders headers, String body, String by) {
    HttpUrl address =
        switch (HttpUrl.parse(url)) {
          case HttpUrl.Read.Found(HttpUrl found) -> found;
          case HttpUrl.Read.Bad(String why) -> throw new AssertionError(why);
        };
    HttpFetch fetch =
        new HttpFetch(
            net.client.dialler,
            HttpFetch.Settings.usual(
                by.isEmpty() ? Optional.empty() : Optional.of(by), environment),
            new HttpAsk(method, address, headers, octets(body)),
            new HttpFetch.Outcome() {
              @Override
              public void answered(HttpUrl from, HttpResponse response) {
                outcome =
                    response.status()
                        + " "
                        + new String(response.body().toByteArray(), ISO_8859_1)
                        + " from "
                        + from.absolute();
              }

              @Override
              public void failed(String why) {
                outcome = why;
              }
            });
    fetch.start();
    return fetch;
  }

  private String get(String url) {
    return get(url, "");
  }

  private String get(String url, String proxy) {
    fetch("GET", url, PLAIN, "", proxy);
    net.lab.run();
    return outcome;
  }

  @Test
  void answer_isFetched() {
    serve(net.server, 8080, answers("/a", "200 hello"));
    assertEquals("200 hello from http://server:8080/a?x=1", get("http://server:8080/a?x=1#part"));
    assertEquals(List.of("GET /a?x=1|server:8080|"), asked);
  }

  @Test
  void redirections_areFollowedToTheirEnd() {
    serve(
        net.server,
        80,
        answers("/a", "301 no /b/c", "/b/c", "302 no d", "/b/d", "307 no http://10.0.0.3/e"));
    assertEquals("404 none from http://10.0.0.3/e", get("http://server/a"));
  }

  @Test
  void endlessRedirection_ends() {
    serve(net.server, 80, answers("/", "302 no /"));
    assertEquals("more than 5 redirections", get("http://server/"));
    assertEquals(6, asked.size());
  }

  @Test
  void redirectionToNothingUsable_isSaid() {
    serve(net.server, 80, answers("/", "302 no https://server/", "/x", "302 no ftp://x/"));
    assertEquals("connection refused", get("http://server/"));
    assertEquals("redirected to what is not an HTTP address: ftp://x/", get("http://server/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "301,POST,GET", "302,POST,GET", "303,POST,GET", "307,POST,POST", "308,POST,POST",
    "301,PUT,PUT", "303,PUT,GET", "308,PUT,PUT", "303,HEAD,HEAD", "302,HEAD,HEAD"
  })
  void methodAfterARedirection_isThatOfTheStatus(int status, String method, String then) {
    serve(net.server, 80, answers("/", status + " no /next", "/next", "200 there"));
    boolean isHead = method.equals("HEAD");
    fetch(method, "http://server/", PLAIN, isHead ? "" : "body", "");
    net.lab.run();
    String body = then.equals(method) && !isHead ? "body" : "";
    assertEquals(then + " /next|server|" + body, asked.get(1));
  }

  @Test
  void secrets_stayWithTheirServer() {
    serve(net.server, 80, answers("/", "302 no /two", "/two", "302 no http://proxy/three"));
    serve(net.proxy, 80, answers("/three", "200 done"));
    HttpHeaders secret =
        new HttpHeaders(
            List.of(
                new HttpHeaders.Field("Authorization", "Basic x"),
                new HttpHeaders.Field("Cookie", "c")));
    fetch("GET", "http://server/", secret, "", "");
    net.lab.run();
    assertEquals(
        List.of("GET /|server|Basic x|c|", "GET /two|server|Basic x|c|", "GET /three|proxy|"),
        asked);
  }

  @Test
  void httpProxy_isAskedForTheWholeAddress() {
    serve(net.proxy, 3128, answers("/a", "200 by-proxy"));
    assertEquals(
        "200 by-proxy from http://nowhere/a",
        get("http://nowhere/a", "http://me:se%3Acret@proxy:3128"));
    assertEquals(List.of("GET http://nowhere/a|nowhere|Basic bWU6c2U6Y3JldA==|"), asked);
  }

  @Test
  void environment_choosesTheProxyAndItsExceptions() {
    environment.put("HTTP_PROXY", "http://proxy:3128");
    environment.put("NO_PROXY", "server");
    serve(net.proxy, 3128, answers("/", "200 by-proxy"));
    serve(net.server, 80, answers("/", "200 straight"));
    assertEquals("200 by-proxy from http://elsewhere/", get("http://elsewhere/"));
    assertEquals("200 straight from http://server/", get("http://server/"));
  }

  @Test
  void proxyThatIsNotThere_isSaid() {
    assertEquals(
        "connect to proxy failed: connection refused", get("http://server/", "http://proxy:1"));
    assertEquals(
        "connect to proxy failed: host not found", get("http://server/", "http://ghost:1"));
    assertEquals(
        "SOCKS5 connect to proxy failed: connection refused",
        get("http://server/", "socks5://proxy:1"));
  }

  @Test
  void loginInTheAddress_isSent() {
    serve(net.server, 80, answers("/", "200 in"));
    get("http://user:pass@server/");
    assertEquals(List.of("GET /|server|Basic dXNlcjpwYXNz|"), asked);
  }

  @Test
  void whatFails_isSaidInWords() {
    assertEquals("host not found", get("http://ghost/"));
    assertEquals("connection refused", get("http://server/"));
    assertEquals("connection refused", get("https://server/"));
  }

  @Test
  void answerThatNeverComes_isATimeOut() {
    net.server.listen(80);
    assertEquals("timeout", get("http://server/"));
    assertEquals(15, net.lab.simulator.nowNanos() / 1_000_000_000L);
  }

  @Test
  void answersInEveryShape_areRead() {
    net.server.serve(
        80,
        "> " + hex("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"));
    assertEquals("200 hi from http://server/", get("http://server/"));
    net.server.serve(81, "> " + hex("HTTP/1.0 200 OK\r\n\r\nto the end"), "close");
    assertEquals("200 to the end from http://server:81/", get("http://server:81/"));
    net.server.serve(82, "> " + hex("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut"), "close");
    assertEquals("connection closed after 3 of 9 body octets", get("http://server:82/"));
    net.server.serve(83, "> " + hex("SSH-2.0\r\n"));
    assertEquals("not an HTTP answer", get("http://server:83/"));
    net.server.serve(84, "close");
    assertEquals("connection closed without an answer", get("http://server:84/"));
  }

  private static String hex(String text) {
    return octets(text).toString();
  }

  @Test
  void cancelledFetch_saysNothing() {
    serve(net.server, 80, answers("/", "200 late"));
    HttpFetch fetch = fetch("GET", "http://server/", PLAIN, "", "");
    fetch.cancel();
    net.lab.run();
    assertEquals("nothing", outcome);
    assertFalse(net.lab.simulator.hasEssential());
  }

  @Test
  void largeAnswerAndLargeRequest_goThrough() {
    serve(net.server, 80, answers("/", "200 " + "x".repeat(200_000)));
    fetch("POST", "http://server/", PLAIN, "y".repeat(200_000), "");
    net.lab.run();
    assertTrue(outcome.startsWith("200 xxx"));
    assertTrue(asked.getFirst().length() > 200_000);
  }
}
