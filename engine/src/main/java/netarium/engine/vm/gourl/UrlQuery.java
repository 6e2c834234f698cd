package netarium.engine.vm.gourl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The names and values of a query or a form: `a=1&b=2` (Go's `url.Values`), in order of coming.
public record UrlQuery(List<Pair> pairs) {
  private static final int MOST_PAIRS = 10_000;

  /// One name with one of its values.
  public record Pair(String name, String value) {}

  /// What could be read, and what was wrong with the first that could not.
  public record Read(UrlQuery query, Optional<String> fault) {}

  public UrlQuery {
    pairs = List.copyOf(pairs);
  }

  /// Reads a query; pairs that are wrong are left out.
  public static Read parse(String text) {
    List<Pair> pairs = new ArrayList<>();
    Optional<String> fault = Optional.empty();
    if (text.chars().filter(c -> c == '&').count() >= MOST_PAIRS) {
      return new Read(
          new UrlQuery(pairs), Optional.of("number of URL query parameters exceeded limit"));
    }
    for (String each : text.split("&", -1)) {
      try {
        if (!each.isEmpty()) {
          pairs.add(pair(each));
        }
      } catch (UrlFaultException wrong) {
        fault = fault.or(() -> Optional.of(wrong.sentence()));
      }
    }
    return new Read(new UrlQuery(pairs), fault);
  }

  private static Pair pair(String text) throws UrlFaultException {
    if (text.contains(";")) {
      throw new UrlFaultException("invalid semicolon separator in query");
    }
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String value = equals < 0 ? "" : text.substring(equals + 1);
    return new Pair(
        UrlEscape.QUERY_COMPONENT.unescape(name), UrlEscape.QUERY_COMPONENT.unescape(value));
  }

  /// The values of each name, the names sorted by their octets.
  public Map<String, List<String>> byName() {
    Map<String, List<String>> values = new TreeMap<>();
    for (Pair pair : pairs) {
      values.computeIfAbsent(pair.name(), _ -> new ArrayList<>()).add(pair.value());
    }
    return values;
  }

  /// As it stands in an address, sorted by name.
  public String encode() {
    StringBuilder out = new StringBuilder();
    byName()
        .forEach((name, values) -> {
          for (String value : values) {
            out.append(out.isEmpty() ? "" : "&");
            out.append(UrlEscape.QUERY_COMPONENT.escape(name)).append('=');
            out.append(UrlEscape.QUERY_COMPONENT.escape(value));
          }
        });
    return out.toString();
  }
}
