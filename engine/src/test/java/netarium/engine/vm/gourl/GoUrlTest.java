package netarium.engine.vm.gourl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses: what Go's `net/url` makes of them.
class GoUrlTest {
  private static GoUrl parse(String text) {
    try {
      return GoUrl.parse(text);
    } catch (UrlFaultException fault) {
      throw new AssertionError(fault.sentence(), fault);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      nullValues = "-",
      value = {
        // text | scheme | opaque | host | path | raw path | query | fragment
        "http://www.example.com|http|''|www.example.com|''|''|''|''",
        "http://www.example.com/|http|''|www.example.com|/|''|''|''",
        "HTTP://h/%7e|http|''|h|/~|/%7e|''|''",
        "http://h/file%20one%26two|http|''|h|/file one&two|/file%20one%26two|''|''",
        "http://h/a%2Fb|http|''|h|/a/b|/a%2Fb|''|''",
        "http://h/?q=go+language|http|''|h|/|''|q=go+language|''",
        "http://h/?q=go%20language|http|''|h|/|''|q=go%20language|''",
        "http://h/a%20b?q=c+d|http|''|h|/a b|''|q=c+d|''",
        "http:www.example.com/?q=1|http|www.example.com/|''|''|''|q=1|''",
        "mailto:/ann@example.com|mailto|''|''|/ann@example.com|''|''|''",
        "mailto:ann@example.com|mailto|ann@example.com|''|''|''|''|''",
        "/foo?query=http://bad|''|''|''|/foo|''|query=http://bad|''",
        "//foo|''|''|foo|''|''|''|''",
        "//user@foo/path?a=b|''|''|foo|/path|''|a=b|''",
        "///threeslashes|''|''|''|///threeslashes|''|''|''",
        "a/b/c|''|''|''|a/b/c|''|''|''",
        "http://%3Fam:pa%3Fsword@h|http|''|h|''|''|''|''",
        "http://192.168.0.1:8080/|http|''|192.168.0.1:8080|/|''|''|''",
        "http://[fe80::1]:8080/|http|''|[fe80::1]:8080|/|''|''|''",
        "http://[fe80::1%25en0]/|http|''|[fe80::1%en0]|/|''|''|''",
        "http://h:/|http|''|h:|/|''|''|''",
        "http://h/#a%20b|http|''|h|/|''|''|a b",
        "magnet:?xt=urn:btih:c12fe1&dn|magnet|''|''|''|''|xt=urn:btih:c12fe1&dn|''",
        "*|''|''|''|*|''|''|''",
        "file:///home/ann|file|''|''|/home/ann|''|''|''",
        "http://a.b/x%zy?%zz|-|-|-|-|-|-|-"
      })
  void address_hasThoseParts(
      String text,
      String scheme,
      String opaque,
      String host,
      String path,
      String rawPath,
      String query,
      String fragment) {
    if (scheme == null) {
      assertThrows(UrlFaultException.class, () -> GoUrl.parse(text));
      return;
    }
    GoUrl url = parse(text);
    assertEquals(
        List.of(scheme, opaque, host, path, rawPath, query, fragment),
        List.of(
            url.scheme(),
            url.opaque(),
            url.host(),
            url.path(),
            url.rawPath(),
            url.rawQuery(),
            url.fragment()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        ":foo|parse \":foo\": missing protocol scheme",
        "1http://x|parse \"1http://x\": first path segment in URL cannot contain colon",
        "a_b:c|parse \"a_b:c\": first path segment in URL cannot contain colon",
        "http://a b.com/|parse \"http://a b.com/\": invalid character \" \" in host name",
        "http://a%20b/|parse \"http://a%20b/\": invalid URL escape \"%20\"",
        "http://h/%|parse \"http://h/%\": invalid URL escape \"%\"",
        "http://h/%zz|parse \"http://h/%zz\": invalid URL escape \"%zz\"",
        "http://h/x#%q1|parse \"http://h/x#%q1\": invalid URL escape \"%q1\"",
        "http://h:port/|parse \"http://h:port/\": invalid port \":port\" after host",
        "http://h:80:80/|parse \"http://h:80:80/\": invalid port \":80:80\" after host",
        "http://[::1/|parse \"http://[::1/\": missing ']' in host",
        "http://[::1]a/|parse \"http://[::1]a/\": invalid port \"a\" after host",
        "http://u[@h/|parse \"http://u[@h/\": net/url: invalid userinfo",
        "http://a[::1]/|parse \"http://a[::1]/\": invalid IP-literal",
        "http://[1.2.3.4]/|parse \"http://[1.2.3.4]/\": invalid host: "
            + "ParseAddr(\"1.2.3.4\"): unable to parse IP",
      })
  void whatIsNoAddress_isSaid(String text, String sentence) {
    assertEquals(
        sentence, assertThrows(UrlFaultException.class, () -> GoUrl.parse(text)).sentence());
  }

  @Test
  void controlCharacter_isSaidInQuotes() {
    assertEquals(
        "parse \"http://h/\\r\\nx\\x01\": net/url: invalid control character in URL",
        assertThrows(UrlFaultException.class, () -> GoUrl.parse("http://h/\r\nx\1")).sentence());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"'',empty url", "foo,invalid URI for request", "a:b,''", "http://h/x,''", "/p?q,''"})
  void requestTarget_isAbsoluteOrAPath(String text, String sentence) {
    if (sentence.isEmpty()) {
      assertEquals(text, assertParsesRequest(text).text());
    } else {
      assertEquals(
          "parse \"" + text + "\": " + sentence,
          assertThrows(UrlFaultException.class, () -> GoUrl.parseRequest(text)).sentence());
    }
  }

  private static GoUrl assertParsesRequest(String text) {
    try {
      return GoUrl.parseRequest(text);
    } catch (UrlFaultException fault) {
      throw new AssertionError(fault.sentence(), fault);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.example.com",
        "http://www.example.com/a%2Fb/c%20d",
        "http://ann:pass@h:8080/p?q=1&r#f",
        "http://ann@h/",
        "http://j%40hn@h/",
        "mailto:ann@example.com",
        "//foo/bar",
        "a/b?c",
        "http://h/?",
        "http://h/p?#f",
        "http://[fe80::1%25en0]:80/",
        "file:/etc/passwd",
        "file:///etc/passwd",
        "http://h/a(b)!c*d",
        "http://h/#a!b(c)*",
        "http://h/%E2%82%AC",
        "*"
      })
  void addressReadAndWritten_isTheSame(String text) {
    assertEquals(text, parse(text).text());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://h/a b,http://h/a%20b",
    "HTTP://h/,http://h/",
    "http://h/#a b,http://h/#a%20b",
    "./a:b/c,./a:b/c",
    "http://h/ä,http://h/%E4"
  })
  void addressWritten_isEscaped(String text, String written) {
    assertEquals(written, parse(text).text());
  }

  /// The examples of RFC 3986 §5.4, normal and abnormal.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "g:h,g:h",
    "g,http://a/b/c/g",
    "./g,http://a/b/c/g",
    "g/,http://a/b/c/g/",
    "/g,http://a/g",
    "//g,http://g",
    "?y,http://a/b/c/d;p?y",
    "g?y,http://a/b/c/g?y",
    "#s,http://a/b/c/d;p?q#s",
    "g#s,http://a/b/c/g#s",
    "g?y#s,http://a/b/c/g?y#s",
    ";x,http://a/b/c/;x",
    "g;x,http://a/b/c/g;x",
    "'',http://a/b/c/d;p?q",
    ".,http://a/b/c/",
    "./,http://a/b/c/",
    "..,http://a/b/",
    "../,http://a/b/",
    "../g,http://a/b/g",
    "../..,http://a/",
    "../../,http://a/",
    "../../g,http://a/g",
    "../../../g,http://a/g",
    "../../../../g,http://a/g",
    "/./g,http://a/g",
    "/../g,http://a/g",
    "g.,http://a/b/c/g.",
    ".g,http://a/b/c/.g",
    "g..,http://a/b/c/g..",
    "..g,http://a/b/c/..g",
    "./../g,http://a/b/g",
    "./g/.,http://a/b/c/g/",
    "g/./h,http://a/b/c/g/h",
    "g/../h,http://a/b/c/h",
    "g;x=1/./y,http://a/b/c/g;x=1/y",
    "g;x=1/../y,http://a/b/c/y",
    "g?y/./x,http://a/b/c/g?y/./x",
    "g#s/../x,http://a/b/c/g#s/../x"
  })
  void reference_isResolved(String reference, String resolved) throws UrlFaultException {
    assertEquals(resolved, parse("http://a/b/c/d;p?q").resolve(parse(reference)).text());
  }

  @ParameterizedTest(name = "{0} + {1}")
  @CsvSource({
    "http://h/foo,http://h/bar,http://h/bar",
    "http://h/foo,//other/x,http://other/x",
    "http://h/,../../../../../quux,http://h/quux",
    "http://h,foo,http://h/foo",
    "http://h/foo%2fbar/,../baz,http://h/baz",
    "http://h/foo/bar%2Fbaz,x%2Fy,http://h/foo/x%2Fy",
    "mailto:ann@x,#f,mailto:ann@x#f",
    "http://h/a/b/,c/../d,http://h/a/b/d",
    "http://u@h/a,b,http://u@h/b"
  })
  void referenceElsewhere_isResolved(String base, String reference, String resolved)
      throws UrlFaultException {
    assertEquals(resolved, parse(base).resolve(parse(reference)).text());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "h:80,h,80",
    "h,h,''",
    "h:,h,''",
    "[::1]:80,::1,80",
    "[::1],::1,''",
    "1.2.3.4:5,1.2.3.4,5"
  })
  void host_hasNameAndPort(String host, String name, String port) {
    GoUrl url = parse("http://" + host + "/");
    assertEquals(name + " " + port, url.hostName() + " " + url.port());
  }

  @ParameterizedTest(name = "{0} + {1}")
  @CsvSource({
    "http://h,a,http://h/a",
    "http://h/a/,../b,http://h/b",
    "http://h/a,../../../b,http://h/b",
    "http://h/a/b,./c/,http://h/a/b/c/",
    "http://h/a,'',http://h/a",
    "http://h/a/,'',http://h/a",
    "http://h/a%2fb,c,http://h/a%2fb/c",
    "a/b,../c,a/c"
  })
  void joined_isTidy(String base, String element, String joined) throws UrlFaultException {
    assertEquals(joined, parse(base).join(List.of(element)).text());
  }

  @Test
  void requestTarget_hasPathAndQuery() {
    assertEquals("/", parse("http://h").requestTarget());
    assertEquals("/a%20b?q#", parse("http://h/a b?q#f").requestTarget() + "#");
    assertEquals("/p?", parse("http://h/p?").requestTarget());
    assertEquals("opaque", parse("http:opaque").requestTarget());
  }

  @Test
  void password_isHidden() {
    assertEquals("http://u:xxxxx@h/", parse("http://u:secret@h/").redacted());
    assertEquals("http://u@h/", parse("http://u@h/").redacted());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a=1&b=2&a=3,a=1&a=3&b=2,''",
    "a=%20+b,a=++b,''",
    "a,a=,''",
    "=x,=x,''",
    "&&a=1&,a=1,''",
    "a=1;b=2&c=3,c=3,invalid semicolon separator in query",
    "a=%zz&b=2,b=2,'invalid URL escape \"%zz\"'"
  })
  void query_isReadAndEncoded(String text, String encoded, String fault) {
    UrlQuery.Read read = UrlQuery.parse(text);
    assertEquals(encoded + "|" + fault, read.query().encode() + "|" + read.fault().orElse(""));
  }

  @Test
  void whatIsEscaped_isReadBack() throws UrlFaultException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(12); left > 0; left--) {
        text.append((char) random.nextInt(256));
      }
      for (UrlEscape place : UrlEscape.values()) {
        if (place != UrlEscape.HOST && place != UrlEscape.ZONE) {
          assertEquals(text.toString(), place.unescape(place.escape(text.toString())));
        }
      }
    }
  }

  @Test
  void anything_isReadOrRefused() {
    SplittableRandom random = new SplittableRandom(11);
    String letters = "ahtp:/?#@%[]25.e0 ;=&\u00e9";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "http://" : "");
      for (int left = random.nextInt(14); left > 0; left--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        GoUrl url = GoUrl.parse(text.toString());
        String written = url.text();
        assertEquals(written, GoUrl.parse(written).text(), text.toString());
      } catch (UrlFaultException fault) {
        assertEquals("parse \"", fault.sentence().substring(0, 7), fault.sentence());
      }
    }
  }
}
