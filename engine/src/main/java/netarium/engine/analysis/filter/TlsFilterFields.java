package netarium.engine.analysis.filter;

import static netarium.engine.analysis.filter.FilterField.numeric;
import static netarium.engine.analysis.filter.FilterField.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import netarium.engine.analysis.TlsRecord;
import netarium.engine.analysis.filter.FilterField.Kind;
import netarium.engine.codec.tls.TlsHello;
import netarium.engine.codec.tls.TlsNumbers;
import netarium.engine.wire.TcpSegment;

/// Names for the records of TLS; each belongs to the segment that ends it. What is protected can be
/// asked for where the run's key log opens it, so all of them need a run.
final class TlsFilterFields {
  private TlsFilterFields() {}

  static List<FilterField> all() {
    List<FilterField> all = new ArrayList<>();
    all.add(
        numeric(
            "tls",
            Kind.PRESENCE,
            (subject, out) -> {
              TcpSegment segment = FilterFields.tcp(subject.frame());
              return segment != null
                  && subject.place().parts(segment).stream().anyMatch(TlsRecord.class::isInstance)
                  && out.test(1);
            }));
    all.add(number("tls.record.content_type", each -> List.of(each.type())));
    all.add(number("tls.record.version", each -> List.of(each.version())));
    all.add(number("tls.record.length", each -> List.of(each.length())));
    all.add(
        number(
            "tls.handshake.type",
            each -> each.messages().stream().map(message -> message.type()).toList()));
    all.add(
        number(
            "tls.handshake.ciphersuite",
            each -> hellos(each).stream().flatMap(hello -> hello.suites().stream()).toList()));
    all.add(
        number(
            "tls.handshake.extensions.supported_version",
            each ->
                hellos(each).stream()
                    .filter(hello -> hello.extension(TlsNumbers.SUPPORTED_VERSIONS).isPresent())
                    .flatMap(hello -> hello.versions().stream())
                    .toList()));
    all.add(
        words(
            "tls.handshake.extensions_server_name",
            each ->
                hellos(each).stream()
                    .filter(TlsHello::isOfClient)
                    .map(TlsHello::serverName)
                    .filter(name -> !name.isEmpty())
                    .toList()));
    all.add(
        words(
            "tls.handshake.extensions_alpn_str",
            each -> hellos(each).stream().flatMap(hello -> hello.protocols().stream()).toList()));
    all.add(
        number(
            "tls.alert_message.desc",
            each -> each.alert() < 0 ? List.of() : List.of(each.alert())));
    return all.stream().map(FilterField::inRun).toList();
  }

  private static List<TlsHello> hellos(TlsRecord record) {
    return record.messages().stream()
        .flatMap(message -> TlsHello.parse(message.octets()).stream())
        .toList();
  }

  private static FilterField number(String name, Function<TlsRecord, List<Integer>> values) {
    return numeric(
        name,
        Kind.NUMBER,
        (subject, out) ->
            told(subject).stream()
                .flatMap(each -> values.apply(each).stream())
                .anyMatch(each -> out.test(each)));
  }

  private static FilterField words(String name, Function<TlsRecord, List<String>> values) {
    return text(
        name,
        (subject, out) ->
            told(subject).stream().flatMap(each -> values.apply(each).stream()).anyMatch(out));
  }

  private static List<TlsRecord> told(FilterSubject subject) {
    TcpSegment segment = FilterFields.tcp(subject.frame());
    return segment == null
        ? List.of()
        : subject.place().told(segment).stream()
            .filter(TlsRecord.class::isInstance)
            .map(TlsRecord.class::cast)
            .toList();
  }
}
