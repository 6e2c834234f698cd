package netarium.engine.analysis.filter;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// What a name is compared with: a number, all addresses of a prefix, or a text.
sealed interface FilterValue {
  /// `mask` is -1 but for a prefix.
  record OfNumber(long number, long mask) implements FilterValue {}

  record OfText(String text) implements FilterValue {}

  /// Whether one value of the field stands to this as `sign` says.
  default Predicate<FilterSubject> compare(FilterField field, String sign) {
    return switch (this) {
      case OfText(String text) -> {
        Predicate<String> holds =
            sign.equals("contains") ? actual -> actual.contains(text) : text::equals;
        yield subject -> field.texts().any(subject, holds);
      }
      case OfNumber(long number, long mask) -> {
        LongPredicate holds = test(sign, number, mask);
        yield subject -> field.numbers().any(subject, holds);
      }
    };
  }

  private static LongPredicate test(String sign, long number, long mask) {
    return switch (sign) {
      case "<", "lt" -> actual -> actual < number;
      case "<=", "le" -> actual -> actual <= number;
      case ">", "gt" -> actual -> actual > number;
      case ">=", "ge" -> actual -> actual >= number;
      default -> actual -> (actual & mask) == (number & mask);
    };
  }

  /// Null when the text is no value of this kind.
  static @Nullable FilterValue read(FilterField.Kind kind, String text, boolean isQuoted) {
    return switch (kind) {
      case TEXT -> isQuoted || isPlain(text) ? new OfText(text) : null;
      case ADDRESS -> isQuoted ? null : address(text);
      case MAC -> isQuoted ? null : mac(text);
      case SECONDS -> isQuoted ? null : seconds(text);
      case NUMBER, FLAG, PRESENCE -> isQuoted ? null : number(text);
    };
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty() && FilterWords.isOfWord(text.charAt(0));
  }

  private static @Nullable FilterValue address(String text) {
    int slash = text.indexOf('/');
    String bare = slash < 0 ? text : text.substring(0, slash);
    long length = 32;
    if (slash >= 0) {
      FilterValue bits = number(text.substring(slash + 1));
      length = bits instanceof OfNumber(long value, long _) ? value : -1;
    }
    if (length < 0 || length > 32) {
      return null;
    }
    long mask = -1L << (32 - length);
    return Ipv4Address.parse(bare)
        .map(address -> new OfNumber(Integer.toUnsignedLong(address.bits()), mask))
        .orElse(null);
  }

  private static @Nullable FilterValue mac(String text) {
    try {
      byte[] octets = HexFormat.ofDelimiter(":").parseHex(text);
      long bits = 0;
      for (byte octet : octets) {
        bits = bits << 8 | (octet & 0xff);
      }
      return octets.length == 6 ? new OfNumber(bits, -1) : null;
    } catch (IllegalArgumentException notHex) {
      return null;
    }
  }

  private static @Nullable FilterValue seconds(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text);
      boolean isSane = text.length() <= 30 && seconds.scale() >= 0 && seconds.scale() <= 18;
      return isSane ? new OfNumber(seconds.movePointRight(9).longValue(), -1) : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private static @Nullable FilterValue number(String text) {
    try {
      return switch (text) {
        case "true" -> new OfNumber(1, -1);
        case "false" -> new OfNumber(0, -1);
        default ->
            text.startsWith("0x")
                ? new OfNumber(Long.parseLong(text.substring(2), 16), -1)
                : new OfNumber(Long.parseLong(text), -1);
      };
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
