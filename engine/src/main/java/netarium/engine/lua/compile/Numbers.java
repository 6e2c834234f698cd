package netarium.engine.lua.compile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netarium.engine.syntax.Syntax;
import netarium.engine.syntax.Token;
import netarium.engine.syntax.TokenKind;

/// Makes LuaC see the numbers that C Lua sees.
///
/// LuaC reads some numerals wrongly and folds `-0` to 0, because its integers have no sign of zero.
/// So numerals that are no plain digits are handed to it in a spelling it reads exactly, and a zero
/// behind a minus sign becomes a tiny number that folds like zero and that the converter turns
/// back. LuaC also takes `[[` within `[[…]]` for a mistake of Lua 5.0: such brackets get a level.
final class Numbers {
  /// Stands for a zero that is about to be negated: a subnormal number, so that sums lose it and
  /// divisions by it overflow, as they should.
  private static final String TINY = "1.7182818e-311";

  /// Constants nearer to zero than this come from {@link #TINY}.
  private static final double ALMOST_ZERO = 1e-300;

  /// The source as LuaC is to see it.
  final byte[] source;

  private final boolean hasNegatedZero;

  /// Numerals of the text that are as near to zero, and meant so.
  private final Set<Double> tiny;

  private Numbers(byte[] source, boolean hasNegatedZero, Set<Double> tiny) {
    this.source = source;
    this.hasNegatedZero = hasNegatedZero;
    this.tiny = tiny;
  }

  static Numbers respelled(byte[] source) {
    List<Token> tokens = Syntax.tokens(source);
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length + 16);
    boolean hasNegatedZero = false;
    int copied = 0;
    Set<Double> tiny = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == TokenKind.STRING || token.kind() == TokenKind.COMMENT) {
        int open = token.kind() == TokenKind.COMMENT ? token.start() + 2 : token.start();
        if (holdsBrackets(source, open, token.end())) {
          out.write(source, copied, open - copied);
          respellLong(source, open, token.end(), out);
          copied = token.end();
        }
        continue;
      }
      if (token.kind() != TokenKind.NUMBER || isPlain(source, token)) {
        continue;
      }
      if (isAlmostZero(token)) {
        tiny.add(token.number());
      }
      boolean isNegatedZero = token.number() == 0 && isNegated(tokens, i);
      hasNegatedZero |= isNegatedZero;
      out.write(source, copied, token.start() - copied);
      if (source[token.start()] == '.' && token.start() > 0) {
        // It becomes a digit, which must not be read as the end of a word: `return.5`.
        out.write(' ');
      }
      String spelling = isNegatedZero ? TINY : spelling(token.number());
      out.writeBytes(spelling.getBytes(StandardCharsets.US_ASCII));
      copied = token.end();
    }
    if (copied == 0) {
      return new Numbers(source, false, tiny);
    }
    out.write(source, copied, source.length - copied);
    return new Numbers(out.toByteArray(), hasNegatedZero, tiny);
  }

  /// Whether a literal or comment is `[[…]]` with a further `[[` in it.
  private static boolean holdsBrackets(byte[] source, int open, int end) {
    if (end - open < 4 || source[open] != '[' || source[open + 1] != '[') {
      return false;
    }
    for (int i = open + 2; i + 1 < end; i++) {
      if (source[i] == '[' && source[i + 1] == '[') {
        return true;
      }
    }
    return false;
  }

  /// Writes `[[…]]` with brackets of a level that does not occur in it.
  private static void respellLong(byte[] source, int open, int end, ByteArrayOutputStream out) {
    int longest = 0;
    int run = 0;
    for (int i = open + 2; i < end - 2; i++) {
      run = source[i] == '=' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    byte[] level = "=".repeat(longest + 1).getBytes(StandardCharsets.US_ASCII);
    out.write('[');
    out.writeBytes(level);
    out.write(source, open + 1, end - 2 - open);
    out.writeBytes(level);
    out.write(']');
  }

  /// A number that could be taken for the sign of a zero.
  private static boolean isAlmostZero(Token number) {
    return number.number() != 0 && number.number() < ALMOST_ZERO;
  }

  /// What a constant that LuaC made stands for.
  double meaning(double constant) {
    return hasNegatedZero && Math.abs(constant) < ALMOST_ZERO && !tiny.contains(Math.abs(constant))
        ? Math.copySign(0.0, constant)
        : constant;
  }

  /// Up to nine digits without a leading zero: read alike by everybody.
  private static boolean isPlain(byte[] source, Token token) {
    if (token.end() - token.start() > 9 || source[token.start()] == '0') {
      return false;
    }
    for (int i = token.start(); i < token.end(); i++) {
      if (source[i] < '0' || source[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNegated(List<Token> tokens, int number) {
    int i = number - 1;
    while (i >= 0 && tokens.get(i).kind() == TokenKind.LEFT_PAREN) {
      i--;
    }
    if (i < 0 || tokens.get(i).kind() != TokenKind.MINUS) {
      return false;
    }
    return i == 0 || !endsOperand(tokens.get(i - 1).kind());
  }

  /// Whether a minus sign after such a token subtracts.
  private static boolean endsOperand(TokenKind kind) {
    return switch (kind) {
      case NAME, NUMBER, STRING, RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> true;
      case TRUE, FALSE, NIL, DOTS, END -> true;
      default -> false;
    };
  }

  private static String spelling(double v) {
    if (Double.isInfinite(v)) {
      return "1e999";
    }
    return v == (int) v ? Integer.toString((int) v) : Double.toString(v);
  }
}
