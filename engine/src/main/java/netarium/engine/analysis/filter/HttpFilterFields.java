package netarium.engine.analysis.filter;

import static netarium.engine.analysis.filter.FilterField.numeric;
import static netarium.engine.analysis.filter.FilterField.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import netarium.engine.analysis.HttpExchange;
import netarium.engine.analysis.HttpMessage;
import netarium.engine.analysis.HttpStart;
import netarium.engine.analysis.filter.FilterField.Kind;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.wire.Octets;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// Names for the HTTP/1 message that a segment begins, or completes the first line of, and for the
/// data of a connection that speaks HTTP.
final class HttpFilterFields {
  private static final List<String> HEADERS =
      List.of(
          "Host",
          "User-Agent",
          "Server",
          "Location",
          "Connection",
          "Upgrade",
          "Content-Type",
          "Transfer-Encoding",
          "Sec-WebSocket-Key",
          "Sec-WebSocket-Accept",
          "Sec-WebSocket-Version");

  private HttpFilterFields() {}

  /// A message's first line and what is known of its header.
  private record Told(HttpStart start, HttpHeaders headers, String scheme) {
    @Nullable String value(String name) {
      return headers.first(name).orElse(null);
    }
  }

  static List<FilterField> all() {
    List<FilterField> all = new ArrayList<>();
    all.add(numeric("http", Kind.PRESENCE, (subject, out) -> isHttp(subject) && out.test(1)));
    all.add(present("http.request", HttpStart::isRequest));
    all.add(
        ofMessages(
            "http.request.method",
            (told, out) -> told.start().isRequest() && out.test(told.start().method())));
    all.add(
        ofMessages(
            "http.request.uri",
            (told, out) -> told.start().isRequest() && out.test(told.start().target())));
    all.add(
        ofMessages(
            "http.request.full_uri",
            (told, out) -> {
              String host = told.value("Host");
              return told.start().isRequest()
                  && host != null
                  && out.test(told.scheme() + "://" + host + told.start().target());
            }));
    all.add(present("http.response", start -> !start.isRequest()));
    all.add(
        numeric(
            "http.response.code",
            Kind.NUMBER,
            (subject, out) ->
                told(subject).stream()
                    .anyMatch(
                        each -> each.start().status() > 0 && out.test(each.start().status()))));
    all.add(
        ofMessages(
            "http.response.phrase",
            (told, out) -> !told.start().isRequest() && out.test(told.start().reason())));
    for (String header : HEADERS) {
      all.add(ofMessages(name(header), (told, out) -> isValue(told, header, out)));
    }
    all.add(
        ofMessages(
            "http.content_length_header", (told, out) -> isValue(told, "Content-Length", out)));
    all.add(
        numeric(
            "http.content_length",
            Kind.NUMBER,
            (subject, out) ->
                told(subject).stream()
                    .anyMatch(each -> {
                      String length = each.value("Content-Length");
                      return length != null
                          && length.matches("[0-9]{1,15}")
                          && out.test(Long.parseLong(length));
                    })));
    return all;
  }

  private static String name(String header) {
    return "http." + header.toLowerCase(java.util.Locale.ROOT).replace('-', '_');
  }

  private static boolean isValue(Told told, String header, Predicate<String> out) {
    String value = told.value(header);
    return value != null && out.test(value);
  }

  private interface OfMessage {
    boolean any(Told told, Predicate<String> out);
  }

  private static FilterField ofMessages(String name, OfMessage values) {
    return text(
        name, (subject, out) -> told(subject).stream().anyMatch(told -> values.any(told, out)));
  }

  /// A message, or, where the run has seen one, any data of it.
  private static boolean isHttp(FilterSubject subject) {
    TcpSegment segment = FilterFields.tcp(subject.frame());
    if (segment == null || segment.payload().isEmpty()) {
      return false;
    }
    if (subject.place().hasContent()) {
      return subject.place().parts(segment).stream().anyMatch(HttpMessage.class::isInstance);
    }
    return subject.place().speaksHttp() || HttpStart.of(segment.payload()) != null;
  }

  private static FilterField present(String name, Predicate<HttpStart> is) {
    return numeric(
        name,
        Kind.PRESENCE,
        (subject, out) ->
            told(subject).stream().anyMatch(each -> is.test(each.start())) && out.test(1));
  }

  private static List<Told> told(FilterSubject subject) {
    TcpSegment segment = FilterFields.tcp(subject.frame());
    if (segment == null || segment.payload().isEmpty()) {
      return List.of();
    }
    if (subject.place().hasContent()) {
      List<Told> all = new ArrayList<>(1);
      subject
          .place()
          .told(segment)
          .forEach(part -> {
            if (part instanceof HttpMessage message) {
              HttpExchange exchange = message.exchange();
              String scheme = exchange == null ? "http" : exchange.scheme();
              all.add(new Told(message.start(), message.headers(), scheme));
            }
          });
      return all;
    }
    HttpStart start = HttpStart.of(segment.payload());
    if (start == null) {
      return List.of();
    }
    Octets rest = segment.payload().slice(start.lineOctets());
    return List.of(new Told(start, HttpMessage.headersIn(rest), "http"));
  }
}
