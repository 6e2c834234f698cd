package netarium.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import netarium.engine.syntax.Syntax;
import netarium.engine.syntax.Token;

/// Makes a right program slightly or thoroughly wrong. Texts are octet strings.
public final class Mutations {
  private static final String[] PIECES = {
    "and",
    "break",
    "do",
    "else",
    "elseif",
    "end",
    "false",
    "for",
    "function",
    "goto",
    "if",
    "in",
    "local",
    "nil",
    "not",
    "or",
    "repeat",
    "return",
    "then",
    "true",
    "until",
    "while",
    "..",
    "...",
    "==",
    ">=",
    "<=",
    "~=",
    "::",
    "+",
    "-",
    "*",
    "/",
    "%",
    "^",
    "#",
    "<",
    ">",
    "=",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ";",
    ":",
    ",",
    ".",
    "1",
    "0x",
    "3e",
    "1..2",
    "''",
    "'",
    "\"",
    "[[",
    "]]",
    "--",
    "--[[",
    "[=[",
    "'\\q'",
    "'\\300'",
    "'\\z",
    "$",
    "!",
    "\0",
    "\n",
    "a",
    "self",
    "0xp1",
    "\\",
    "~"
  };

  private Mutations() {}

  /// One to three changes of tokens, or of octets.
  public static String of(String program, SplittableRandom random) {
    String text = program;
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      text = random.nextInt(5) == 0 ? octetChange(text, random) : tokenChange(text, random);
    }
    return text;
  }

  /// Tokens without any order.
  public static String soup(SplittableRandom random, int tokens) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tokens; i++) {
      out.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(6) == 0 ? "" : " ");
    }
    return out.toString();
  }

  /// One token left out, doubled, exchanged with another or put in.
  public static String tokenChange(String text, SplittableRandom random) {
    List<Token> tokens = new ArrayList<>(Syntax.tokens(text.getBytes(StandardCharsets.ISO_8859_1)));
    if (tokens.isEmpty()) {
      return text + PIECES[random.nextInt(PIECES.length)];
    }
    Token at = tokens.get(random.nextInt(tokens.size()));
    String before = text.substring(0, at.start());
    String own = text.substring(at.start(), at.end());
    String after = text.substring(at.end());
    return switch (random.nextInt(5)) {
      case 0 -> before + after;
      case 1 -> before + own + " " + own + after;
      case 2 -> before + PIECES[random.nextInt(PIECES.length)] + after;
      case 3 -> before + " " + PIECES[random.nextInt(PIECES.length)] + " " + own + after;
      default -> {
        Token other = tokens.get(random.nextInt(tokens.size()));
        yield before + text.substring(other.start(), other.end()) + after;
      }
    };
  }

  private static String octetChange(String text, SplittableRandom random) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at);
      default -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
    };
  }
}
