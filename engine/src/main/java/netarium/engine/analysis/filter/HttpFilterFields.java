package netarium.engine.analysis.filter;

import static netarium.engine.analysis.filter.FilterField.numeric;
import static netarium.engine.analysis.filter.FilterField.text;

import java.util.List;
import java.util.function.Predicate;
import netarium.engine.analysis.HttpStart;
import netarium.engine.analysis.filter.FilterField.Kind;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// Names for the start of an HTTP/1 message in a segment, and for the data of a connection that
/// speaks HTTP.
final class HttpFilterFields {
  private HttpFilterFields() {}

  static List<FilterField> all() {
    return List.of(
        numeric("http", Kind.PRESENCE, (subject, out) -> isHttp(subject) && out.test(1)),
        present("http.request", HttpStart::isRequest),
        text(
            "http.request.method",
            (subject, out) -> {
              HttpStart start = start(subject);
              return start != null && start.isRequest() && out.test(start.method());
            }),
        text(
            "http.request.uri",
            (subject, out) -> {
              HttpStart start = start(subject);
              return start != null && start.isRequest() && out.test(start.target());
            }),
        present("http.response", start -> !start.isRequest()),
        numeric(
            "http.response.code",
            Kind.NUMBER,
            (subject, out) -> {
              HttpStart start = start(subject);
              return start != null && start.status() > 0 && out.test(start.status());
            }));
  }

  /// The start of a message, or, where the run has seen one, any data of the connection.
  private static boolean isHttp(FilterSubject subject) {
    TcpSegment segment = FilterFields.tcp(subject.frame());
    return segment != null
        && !segment.payload().isEmpty()
        && (subject.place().speaksHttp() || HttpStart.of(segment.payload()) != null);
  }

  private static FilterField present(String name, Predicate<HttpStart> is) {
    return numeric(
        name,
        Kind.PRESENCE,
        (subject, out) -> {
          HttpStart start = start(subject);
          return start != null && is.test(start) && out.test(1);
        });
  }

  private static @Nullable HttpStart start(FilterSubject subject) {
    TcpSegment segment = FilterFields.tcp(subject.frame());
    return segment == null ? null : HttpStart.of(segment.payload());
  }
}
