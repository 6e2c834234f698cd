package netarium.engine.codec.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netarium.engine.codec.dns.ZoneText.Word;
import org.jspecify.annotations.Nullable;

/// The text form of a zone's records (RFC 1035 §5.1): `$ORIGIN` and `$TTL` (RFC 2308 §4), `@`,
/// names relative to the origin, names left out, parentheses, quotes, `1h30m` for seconds.
public final class ZoneFile {
  /// What is wrong at a line, and what to do about it.
  public record Problem(int line, String text) {}

  /// Records in the order of the file; none when there are problems.
  public record Read(List<DnsRecord> records, List<Problem> problems) {
    public Read {
      records = List.copyOf(records);
      problems = List.copyOf(problems);
    }
  }

  private static final int MOST_PROBLEMS = 20;
  private static final long MOST_SECONDS = 0x7fff_ffffL;

  private final DomainName zone;
  private final List<DnsRecord> records = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private DomainName origin;
  private @Nullable DomainName owner;
  private long usualTtl = -1;

  private ZoneFile(DomainName zone) {
    this.zone = zone;
    this.origin = zone;
  }

  /// Reads the records of `zone`, which is the origin to begin with.
  public static Read read(String text, DomainName zone) {
    ZoneText.Cut cut = ZoneText.cut(text);
    ZoneFile file = new ZoneFile(zone);
    for (ZoneText.Entry each : cut.entries()) {
      if (file.problems.size() < MOST_PROBLEMS) {
        file.entry(each);
      }
    }
    if (!cut.why().isEmpty()) {
      file.problems.add(new Problem(cut.badLine(), cut.why()));
    }
    return new Read(file.problems.isEmpty() ? file.records : List.of(), file.problems);
  }

  private void entry(ZoneText.Entry entry) {
    List<Word> words = entry.words();
    String first = words.getFirst().text();
    String why;
    if (first.startsWith("$") && !entry.isIndented()) {
      why = directive(first.toUpperCase(Locale.ROOT), words);
    } else {
      why = record(entry);
    }
    if (!why.isEmpty()) {
      problems.add(new Problem(entry.line(), why));
    }
  }

  private String directive(String name, List<Word> words) {
    String value = words.size() == 2 ? words.get(1).text() : "";
    return switch (name) {
      case "$ORIGIN" -> {
        Optional<DomainName> found = name(value);
        origin = found.orElse(origin);
        yield found.isEmpty() ? "$ORIGIN needs a name: $ORIGIN example.org." : "";
      }
      case "$TTL" -> {
        usualTtl = seconds(value);
        yield usualTtl < 0 ? "$TTL needs a time: $TTL 3600, $TTL 1h" : "";
      }
      case "$INCLUDE" -> "$INCLUDE is not read: put the records of that file here";
      default -> "unknown " + name + ": there are $ORIGIN and $TTL";
    };
  }

  private String record(ZoneText.Entry entry) {
    List<Word> words = entry.words();
    int next = 0;
    if (!entry.isIndented()) {
      Optional<DomainName> name = name(words.getFirst().text());
      if (name.isEmpty()) {
        return "no name: " + words.getFirst().text();
      }
      owner = name.get();
      next = 1;
    }
    DomainName about = owner;
    if (about == null) {
      return "a record without a name: begin the line with one, or with @";
    }
    if (!about.isWithin(zone)) {
      return about + " does not belong to the zone " + zone + ": is a dot missing or too much?";
    }
    long ttl = -1;
    while (next < words.size()) {
      String word = words.get(next).text();
      if (word.equalsIgnoreCase("IN")) {
        next++;
      } else if (word.equalsIgnoreCase("CH") || word.equalsIgnoreCase("HS")) {
        return "class " + word + ": only IN is served here";
      } else if (ttl < 0 && seconds(word) >= 0) {
        ttl = seconds(word);
        next++;
      } else {
        break;
      }
    }
    if (next >= words.size()) {
      return "a type and its data are missing: " + about + " A 10.0.0.1";
    }
    String type = words.get(next).text();
    if (RecordType.number(type).isEmpty()) {
      return "unknown type "
          + type
          + ": A, AAAA, CNAME, NS, SOA, PTR, MX, TXT, SRV are known, others as TYPE99 \\# …";
    }
    return add(about, ttl, type, words.subList(next + 1, words.size()));
  }

  private String add(DomainName about, long givenTtl, String typeName, List<Word> words) {
    int type = RecordType.number(typeName).orElseThrow();
    ZoneData.Read read = ZoneData.read(type, words, this::name);
    RecordData data = read.data();
    if (data == null) {
      return typeName + ": " + read.why();
    }
    long ttl = givenTtl >= 0 ? givenTtl : usualTtl;
    if (ttl < 0 && data instanceof RecordData.Soa soa) {
      ttl = soa.minimum();
    }
    if (ttl < 0) {
      return "how long may it be kept? Write $TTL 3600 at the top, or a number before the type";
    }
    if (usualTtl < 0) {
      usualTtl = ttl;
    }
    records.add(new DnsRecord(about, type, DnsRecord.INTERNET, ttl, data));
    return "";
  }

  /// A name as the file means it.
  private Optional<DomainName> name(String text) {
    if (text.equals("@")) {
      return Optional.of(origin);
    }
    Optional<DomainName> name = DomainName.parse(text);
    boolean isWhole = text.endsWith(".") && !text.endsWith("\\.");
    return isWhole ? name : name.flatMap(each -> each.below(origin));
  }

  /// `90`, `1h30m`, `1w`; -1 for what is no time.
  static long seconds(String text) {
    long sum = 0;
    long number = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = Math.max(0, number) * 10 + (c - '0');
        if (number > MOST_SECONDS) {
          return -1;
        }
        continue;
      }
      long unit =
          switch (c) {
            case 's', 'S' -> 1;
            case 'm', 'M' -> 60;
            case 'h', 'H' -> 3_600;
            case 'd', 'D' -> 86_400;
            case 'w', 'W' -> 604_800;
            default -> -1;
          };
      if (unit < 0 || number < 0) {
        return -1;
      }
      sum += number * unit;
      number = -1;
    }
    boolean isBare = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long all = isBare ? number : number < 0 && !text.isEmpty() ? sum : -1;
    return all <= MOST_SECONDS ? all : -1;
  }
}
