package netarium.engine.vm.gourl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text in quotation marks as Go's `%q` writes it: what cannot be printed is escaped.
///
/// Texts are octets, one character for each; octets that are UTF-8 stay as they are.
public final class GoQuote {
  private static final int MOST_OCTETS = 4;

  private GoQuote() {}

  public static String of(String octets) {
    StringBuilder out = new StringBuilder(octets.length() + 2).append('"');
    int at = 0;
    while (at < octets.length()) {
      char c = octets.charAt(at);
      int length = c < 0x80 ? 1 : lengthOfCharacter(octets, at);
      if (length > 1) {
        out.append(octets, at, at + length);
      } else {
        append(out, c);
      }
      at += Math.max(1, length);
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> {
        if (c >= ' ' && c < 0x7f) {
          out.append(c);
        } else {
          out.append("\\x").append(Character.forDigit(c >> 4, 16));
          out.append(Character.forDigit(c & 15, 16));
        }
      }
    }
  }

  /// How many octets the printable UTF-8 character takes that begins there; 0 when none does.
  private static int lengthOfCharacter(String octets, int at) {
    char first = octets.charAt(at);
    int length = first >= 0xf0 ? MOST_OCTETS : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || at + length > octets.length()) {
      return 0;
    }
    byte[] bytes = octets.substring(at, at + length).getBytes(ISO_8859_1);
    try {
      int character =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes))
              .toString()
              .codePointAt(0);
      boolean isSpace = Character.isSpaceChar(character) || Character.isWhitespace(character);
      boolean isPrinted = Character.isDefined(character) && !Character.isISOControl(character);
      return isPrinted && !isSpace && Character.getType(character) != Character.FORMAT ? length : 0;
    } catch (CharacterCodingException _) {
      return 0;
    }
  }
}
