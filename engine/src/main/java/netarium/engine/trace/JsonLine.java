package netarium.engine.trace;

import java.util.List;
import java.util.Optional;

/// One JSON object on one line (RFC 8259), built member by member in the order of the calls.
///
/// What a JSON text cannot hold, an unpaired surrogate, becomes U+FFFD.
final class JsonLine {
  private final StringBuilder text = new StringBuilder(256).append('{');

  JsonLine number(String name, long value) {
    name(name).append(value);
    return this;
  }

  JsonLine string(String name, String value) {
    quote(name(name), value);
    return this;
  }

  /// `null` when there is none.
  JsonLine string(String name, Optional<?> value) {
    if (value.isPresent()) {
      return string(name, value.get().toString());
    }
    name(name).append("null");
    return this;
  }

  JsonLine strings(String name, List<String> values) {
    name(name).append('[');
    for (int i = 0; i < values.size(); i++) {
      quote(i == 0 ? text : text.append(','), values.get(i));
    }
    text.append(']');
    return this;
  }

  /// The line with its end.
  String end() {
    return text.append("}\n").toString();
  }

  private StringBuilder name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    return quote(text, name).append(':');
  }

  private static StringBuilder quote(StringBuilder into, String value) {
    into.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        into.append(c).append(value.charAt(++i));
      } else {
        append(into, c);
      }
    }
    return into.append('"');
  }

  private static void append(StringBuilder into, char c) {
    switch (c) {
      case '"' -> into.append("\\\"");
      case '\\' -> into.append("\\\\");
      case '\n' -> into.append("\\n");
      case '\r' -> into.append("\\r");
      case '\t' -> into.append("\\t");
      default -> {
        if (c < ' ') {
          into.append("\\u00").append(Character.forDigit(c >> 4, 16));
          into.append(Character.forDigit(c & 15, 16));
        } else {
          into.append(Character.isSurrogate(c) ? '\ufffd' : c);
        }
      }
    }
  }
}
