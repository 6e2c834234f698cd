package netarium.engine.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.tls.TlsCertificate;
import netarium.engine.codec.tls.TlsHello;
import netarium.engine.codec.tls.TlsMessage;
import netarium.engine.codec.tls.TlsNames;
import netarium.engine.codec.tls.TlsNumbers;
import netarium.engine.wire.Octets;

/// The fields of a handshake message (RFC 8446 §4, RFC 5246 §7.4).
final class TlsHandshakeFields {
  private static final int HEADER = TlsNumbers.MESSAGE_HEADER_OCTETS;

  private TlsHandshakeFields() {}

  /// `content`: where the record's content begins, counted as the list counts.
  static void add(FieldList fields, TlsRecord record, TlsMessage message, int content) {
    Octets octets = message.octets();
    int at = content + message.at();
    FieldList inside = fields.movedBy(at);
    int type = message.type();
    String key = Integer.toString(type);
    inside.add(
        "tls.handshake.type",
        0,
        1,
        type,
        Phrase.of("remark.literal", message.name()),
        Phrase.of("explain.tls.handshake.type." + (isExplained(type) ? key : "other")));
    inside.add("tls.handshake.length", 1, 3, octets.length() - HEADER);
    Optional<TlsHello> hello = TlsHello.parse(octets);
    if (hello.isPresent()) {
      addHello(inside, hello.get());
    } else if (type == TlsNumbers.CERTIFICATE) {
      boolean isTls13 = record.conversation().isTls13();
      TlsCertificate.parse(octets, isTls13).forEach(each -> addCertificate(inside, octets, each));
    } else if (octets.length() > HEADER) {
      Octets rest = octets.slice(HEADER);
      text(inside, "tls.handshake.data", HEADER, rest.length(), PlainLayers.shown(rest));
    }
    fields.add(
        "tls.handshake",
        at,
        octets.length(),
        message.name(),
        "",
        Phrase.NONE,
        Phrase.of("explain.tls.handshake.type." + (isExplained(type) ? key : "other")),
        Check.NONE,
        inside.list());
  }

  private static boolean isExplained(int type) {
    return switch (type) {
      case 1, 2, 4, 8, 11, 12, 14, 15, 16, 20, 24 -> true;
      default -> false;
    };
  }

  private static void text(FieldList fields, String key, int at, int length, String value) {
    fields.add(
        key,
        at,
        length,
        value,
        "",
        Phrase.NONE,
        Phrase.of("explain." + key, length),
        Check.NONE,
        List.of());
  }

  private static void addHello(FieldList fields, TlsHello hello) {
    Octets octets = hello.octets();
    if (hello.randomAt() >= 0) {
      fields.add(
          "tls.handshake.version",
          HEADER,
          2,
          FieldList.hex(hello.version(), 4),
          Phrase.of("remark.literal", TlsNames.version(hello.version())),
          Phrase.of("explain.tls.handshake.version"));
      text(fields, "tls.handshake.random", hello.randomAt(), 32, PlainLayers.shown(hello.random()));
      int session = hello.randomAt() + 32;
      fields.add("tls.handshake.session_id_length", session, 1, hello.sessionOctets());
      if (hello.sessionOctets() > 0) {
        Octets id = octets.slice(session + 1, session + 1 + hello.sessionOctets());
        text(fields, "tls.handshake.session_id", session + 1, id.length(), PlainLayers.shown(id));
      }
      addSuites(fields, hello);
    }
    for (TlsHello.Extension each : hello.extensions()) {
      addExtension(fields, hello, each);
    }
  }

  private static void addSuites(FieldList fields, TlsHello hello) {
    FieldList inside = fields.inside();
    for (int i = 0; i < hello.suites().size(); i++) {
      int suite = hello.suites().get(i);
      inside.add(
          "tls.handshake.ciphersuite",
          hello.suitesAt() + 2 * i,
          2,
          FieldList.hex(suite, 4),
          Phrase.of("remark.literal", TlsNames.suite(suite)),
          Phrase.of(
              hello.isOfClient()
                  ? "explain.tls.handshake.ciphersuite.offered"
                  : "explain.tls.handshake.ciphersuite",
              TlsNames.suite(suite)));
    }
    if (!hello.isOfClient()) {
      fields.list().addAll(inside.list());
      return;
    }
    int count = hello.suites().size();
    fields.add(
        "tls.handshake.ciphersuites",
        hello.suitesAt(),
        2 * count,
        Integer.toString(count),
        "",
        Phrase.NONE,
        Phrase.of("explain.tls.handshake.ciphersuites", count),
        Check.NONE,
        inside.list());
  }

  private static void addExtension(FieldList fields, TlsHello hello, TlsHello.Extension extension) {
    FieldList inside = fields.inside();
    int at = extension.at();
    String name = TlsNames.extension(extension.type());
    inside.add(
        "tls.handshake.extension.type", at - 4, 2, extension.type(), literal(name), explained());
    inside.add("tls.handshake.extension.len", at - 2, 2, extension.length());
    String shown = "";
    switch (extension.type()) {
      case TlsNumbers.SERVER_NAME -> {
        shown = extension.length() > 5 ? hello.serverName() : "";
        if (!shown.isEmpty()) {
          inside.add("tls.handshake.extensions_server_name", at + 5, shown.length(), shown);
        }
      }
      case TlsNumbers.ALPN -> shown = addProtocols(inside, hello, at);
      case TlsNumbers.SUPPORTED_VERSIONS -> {
        int from = hello.isOfClient() ? 1 : 0;
        shown =
            addNumbers(
                inside, hello, extension, from, "tls.handshake.extensions.supported_version");
      }
      case TlsNumbers.SUPPORTED_GROUPS ->
          shown =
              addNumbers(inside, hello, extension, 2, "tls.handshake.extensions_supported_group");
      case TlsNumbers.SIGNATURE_ALGORITHMS ->
          shown = addNumbers(inside, hello, extension, 2, "tls.handshake.sig_hash_alg");
      case TlsNumbers.KEY_SHARE -> shown = addShares(inside, hello, extension);
      default -> {}
    }
    fields.add(
        "tls.handshake.extension",
        at - 4,
        4 + extension.length(),
        name,
        "",
        shown.isEmpty() ? Phrase.NONE : literal(shown),
        Phrase.of("explain.tls.handshake.extension." + extensionKey(extension.type())),
        Check.NONE,
        inside.list());
  }

  private static Phrase explained() {
    return Phrase.of("explain.tls.handshake.extension.type");
  }

  private static String extensionKey(int type) {
    return switch (type) {
      case 0, 10, 13, 16, 23, 43, 51 -> Integer.toString(type);
      default -> "other";
    };
  }

  private static Phrase literal(String text) {
    return Phrase.of("remark.literal", text);
  }

  private static String addProtocols(FieldList fields, TlsHello hello, int extensionAt) {
    int at = extensionAt + 2;
    for (String name : hello.protocols()) {
      fields.add("tls.handshake.extensions_alpn_str", at + 1, name.length(), name);
      at += 1 + name.length();
    }
    return String.join(", ", hello.protocols());
  }

  private static String addNumbers(
      FieldList fields, TlsHello hello, TlsHello.Extension extension, int from, String key) {
    List<String> names = new ArrayList<>();
    int at = extension.at() + from;
    for (int number : hello.numbers(extension, from)) {
      String name = nameOf(number, key);
      names.add(name);
      fields.add(key, at, 2, FieldList.hex(number, 4), literal(name), Phrase.of("explain." + key));
      at += 2;
    }
    return String.join(", ", names);
  }

  private static String nameOf(int number, String key) {
    return switch (key) {
      case "tls.handshake.extensions.supported_version" -> TlsNames.version(number);
      case "tls.handshake.extensions_supported_group" -> TlsNames.group(number);
      default -> TlsNames.signature(number);
    };
  }

  /// A client's have a length in front of them; a server's is one (RFC 8446 §4.2.8).
  private static String addShares(FieldList fields, TlsHello hello, TlsHello.Extension extension) {
    Octets octets = hello.octets();
    List<String> names = new ArrayList<>();
    int at = extension.at() + (hello.isOfClient() ? 2 : 0);
    int end = extension.at() + extension.length();
    while (at + 2 <= end) {
      int group = octets.uint16(at);
      names.add(TlsNames.group(group));
      fields.add(
          "tls.handshake.extensions_key_share_group",
          at,
          2,
          FieldList.hex(group, 4),
          literal(TlsNames.group(group)),
          Phrase.of("explain.tls.handshake.extensions_key_share_group"));
      int length = at + 4 <= end ? Math.min(octets.uint16(at + 2), end - at - 4) : 0;
      if (length > 0) {
        Octets key = octets.slice(at + 4, at + 4 + length);
        String name = "tls.handshake.extensions_key_share_key_exchange";
        text(fields, name, at + 4, length, PlainLayers.shown(key));
      }
      at += 4 + length;
    }
    return String.join(", ", names);
  }

  private static String date(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }

  private static void addCertificate(FieldList fields, Octets octets, TlsCertificate each) {
    FieldList inside = fields.inside();
    String shown = PlainLayers.shown(octets.slice(each.at(), each.at() + each.length()));
    int at = each.at();
    int length = each.length();
    text(inside, "x509sat.subject", at, length, each.subject());
    text(inside, "x509sat.issuer", at, length, each.issuer());
    if (!each.names().isEmpty()) {
      text(inside, "x509ce.dNSName", at, length, String.join(", ", each.names()));
    }
    if (!each.subject().isEmpty()) {
      text(inside, "x509af.notBefore", at, length, date(each.validity().from()));
      text(inside, "x509af.notAfter", at, length, date(each.validity().to()));
    }
    fields.add(
        "tls.handshake.certificate",
        at,
        length,
        each.names().isEmpty() ? shown : String.join(", ", each.names()),
        "",
        Phrase.NONE,
        Phrase.of("explain.tls.handshake.certificate", each.subject(), each.issuer()),
        Check.NONE,
        inside.list());
  }
}
