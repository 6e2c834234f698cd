package netarium.engine.analysis.filter;

import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Address;

/// Reads a filter by recursive descent.
final class FilterParser {
  /// Deeper nesting is no filter anybody means.
  private static final int MAX_DEPTH = 100;

  private final FilterWords words;
  private int depth;

  FilterParser(String text) throws UnreadableFilter {
    words = new FilterWords(text);
  }

  Predicate<EthernetFrame> whole() throws UnreadableFilter {
    Predicate<EthernetFrame> filter = either();
    if (!words.peek().isEmpty()) {
      throw new UnreadableFilter(
          words.column(), "'" + words.peek() + "' is one word too many; join tests with && or ||");
    }
    return filter;
  }

  private Predicate<EthernetFrame> either() throws UnreadableFilter {
    Predicate<EthernetFrame> filter = both();
    while (words.takes("||", "or")) {
      filter = filter.or(both());
    }
    return filter;
  }

  private Predicate<EthernetFrame> both() throws UnreadableFilter {
    Predicate<EthernetFrame> filter = perhapsNot();
    while (words.takes("&&", "and")) {
      filter = filter.and(perhapsNot());
    }
    return filter;
  }

  private Predicate<EthernetFrame> perhapsNot() throws UnreadableFilter {
    if (++depth > MAX_DEPTH) {
      throw new UnreadableFilter(words.column(), "nested too deeply; write it with fewer brackets");
    }
    Predicate<EthernetFrame> filter;
    if (words.takes("!", "not")) {
      filter = perhapsNot().negate();
    } else if (words.takes("(", "(")) {
      filter = either();
      if (!words.takes(")", ")")) {
        throw new UnreadableFilter(words.column(), "a ) is missing here");
      }
    } else {
      filter = test();
    }
    depth--;
    return filter;
  }

  private Predicate<EthernetFrame> test() throws UnreadableFilter {
    int column = words.column();
    String name = words.take();
    Fields field = Fields.named(name);
    if (field == null) {
      throw new UnreadableFilter(
          column,
          name.isEmpty()
              ? "a test is missing here, such as tcp.flags.syn"
              : "'" + name + "' is not known; use one of " + Fields.names());
    }
    return switch (words.peek()) {
      case "==", "!=", "<", "<=", ">", ">=" -> comparison(field, words.take());
      default -> frame -> Fields.isSet(field, frame);
    };
  }

  private Predicate<EthernetFrame> comparison(Fields field, String sign) throws UnreadableFilter {
    int column = words.column();
    String text = words.take();
    long value =
        valueOf(field, text)
            .orElseThrow(() ->
                new UnreadableFilter(
                    column,
                    "'"
                        + text
                        + "' is no value for "
                        + field.text()
                        + "; write "
                        + (field.isAddress() ? "an address such as 10.0.1.2" : "a number")));
    LongPredicate holds =
        switch (sign) {
          case "==", "!=" -> actual -> actual == value;
          case "<" -> actual -> actual < value;
          case "<=" -> actual -> actual <= value;
          case ">" -> actual -> actual > value;
          default -> actual -> actual >= value;
        };
    return sign.equals("!=")
        ? frame -> field.isIn(frame) && !field.any(frame, holds)
        : frame -> field.any(frame, holds);
  }

  private static OptionalLong valueOf(Fields field, String text) {
    if (field.isAddress()) {
      return Ipv4Address.parse(text)
          .map(address -> OptionalLong.of(Integer.toUnsignedLong(address.bits())))
          .orElse(OptionalLong.empty());
    }
    try {
      return switch (text) {
        case "true" -> OptionalLong.of(1);
        case "false" -> OptionalLong.of(0);
        default ->
            text.startsWith("0x")
                ? OptionalLong.of(Long.parseLong(text.substring(2), 16))
                : OptionalLong.of(Long.parseLong(text));
      };
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }
}
