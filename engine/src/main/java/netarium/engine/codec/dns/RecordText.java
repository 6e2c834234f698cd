package netarium.engine.codec.dns;

import java.util.Locale;
import netarium.engine.wire.Octets;

/// Record data as zone files and tools write it (RFC 1035 §5, RFC 3597 §5).
final class RecordText {
  private RecordText() {}

  static String of(RecordData data) {
    return switch (data) {
      case RecordData.A a -> a.address().toString();
      case RecordData.Aaaa aaaa -> Ipv6Text.of(aaaa.address());
      case RecordData.Ns ns -> absolute(ns.server());
      case RecordData.Cname cname -> absolute(cname.target());
      case RecordData.Ptr ptr -> absolute(ptr.target());
      case RecordData.Mx mx -> mx.preference() + " " + absolute(mx.exchange());
      case RecordData.Srv srv ->
          srv.priority() + " " + srv.weight() + " " + srv.port() + " " + absolute(srv.target());
      case RecordData.Soa soa ->
          absolute(soa.server())
              + " "
              + absolute(soa.person())
              + " "
              + soa.serial()
              + " "
              + soa.refresh()
              + " "
              + soa.retry()
              + " "
              + soa.expire()
              + " "
              + soa.minimum();
      case RecordData.Txt txt -> {
        StringBuilder text = new StringBuilder();
        for (Octets each : txt.strings()) {
          text.append(text.isEmpty() ? "" : " ").append(quoted(each));
        }
        yield text.toString();
      }
      case RecordData.Opaque(Octets octets) ->
          octets.isEmpty() ? "\\# 0" : "\\# " + octets.length() + " " + octets;
    };
  }

  /// With the dot at the end that says that nothing follows.
  static String absolute(DomainName name) {
    return name.isRoot() ? "." : name + ".";
  }

  private static String quoted(Octets octets) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < octets.length(); i++) {
      int octet = octets.at(i);
      if (octet == '"' || octet == '\\') {
        text.append('\\').append((char) octet);
      } else if (octet < ' ' || octet > '~') {
        text.append(String.format(Locale.ROOT, "\\%03d", octet));
      } else {
        text.append((char) octet);
      }
    }
    return text.append('"').toString();
  }
}
