package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.codec.tls.TlsMessage;
import netarium.engine.codec.tls.TlsNames;
import netarium.engine.codec.tls.TlsNumbers;
import netarium.engine.wire.Octets;

/// A record of TLS: its header (RFC 8446 §5.1, §5.2) and what it holds, as far as that is known.
///
/// Where the keys are known, the fields show what is inside, and stand on the octets that carry it
/// encrypted: in the ciphers that are read here every octet has its place.
final class TlsLayer {
  private TlsLayer() {}

  static Layer of(TlsRecord record, TalkLayers.Carried carried) {
    Octets octets = carried.octets(record.from(), record.to());
    FieldList fields = carried.fields(octets, record.from());
    addHeader(fields, record);
    int at = (int) (record.contentFrom() - record.from());
    switch (record.state()) {
      case ON_ITS_WAY, SEALED -> addSealed(fields, record, octets);
      case PLAIN, OPENED -> addContent(fields, record, at);
    }
    Layer layer = carried.layer(Layer.Kind.TLS, "TLS", summary(record), fields);
    return record.state() == TlsRecord.State.OPENED ? layer.decrypted() : layer;
  }

  private static String summary(TlsRecord record) {
    return record.conversation().versionName() + " · " + line(record);
  }

  private static void addHeader(FieldList fields, TlsRecord record) {
    int type = record.outerType();
    boolean isHidden = record.type() != type;
    String key = isHidden ? "tls.record.opaque_type" : "tls.record.content_type";
    fields.add(
        key,
        0,
        1,
        type,
        Phrase.of("remark.literal", TlsNames.contentType(type)),
        Phrase.of(isHidden ? "explain.tls.record.opaque_type" : contentKey(type)));
    fields.add(
        "tls.record.version",
        1,
        2,
        FieldList.hex(record.version(), 4),
        Phrase.of("remark.literal", TlsNames.version(record.version())),
        Phrase.of("explain.tls.record.version"));
    fields.add(
        "tls.record.length",
        3,
        2,
        record.length(),
        Phrase.NONE,
        Phrase.of("explain.tls.record.length", record.length()));
    if (isHidden) {
      // It stands behind the content, encrypted with it.
      int at = (int) (record.contentFrom() - record.from()) + insideOctets(record);
      fields.add(
          "tls.record.content_type",
          at,
          1,
          record.type(),
          Phrase.of("remark.literal", TlsNames.contentType(record.type())),
          Phrase.of(contentKey(record.type())));
    }
  }

  private static int insideOctets(TlsRecord record) {
    TlsRecord.Run said = record.said();
    return said == null ? record.content().length() : (int) (said.end() - said.first());
  }

  private static String contentKey(int type) {
    boolean isKnown = type >= TlsNumbers.CHANGE_CIPHER_SPEC && type <= TlsNumbers.APPLICATION_DATA;
    return "explain.tls.record.content_type." + (isKnown ? Integer.toString(type) : "other");
  }

  private static void addSealed(FieldList fields, TlsRecord record, Octets octets) {
    int from = TlsNumbers.HEADER_OCTETS;
    if (octets.length() > from) {
      add(
          fields,
          "tls.app_data",
          from,
          record.length(),
          PlainLayers.shown(octets.slice(from)),
          Phrase.of("explain.tls.app_data", record.length()));
    }
  }

  private static void add(
      FieldList fields, String key, int at, int length, String value, Phrase meaning) {
    fields.add(key, at, length, value, "", Phrase.NONE, meaning, Check.NONE, List.of());
  }

  private static void addContent(FieldList fields, TlsRecord record, int at) {
    switch (record.type()) {
      case TlsNumbers.HANDSHAKE ->
          record.messages().forEach(message -> TlsHandshakeFields.add(fields, record, message, at));
      case TlsNumbers.ALERT -> addAlert(fields, record, at);
      case TlsNumbers.CHANGE_CIPHER_SPEC ->
          fields.add("tls.change_cipher_spec", at, 1, record.content().length());
      case TlsNumbers.APPLICATION_DATA -> {
        int length = insideOctets(record);
        add(
            fields,
            "tls.app_data",
            at,
            length,
            length + " B",
            Phrase.of("explain.tls.app_data.opened", length));
      }
      default -> {}
    }
  }

  private static void addAlert(FieldList fields, TlsRecord record, int at) {
    if (record.content().length() < 2) {
      return;
    }
    int level = record.content().at(0);
    fields.add(
        "tls.alert_message.level",
        at,
        1,
        level,
        Phrase.of("remark.literal", level == TlsNumbers.FATAL ? "Fatal" : "Warning"),
        Phrase.of("explain.tls.alert_message.level"));
    fields.add(
        "tls.alert_message.desc",
        at + 1,
        1,
        record.alert(),
        Phrase.of("remark.literal", TlsNames.alert(record.alert())),
        Phrase.of("explain.tls.alert." + alertKey(record.alert())));
  }

  /// How texts call an alert: by its number, if there is a sentence for it.
  static String alertKey(int alert) {
    return switch (alert) {
      case 0, 40, 42, 45, 46, 48, 70, 112, 120 -> Integer.toString(alert);
      default -> "other";
    };
  }

  /// As packet lists write it.
  static String line(TlsRecord record) {
    return switch (record.state()) {
      case ON_ITS_WAY, SEALED -> sealed(record);
      case PLAIN, OPENED ->
          switch (record.type()) {
            case TlsNumbers.HANDSHAKE -> messages(record);
            case TlsNumbers.ALERT -> alert(record);
            default -> TlsNames.contentType(record.type());
          };
    };
  }

  private static String sealed(TlsRecord record) {
    return switch (record.outerType()) {
      case TlsNumbers.HANDSHAKE ->
          record.state() == TlsRecord.State.SEALED ? "Encrypted Handshake Message" : "Handshake";
      case TlsNumbers.ALERT -> "Encrypted Alert";
      default -> TlsNames.contentType(record.outerType());
    };
  }

  private static String messages(TlsRecord record) {
    List<String> names = new ArrayList<>();
    for (TlsMessage message : record.messages()) {
      String name = record.conversation().serverName();
      boolean hasName = message.type() == TlsNumbers.CLIENT_HELLO && !name.isEmpty();
      names.add(message.name() + (hasName ? " (SNI=" + name + ")" : ""));
    }
    return names.isEmpty() ? "Handshake" : String.join(", ", names);
  }

  private static String alert(TlsRecord record) {
    if (record.content().length() < 2) {
      return "Alert";
    }
    String level = record.content().at(0) == TlsNumbers.FATAL ? "Fatal" : "Warning";
    return "Alert (Level: " + level + ", Description: " + TlsNames.alertWords(record.alert()) + ")";
  }
}
