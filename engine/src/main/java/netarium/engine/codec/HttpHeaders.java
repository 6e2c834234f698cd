package netarium.engine.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Header fields in wire order with their case and duplicates kept (RFC 9110 §5). Names compare
/// without case.
public record HttpHeaders(List<Field> fields) {
  public static final HttpHeaders NONE = new HttpHeaders(List.of());

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  /// One field line.
  public record Field(String name, String value) {}

  public HttpHeaders {
    fields = List.copyOf(fields);
  }

  /// The value of the first field of that name.
  public Optional<String> first(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /// The values of all fields of that name, in wire order.
  public List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        values.add(field.value());
      }
    }
    return values;
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  public HttpHeaders plus(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new HttpHeaders(more);
  }

  /// Whether a comma-separated list field holds a token (RFC 9110 §5.6.1).
  public boolean listHas(String name, String token) {
    for (String value : all(name)) {
      for (String element : value.split(",", -1)) {
        if (element.strip().toLowerCase(Locale.ROOT).equals(token)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a text is a `token` (RFC 9110 §5.6.2), as names of fields and methods are.
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenChar(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isTokenChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }
}
