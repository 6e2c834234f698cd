package netarium.engine.lua.compile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import netarium.engine.syntax.Syntax;
import netarium.engine.syntax.Token;
import netarium.engine.syntax.TokenKind;

/// Makes LuaC see the numbers that C Lua sees.
///
/// LuaC reads some numerals wrongly and folds `-0` to 0, because its integers have no sign of zero.
/// So numerals that are no plain digits are handed to it in a spelling it reads exactly, and a zero
/// behind a minus sign becomes a tiny number that folds like zero and that the converter turns
/// back.
final class Numbers {
  /// Stands for a zero that is about to be negated: a subnormal number, so that sums lose it and
  /// divisions by it overflow, as they should.
  private static final String TINY = "1.7182818e-311";

  /// Constants nearer to zero than this come from {@link #TINY}.
  private static final double ALMOST_ZERO = 1e-300;

  /// The source as LuaC is to see it.
  final byte[] source;

  private final boolean hasNegatedZero;

  private Numbers(byte[] source, boolean hasNegatedZero) {
    this.source = source;
    this.hasNegatedZero = hasNegatedZero;
  }

  static Numbers respelled(byte[] source) {
    List<Token> tokens = Syntax.tokens(source);
    boolean mayMark = tokens.stream().noneMatch(Numbers::isAlmostZero);
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length + 16);
    boolean hasNegatedZero = false;
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() != TokenKind.NUMBER || isPlain(source, token)) {
        continue;
      }
      boolean isNegatedZero = mayMark && token.number() == 0 && isNegated(tokens, i);
      hasNegatedZero |= isNegatedZero;
      out.write(source, copied, token.start() - copied);
      String spelling = isNegatedZero ? TINY : spelling(token.number());
      out.writeBytes(spelling.getBytes(StandardCharsets.US_ASCII));
      copied = token.end();
    }
    if (copied == 0) {
      return new Numbers(source, false);
    }
    out.write(source, copied, source.length - copied);
    return new Numbers(out.toByteArray(), hasNegatedZero);
  }

  /// A number that could be taken for the sign of a zero: then zeros lose theirs.
  private static boolean isAlmostZero(Token token) {
    return token.kind() == TokenKind.NUMBER
        && token.number() != 0
        && Math.abs(token.number()) < ALMOST_ZERO;
  }

  /// What a constant that LuaC made stands for.
  double meaning(double constant) {
    return hasNegatedZero && Math.abs(constant) < ALMOST_ZERO
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
