package netarium.app.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import netarium.engine.wire.Octets;

/// Octets as lines for people: text as it is, JSON set out, anything else in hexadecimal.
public final class ContentText {
  /// Longer lines are cut, so that none takes long to draw.
  private static final int LONGEST_LINE = 240;

  /// How many octets a line has where there is room.
  public static final int HEX_ROW = 16;

  private static final int INDENT = 2;
  private static final int DEEPEST = 200;

  private ContentText() {}

  /// What octets look like.
  public enum Kind {
    NONE,
    JSON,
    TEXT,
    BINARY
  }

  /// `isAll`: nothing was cut off at the end.
  public static Kind kindOf(Octets octets, String type, boolean isAll) {
    if (octets.isEmpty()) {
      return Kind.NONE;
    }
    if (!isText(octets, isAll)) {
      return Kind.BINARY;
    }
    int first = octets.at(0);
    boolean looksLikeJson = first == '{' || first == '[' || type.endsWith("json");
    return looksLikeJson ? Kind.JSON : Kind.TEXT;
  }

  private static boolean isText(Octets octets, boolean isAll) {
    for (int i = 0; i < octets.length(); i++) {
      int each = octets.at(i);
      if (each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    // A character may have been cut through at the end.
    for (int cut = 0; cut < (isAll ? 1 : 4) && cut < octets.length(); cut++) {
      try {
        byte[] bytes = octets.slice(0, octets.length() - cut).toByteArray();
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes));
        return true;
      } catch (CharacterCodingException notText) {
        // One octet less, perhaps.
      }
    }
    return false;
  }

  /// As text, whatever they are.
  public static List<String> text(Octets octets) {
    return lines(new String(octets.toByteArray(), UTF_8));
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r?\n", -1)) {
      String rest = line;
      while (rest.length() > LONGEST_LINE) {
        lines.add(rest.substring(0, LONGEST_LINE));
        rest = rest.substring(LONGEST_LINE);
      }
      lines.add(rest);
    }
    if (lines.size() > 1 && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  /// JSON with a line for each value; as it came where brackets do not fit.
  public static List<String> json(Octets octets) {
    String text = new String(octets.toByteArray(), UTF_8);
    StringBuilder out = new StringBuilder(2 * text.length());
    int depth = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> {
          int end = stringEnd(text, at);
          out.append(text, at, end);
          at = end - 1;
        }
        case '{', '[' -> {
          int next = skipBlanks(text, at + 1);
          boolean isEmpty = next < text.length() && text.charAt(next) == (c == '{' ? '}' : ']');
          out.append(c);
          if (isEmpty) {
            out.append(text.charAt(next));
            at = next;
          } else if (++depth > DEEPEST) {
            return lines(text);
          } else {
            newLine(out, depth);
          }
        }
        case '}', ']' -> {
          if (--depth < 0) {
            return lines(text);
          }
          newLine(out, depth);
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          newLine(out, depth);
        }
        case ':' -> out.append(": ");
        case ' ', '\t', '\r', '\n' -> {}
        default -> out.append(c);
      }
      at++;
    }
    return depth == 0 ? lines(out.toString()) : lines(text);
  }

  private static int stringEnd(String text, int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static void newLine(StringBuilder out, int depth) {
    out.append('\n').repeat(" ", INDENT * depth);
  }

  /// In hexadecimal and as characters, `row` octets a line; the first stands at `from`.
  public static List<String> hex(Octets octets, long from, int row) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < octets.length(); at += row) {
      lines.add(hexLine(octets, at, from + at, row));
    }
    return lines;
  }

  private static String hexLine(Octets octets, int at, long place, int row) {
    StringBuilder line = new StringBuilder(80);
    line.append(String.format(Locale.ROOT, "%06x  ", place));
    int end = Math.min(octets.length(), at + row);
    for (int i = at; i < at + row; i++) {
      line.append(i < end ? HexFormat.of().toHexDigits((byte) octets.at(i)) : "  ");
      line.append(i - at == row / 2 - 1 ? "  " : " ");
    }
    line.append(' ');
    for (int i = at; i < end; i++) {
      int each = octets.at(i);
      line.append(each >= ' ' && each < 0x7f ? (char) each : '·');
    }
    return line.toString();
  }
}
