package netarium.engine.codec.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Octets;

/// A domain name from its own label up to the root (RFC 1035 §3.1): always a whole one. A label is
/// octets in disguise, one character each.
///
/// Two names are equal with all their letters; to DNS, those are the same that have the same [#key]
/// (RFC 4343).
public record DomainName(List<String> labels) {
  public static final int MAX_LABEL_OCTETS = 63;
  public static final int MAX_OCTETS = 255;
  public static final DomainName ROOT = new DomainName(List.of());

  /// Below which the names of addresses stand (RFC 1035 §3.5).
  public static final DomainName REVERSE = new DomainName(List.of("in-addr", "arpa"));

  public DomainName {
    labels = List.copyOf(labels);
    for (String label : labels) {
      if (label.isEmpty() || label.length() > MAX_LABEL_OCTETS) {
        throw new IllegalArgumentException("a label has 1 to 63 octets, not " + label.length());
      }
    }
    if (octets(labels) > MAX_OCTETS) {
      throw new IllegalArgumentException("a name has no more than " + MAX_OCTETS + " octets");
    }
  }

  private static int octets(List<String> labels) {
    int octets = 1;
    for (String label : labels) {
      octets += 1 + label.length();
    }
    return octets;
  }

  /// Reads a name as people write it, with `\.` and `\065` for what they cannot (RFC 1035 §5.1); a
  /// dot at the end may be there or not. Empty for what is no name.
  public static Optional<DomainName> parse(String text) {
    if (text.equals(".")) {
      return Optional.of(ROOT);
    }
    List<String> labels = new ArrayList<>();
    StringBuilder label = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '.') {
        if (!mayBeLabel(label)) {
          return Optional.empty();
        }
        labels.add(label.toString());
        label.setLength(0);
      } else if (c == '\\') {
        int octet = escaped(text, at);
        if (octet < 0) {
          return Optional.empty();
        }
        label.append((char) octet);
        at += isDigit(text.charAt(at)) ? 3 : 1;
      } else if (c <= ' ' || c > '~') {
        return Optional.empty();
      } else {
        label.append(c);
      }
    }
    if (!label.isEmpty()) {
      labels.add(label.toString());
    }
    boolean isGood =
        !labels.isEmpty()
            && labels.stream().allMatch(DomainName::mayBeLabel)
            && octets(labels) <= MAX_OCTETS;
    return isGood ? Optional.of(new DomainName(labels)) : Optional.empty();
  }

  private static boolean mayBeLabel(CharSequence label) {
    return !label.isEmpty() && label.length() <= MAX_LABEL_OCTETS;
  }

  /// What stands behind a backslash: a character for itself, or three digits; -1 for neither.
  static int escaped(String text, int at) {
    if (at >= text.length()) {
      return -1;
    }
    if (!isDigit(text.charAt(at))) {
      return text.charAt(at) <= 0xff ? text.charAt(at) : -1;
    }
    if (at + 3 > text.length()
        || !text.substring(at, at + 3).chars().allMatch(DomainName::isDigit)) {
      return -1;
    }
    int octet = Integer.parseInt(text.substring(at, at + 3));
    return octet <= 0xff ? octet : -1;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// `2.1.0.10.in-addr.arpa` for 10.0.1.2.
  public static DomainName ofAddress(Ipv4Address address) {
    List<String> labels = new ArrayList<>();
    for (int shift = 0; shift < 32; shift += 8) {
      labels.add(Integer.toString(address.bits() >>> shift & 255));
    }
    labels.addAll(REVERSE.labels);
    return new DomainName(labels);
  }

  /// Sixteen octets as their 32 digits, the last one first, below `ip6.arpa` (RFC 3596 §2.5).
  public static DomainName ofLongAddress(Octets address) {
    List<String> labels = new ArrayList<>();
    for (int i = address.length() - 1; i >= 0; i--) {
      labels.add(Integer.toHexString(address.at(i) & 15));
      labels.add(Integer.toHexString(address.at(i) >> 4));
    }
    labels.add("ip6");
    labels.add("arpa");
    return new DomainName(labels);
  }

  public boolean isRoot() {
    return labels.isEmpty();
  }

  /// How many octets it takes where nothing is compressed.
  public int lengthOctets() {
    return octets(labels);
  }

  /// The same name without its first label; not of the root.
  public DomainName parent() {
    return new DomainName(labels.subList(1, labels.size()));
  }

  /// This name below `origin`; empty when that would be too long.
  public Optional<DomainName> below(DomainName origin) {
    List<String> all = new ArrayList<>(labels);
    all.addAll(origin.labels);
    return octets(all) <= MAX_OCTETS ? Optional.of(new DomainName(all)) : Optional.empty();
  }

  /// Whether it is `other` or stands below it.
  public boolean isWithin(DomainName other) {
    int more = labels.size() - other.labels.size();
    if (more < 0) {
      return false;
    }
    for (int i = 0; i < other.labels.size(); i++) {
      if (!lower(labels.get(more + i)).equals(lower(other.labels.get(i)))) {
        return false;
      }
    }
    return true;
  }

  public boolean isSame(DomainName other) {
    return labels.size() == other.labels.size() && isWithin(other);
  }

  /// Equal for names that are the same to DNS.
  public String key() {
    return lower(toString());
  }

  /// Letters of ASCII alone have cases in DNS (RFC 4343 §3).
  private static String lower(String text) {
    boolean isLower = text.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
    if (isLower) {
      return text;
    }
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }

  /// As people write it, without a dot at the end; the root is a dot.
  @Override
  public String toString() {
    if (labels.isEmpty()) {
      return ".";
    }
    StringBuilder text = new StringBuilder();
    for (String label : labels) {
      if (!text.isEmpty()) {
        text.append('.');
      }
      for (int i = 0; i < label.length(); i++) {
        char c = label.charAt(i);
        if (c == '.' || c == '\\') {
          text.append('\\').append(c);
        } else if (c <= ' ' || c > '~') {
          text.append(String.format(Locale.ROOT, "\\%03d", (int) c));
        } else {
          text.append(c);
        }
      }
    }
    return text.toString();
  }
}
