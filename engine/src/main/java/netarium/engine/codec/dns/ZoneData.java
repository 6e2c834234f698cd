package netarium.engine.codec.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import netarium.engine.codec.dns.ZoneText.Word;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Reads the data of a record in a zone file (RFC 1035 §5.1, RFC 3597 §5).
final class ZoneData {
  /// The data, or why there is none.
  record Read(@Nullable RecordData data, String why) {}

  private static final long MOST_16 = 0xffff;
  private static final long MOST_32 = 0xffff_ffffL;
  private static final String SOA_SHAPE =
      "SERVER PERSON SERIAL REFRESH RETRY EXPIRE MINIMUM expected, as @ IN SOA ns admin 1 1h 10m 1w"
          + " 1h";

  private final List<Word> words;
  private final Function<String, Optional<DomainName>> names;

  private ZoneData(List<Word> words, Function<String, Optional<DomainName>> names) {
    this.words = words;
    this.names = names;
  }

  /// `names` reads a name as the file means it.
  static Read read(int type, List<Word> words, Function<String, Optional<DomainName>> names) {
    ZoneData data = new ZoneData(words, names);
    return switch (type) {
      case RecordType.A -> read(data.address(), "one address of four numbers expected, 10.0.0.1");
      case RecordType.AAAA -> read(data.longAddress(), "one IPv6 address expected, 2001:db8::1");
      case RecordType.NS -> read(data.only().map(RecordData.Ns::new), "one name expected");
      case RecordType.CNAME -> read(data.only().map(RecordData.Cname::new), "one name expected");
      case RecordType.PTR -> read(data.only().map(RecordData.Ptr::new), "one name expected");
      case RecordType.MX -> read(data.exchange(), "a number and a name expected, 10 mail");
      case RecordType.SRV -> read(data.service(), "three numbers and a name expected, 0 5 80 web");
      case RecordType.SOA -> read(data.authority(), SOA_SHAPE);
      case RecordType.TXT ->
          read(data.texts(), "text expected, in quotes, pieces of at most 255 octets");
      case RecordType.OPT, RecordType.AXFR, RecordType.ANY ->
          read(Optional.empty(), "such a record cannot stand in a zone");
      default -> read(data.opaque(), "\\# LENGTH and hexadecimal digits expected");
    };
  }

  private static Read read(Optional<? extends RecordData> data, String why) {
    return new Read(data.isPresent() ? data.get() : null, why);
  }

  private Optional<RecordData> address() {
    return words.size() == 1
        ? Ipv4Address.parse(words.getFirst().text()).map(RecordData.A::new)
        : Optional.empty();
  }

  private Optional<RecordData> longAddress() {
    return words.size() == 1
        ? Ipv6Text.parse(words.getFirst().text()).map(RecordData.Aaaa::new)
        : Optional.empty();
  }

  private Optional<DomainName> only() {
    return words.size() == 1 ? names.apply(words.getFirst().text()) : Optional.empty();
  }

  private Optional<RecordData> exchange() {
    long preference = words.size() == 2 ? number(0, MOST_16) : -1;
    return preference < 0
        ? Optional.empty()
        : names.apply(words.get(1).text()).map(name -> new RecordData.Mx((int) preference, name));
  }

  private Optional<RecordData> service() {
    if (words.size() != 4) {
      return Optional.empty();
    }
    int priority = (int) number(0, MOST_16);
    int weight = (int) number(1, MOST_16);
    int port = (int) number(2, MOST_16);
    return priority < 0 || weight < 0 || port < 0
        ? Optional.empty()
        : names
            .apply(words.get(3).text())
            .map(name -> new RecordData.Srv(priority, weight, port, name));
  }

  private Optional<RecordData> authority() {
    if (words.size() != 7) {
      return Optional.empty();
    }
    Optional<DomainName> server = names.apply(words.get(0).text());
    Optional<DomainName> person = names.apply(words.get(1).text());
    long serial = number(2, MOST_32);
    long refresh = ZoneFile.seconds(words.get(3).text());
    long retry = ZoneFile.seconds(words.get(4).text());
    long expire = ZoneFile.seconds(words.get(5).text());
    long minimum = ZoneFile.seconds(words.get(6).text());
    boolean isGood = serial >= 0 && refresh >= 0 && retry >= 0 && expire >= 0 && minimum >= 0;
    return isGood && server.isPresent() && person.isPresent()
        ? Optional.of(
            new RecordData.Soa(server.get(), person.get(), serial, refresh, retry, expire, minimum))
        : Optional.empty();
  }

  private Optional<RecordData> texts() {
    List<Octets> strings = new ArrayList<>();
    for (Word each : words) {
      Octets octets = unescaped(each.text());
      if (octets == null || octets.length() > 255) {
        return Optional.empty();
      }
      strings.add(octets);
    }
    return strings.isEmpty() ? Optional.empty() : Optional.of(new RecordData.Txt(strings));
  }

  private static @Nullable Octets unescaped(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c != '\\') {
        octets.writeBytes(Character.toString(c).getBytes(UTF_8));
        continue;
      }
      int octet = DomainName.escaped(text, at);
      if (octet < 0) {
        return null;
      }
      at += text.charAt(at) >= '0' && text.charAt(at) <= '9' ? 3 : 1;
      octets.write(octet);
    }
    return Octets.wrap(octets.toByteArray());
  }

  private Optional<RecordData> opaque() {
    if (words.size() < 2 || !words.get(0).text().equals("\\#")) {
      return Optional.empty();
    }
    long length = number(1, MOST_16);
    StringBuilder digits = new StringBuilder();
    words.subList(2, words.size()).forEach(each -> digits.append(each.text()));
    if (digits.length() != 2 * length || !digits.toString().matches("[0-9a-fA-F]*")) {
      return Optional.empty();
    }
    byte[] octets = HexFormat.of().parseHex(digits);
    return Optional.of(new RecordData.Opaque(Octets.wrap(octets)));
  }

  /// A word as a number up to `most`; -1 for none.
  private long number(int index, long most) {
    String text = words.get(index).text();
    boolean isNumber =
        text.length() <= 10 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long number = isNumber ? Long.parseLong(text) : -1;
    return number <= most ? number : -1;
  }
}
