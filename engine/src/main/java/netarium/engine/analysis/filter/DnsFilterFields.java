package netarium.engine.analysis.filter;

import static netarium.engine.analysis.filter.FilterField.numeric;
import static netarium.engine.analysis.filter.FilterField.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import netarium.engine.analysis.DnsMessage;
import netarium.engine.analysis.DnsPart;
import netarium.engine.analysis.FrameInfo;
import netarium.engine.analysis.HttpMessage;
import netarium.engine.analysis.StreamPart;
import netarium.engine.analysis.filter.FilterField.Kind;
import netarium.engine.wire.TcpSegment;

/// Names for DNS messages.
final class DnsFilterFields {
  private DnsFilterFields() {}

  private interface Numbers {
    boolean any(DnsMessage message, LongPredicate out);
  }

  private interface Words {
    boolean any(DnsMessage message, Predicate<String> out);
  }

  static List<FilterField> all() {
    return List.of(
        number("dns", Kind.PRESENCE, (dns, out) -> out.test(1)),
        number("dns.id", Kind.NUMBER, (dns, out) -> out.test(dns.id())),
        number("dns.flags.response", Kind.FLAG, (dns, out) -> out.test(dns.isResponse() ? 1 : 0)),
        number(
            "dns.flags.rcode",
            Kind.NUMBER,
            (dns, out) -> dns.isResponse() && out.test(dns.responseCode())),
        word(
            "dns.qry.name",
            (dns, out) -> dns.questions().stream().anyMatch(each -> out.test(each.name()))),
        number(
            "dns.qry.type",
            Kind.NUMBER,
            (dns, out) -> dns.questions().stream().anyMatch(each -> out.test(each.type()))),
        number(
            "dns.count.answers",
            Kind.NUMBER,
            (dns, out) -> out.test(dns.entries(DnsMessage.Section.ANSWER).size())),
        word(
            "dns.resp.name",
            (dns, out) -> dns.entries().stream().anyMatch(each -> out.test(each.name()))),
        number(
            "dns.resp.type",
            Kind.NUMBER,
            (dns, out) -> dns.entries().stream().anyMatch(each -> out.test(each.type()))),
        number(
            "dns.a",
            Kind.ADDRESS,
            (dns, out) ->
                dns.addresses().stream()
                    .anyMatch(each -> out.test(Integer.toUnsignedLong(each.bits())))));
  }

  private static FilterField number(String name, Kind kind, Numbers values) {
    return numeric(
        name,
        kind,
        (subject, out) -> messages(subject).stream().anyMatch(message -> values.any(message, out)));
  }

  private static FilterField word(String name, Words values) {
    return text(
        name,
        (subject, out) -> messages(subject).stream().anyMatch(message -> values.any(message, out)));
  }

  /// Those that a frame carries in a datagram, on a connection, or as the content of HTTP.
  private static List<DnsMessage> messages(FilterSubject subject) {
    DnsMessage alone = FrameInfo.dns(subject.frame());
    if (alone != null) {
      return List.of(alone);
    }
    TcpSegment segment = FilterFields.tcp(subject.frame());
    if (segment == null || segment.payload().isEmpty() || !subject.place().hasContent()) {
      return List.of();
    }
    List<DnsMessage> found = new ArrayList<>(0);
    for (StreamPart part : subject.place().told(segment)) {
      DnsMessage message =
          switch (part) {
            case DnsPart dns -> dns.message();
            case HttpMessage http -> http.dns();
            default -> null;
          };
      if (message != null) {
        found.add(message);
      }
    }
    return found;
  }
}
