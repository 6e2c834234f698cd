package netarium.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which proxy a URL means, and which one a request takes.
class ProxyTest {
  private static String shown(Proxy proxy) {
    String login =
        proxy
            .login()
            .map(each -> ServiceLab.latin1(each.user()) + " " + ServiceLab.latin1(each.password()))
            .orElse("-");
    return proxy.kind() + " " + proxy.host() + " " + proxy.port() + " " + login;
  }

  @ParameterizedTest
  @CsvSource({
    "socks5://127.0.0.1:9050,SOCKS5 127.0.0.1 9050 -",
    "socks5h://tor,SOCKS5 tor 1080 -",
    "SOCKS://tor,SOCKS5 tor 1080 -",
    "socks5://user:pass@h:1,SOCKS5 h 1 user pass",
    "socks5://u%40x:p%3aq@h:1,SOCKS5 h 1 u@x p:q",
    "socks5://user@h:1,SOCKS5 h 1 user ",
    "http://cache:3128/,HTTP cache 3128 -",
    "http://cache,HTTP cache 80 -",
    "cache:3128,HTTP cache 3128 -",
  })
  void url_isRead(String url, String proxy) {
    var read = assertInstanceOf(Proxy.Read.Found.class, Proxy.parse(url, Proxy.Kind.HTTP));
    assertEquals(proxy == null ? "" : proxy.strip(), shown(read.proxy()).strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "socks5://", "http://h:0", "h:65536", "h:1x", ":80", ""})
  void whatIsNoProxy_isRefused(String url) {
    assertInstanceOf(Proxy.Read.Bad.class, Proxy.parse(url, Proxy.Kind.HTTP));
  }

  @Test
  void addressWithoutScheme_meansWhatTheCallerMeans() {
    assertEquals(
        "SOCKS5 127.0.0.1 9050 -",
        shown(((Proxy.Read.Found) Proxy.parse("127.0.0.1:9050", Proxy.Kind.SOCKS5)).proxy()));
  }

  private static String choice(String option, boolean isSecure, String host, String... variables) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    Optional<String> given = option.isEmpty() ? Optional.empty() : Optional.of(option);
    return switch (ProxyChoice.of(given, Proxy.Kind.SOCKS5, environment, isSecure, host)) {
      case ProxyChoice.Direct _ -> "direct";
      case ProxyChoice.Through(Proxy proxy) -> proxy.kind() + " " + proxy.host();
      case ProxyChoice.Bad(String why) -> why;
    };
  }

  @Test
  void option_comesBeforeAllOfTheEnvironment() {
    assertEquals("SOCKS5 o", choice("o:1", false, "web", "NO_PROXY=*", "HTTP_PROXY=http://h"));
    assertEquals(
        "cannot use this kind of proxy: x://o",
        choice("x://o", false, "web", "HTTP_PROXY=http://h"));
  }

  @Test
  void scheme_choosesTheVariable_andAllProxyComesLast() {
    String[] all = {"ALL_PROXY=socks5://a", "HTTP_PROXY=h:1", "HTTPS_PROXY=http://s"};
    assertEquals("HTTP h", choice("", false, "web", all));
    assertEquals("HTTP s", choice("", true, "web", all));
    assertEquals("SOCKS5 a", choice("", true, "web", "ALL_PROXY=socks5://a", "HTTP_PROXY=h:1"));
    assertEquals("direct", choice("", false, "web"));
  }

  @Test
  void capitals_comeBeforeSmallLetters_andEmptyIsUnset() {
    assertEquals("HTTP A", choice("", false, "web", "http_proxy=b:1", "HTTP_PROXY=A:1"));
    assertEquals("HTTP b", choice("", false, "web", "http_proxy=b:1", "HTTP_PROXY="));
    assertEquals("HTTP b", choice("", false, "web", "http_proxy=b:1", "ALL_PROXY=c:1"));
    assertEquals("direct", choice("", false, "web", "no_proxy=web", "HTTP_PROXY=A:1"));
    assertEquals(
        "HTTP A", choice("", false, "web", "NO_PROXY=x", "no_proxy=web", "HTTP_PROXY=A:1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "*;anything;direct",
        "web;web;direct",
        "web;WEB;direct",
        "WEB;web;direct",
        "a, web ,b;web;direct",
        "example.org;www.example.org;direct",
        "example.org;badexample.org;HTTP p",
        ".example.org;www.example.org;direct",
        ".example.org;example.org;direct",
        "www.example.org;example.org;HTTP p",
        "10.0.0.2;10.0.0.2;direct",
        "10.0.0.0/8;10.0.0.2;HTTP p",
        "web:80;web;HTTP p",
        ",;web;HTTP p",
        ".;web;HTTP p",
      })
  void noProxy_namesHostsAndDomains(String list, String host, String way) {
    assertEquals(way, choice("", false, host, "NO_PROXY=" + list, "HTTP_PROXY=p:1"));
  }
}
