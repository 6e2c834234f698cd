package netarium.engine.drill;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Script text → tokens. The longest match wins, as in the language's own scanner, so that `0...10`
/// is a number, an ellipsis and a number, and `1:1001(1000)` is no IPv6 address.
final class Lexer {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.[0-9]+|-?[0-9]+");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern IPV4 = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");
  private static final String GROUP = "[0-9a-fA-F]{1,4}";
  private static final Pattern IPV6 =
      Pattern.compile("(G(:G){0,6})?::(G(:G){0,6})?|(G:){7}G".replace("G", GROUP));
  private static final Pattern OPTION = Pattern.compile("--[A-Za-z0-9_]+");

  /// What `#ifdef` finds defined: behaviour by the standards, not by one system's habits.
  private static final Set<String> DEFINED = new LinkedHashSet<>(List.of("STANDARD"));

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(branches(text));
    lexer.run();
    return List.copyOf(lexer.tokens);
  }

  /// Blanks the lines that `#ifdef`, `#ifndef`, `#else` and `#endif` switch off, and `#` comments;
  /// the count of lines stays.
  static String branches(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    List<Boolean> open = new ArrayList<>();
    boolean quoted = false;
    int number = 0;
    for (String each : text.split("\n", -1)) {
      number++;
      String word = each.strip();
      boolean isDirective = !quoted && word.startsWith("#");
      if (isDirective) {
        directive(word, open, number);
      }
      boolean isOn = !isDirective && !open.contains(false);
      kept.append(isOn ? each : "").append('\n');
      if (isOn) {
        quoted ^= hasOddBackQuotes(each, quoted);
      }
    }
    return kept.toString();
  }

  /// Inside a shell block `#` belongs to the shell.
  private static boolean hasOddBackQuotes(String each, boolean quoted) {
    String code = quoted ? each : each.replaceAll("//.*$", "");
    return code.chars().filter(c -> c == '`').count() % 2 == 1;
  }

  private static void directive(String word, List<Boolean> open, int number) {
    String[] parts = word.substring(1).strip().split("\\s+", -1);
    String name = parts.length > 1 ? parts[1] : "";
    switch (parts[0]) {
      case "ifdef" -> open.add(DEFINED.contains(name));
      case "ifndef" -> open.add(!DEFINED.contains(name));
      case "else" -> open.add(!closed(open, number));
      case "endif" -> closed(open, number);
      default -> {} // a comment
    }
  }

  private static boolean closed(List<Boolean> open, int number) {
    if (open.isEmpty()) {
      throw new ScriptException.Unreadable(number, "there is no #ifdef before this");
    }
    return open.removeLast();
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        skipTo("*/", 2, "a comment");
      } else if (text.startsWith("%{", at)) {
        int start = at + 2;
        int from = line;
        skipTo("}%", 2, "a code block");
        tokens.add(new Token(Token.Kind.CODE, text.substring(start, at - 2).strip(), from));
      } else if (c == '`') {
        quoted('`', Token.Kind.SHELL);
      } else if (c == '"') {
        quoted('"', Token.Kind.STRING);
      } else {
        plain();
      }
    }
    tokens.add(new Token(Token.Kind.END, "", line));
  }

  private void skipTo(String end, int opening, String what) {
    int found = text.indexOf(end, at + opening);
    if (found < 0) {
      throw new ScriptException.Unreadable(line, what + " is not closed");
    }
    countLines(at, found);
    at = found + end.length();
  }

  private void quoted(char quote, Token.Kind kind) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      throw new ScriptException.Unreadable(line, "a quote is not closed");
    }
    tokens.add(new Token(kind, text.substring(at + 1, end), line));
    countLines(at, end);
    at = end + 1;
  }

  private void countLines(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
  }

  private void plain() {
    if (text.startsWith("...", at)) {
      add(Token.Kind.ELLIPSIS, 3);
      return;
    }
    int option = length(OPTION);
    if (option > 0) {
      add(Token.Kind.OPTION, option);
      return;
    }
    int word = length(WORD);
    int number = length(NUMBER);
    int hex = length(HEX);
    int ipv4 = length(IPV4);
    int ipv6 = length(IPV6);
    int longest = Math.max(Math.max(word, number), Math.max(hex, Math.max(ipv4, ipv6)));
    if (longest == 0) {
      add(Token.Kind.SYMBOL, 1);
    } else if (number == longest) {
      boolean isFloat = text.substring(at, at + number).indexOf('.') >= 0;
      add(isFloat ? Token.Kind.FLOAT : Token.Kind.INTEGER, number);
    } else if (hex == longest) {
      add(Token.Kind.HEX, hex);
    } else if (word == longest) {
      add(Token.Kind.WORD, word);
    } else {
      add(ipv4 == longest ? Token.Kind.IPV4 : Token.Kind.IPV6, longest);
    }
  }

  private int length(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? matcher.end() - at : 0;
  }

  private void add(Token.Kind kind, int length) {
    tokens.add(new Token(kind, text.substring(at, at + length), line));
    at += length;
  }
}
