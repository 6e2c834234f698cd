package netarium.engine.syntax.stubs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import netarium.engine.syntax.LineMap;
import netarium.engine.syntax.Syntax;
import netarium.engine.syntax.SyntaxResult;
import netarium.engine.syntax.Token;
import netarium.engine.syntax.TokenKind;

/// Reads a stub: pairs each declaration with the annotations right above it. A stub is a Lua text
/// in which nothing is executed; what it may hold besides comments is
///
/// - `function name(a, b) end`, with fields and a colon as in Lua,
/// - `name = {}`, `local name = {}`, `name = value`, with fields.
public final class StubReader {
  private final String file;
  private final List<Token> tokens;
  private final StubBuilder builder;
  private int at;

  private StubReader(String file, List<Token> tokens, StubBuilder builder) {
    this.file = file;
    this.tokens = tokens;
    this.builder = builder;
  }

  /// Reads the stub `file` (its name for problems, `.lua` included).
  public static StubReading read(String file, byte[] source) {
    StubBuilder builder = new StubBuilder(file);
    if (Syntax.checkFile(source, "@" + file) instanceof SyntaxResult.Rejected rejected) {
      builder.problem(rejected.line(), rejected.text());
      return builder.result();
    }
    new StubReader(file, Syntax.tokens(source), builder).run(LineMap.of(source));
    return builder.result();
  }

  private void run(LineMap lines) {
    DocBlock doc = new DocBlock();
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (token.kind() == TokenKind.COMMENT) {
        at++;
        // A comment that is not alone in its line explains code, it declares nothing.
        boolean isAlone = at < 2 || lines.lineAt(tokens.get(at - 2).end() - 1) < token.line();
        if (!isAlone || !DocLine.isOne(token.text())) {
          continue;
        }
        if (!doc.isEmpty() && token.line() != doc.lastLine() + 1) {
          builder.standAlone(doc);
          doc = new DocBlock();
        }
        doc.add(DocLine.of(token.line(), utf8(token.text())));
      } else {
        if (!doc.isEmpty() && token.line() != doc.lastLine() + 1) {
          builder.standAlone(doc);
          doc = new DocBlock();
        }
        declaration(doc, token.line());
        doc = new DocBlock();
      }
    }
    if (!doc.isEmpty()) {
      builder.standAlone(doc);
    }
  }

  private static String utf8(String octets) {
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private TokenKind kind() {
    return at < tokens.size() ? tokens.get(at).kind() : TokenKind.END_OF_FILE;
  }

  private boolean accept(TokenKind kind) {
    boolean isHere = kind() == kind;
    at += isHere ? 1 : 0;
    return isHere;
  }

  private void declaration(DocBlock doc, int line) {
    int start = at;
    boolean isDone = accept(TokenKind.FUNCTION) ? function(doc, line) : variable(doc, line);
    if (!isDone) {
      builder.problem(
          line,
          "a stub declares and does nothing: only 'function name(…) end', 'name = {}' and 'name ="
              + " value' may stand here");
      skipLine(start, line);
    }
  }

  private void skipLine(int start, int line) {
    at = Math.max(at, start + 1);
    while (at < tokens.size()
        && (tokens.get(at).line() == line || tokens.get(at).kind() != TokenKind.COMMENT)) {
      at++;
    }
  }

  /// `a.b.c`: the name of a variable or function, up to a colon.
  private List<String> path() {
    List<String> path = new ArrayList<>();
    do {
      if (kind() != TokenKind.NAME) {
        return List.of();
      }
      path.add(tokens.get(at++).text());
    } while (accept(TokenKind.DOT));
    return path;
  }

  private boolean function(DocBlock doc, int line) {
    List<String> path = new ArrayList<>(path());
    boolean isMethod = accept(TokenKind.COLON);
    if (isMethod) {
      path.addAll(path());
    }
    if (path.isEmpty() || !accept(TokenKind.LEFT_PAREN)) {
      return false;
    }
    List<String> parameters = new ArrayList<>();
    while (kind() == TokenKind.NAME || kind() == TokenKind.DOTS) {
      parameters.add(kind() == TokenKind.DOTS ? "..." : tokens.get(at).text());
      at++;
      accept(TokenKind.COMMA);
    }
    if (!accept(TokenKind.RIGHT_PAREN) || !accept(TokenKind.END)) {
      return false;
    }
    String owner = String.join(".", path.subList(0, path.size() - 1));
    builder.function(doc, line, owner, path.getLast(), isMethod, parameters);
    return true;
  }

  private boolean variable(DocBlock doc, int line) {
    boolean isLocal = accept(TokenKind.LOCAL);
    List<String> path = path();
    if (path.isEmpty() || !accept(TokenKind.ASSIGN)) {
      return false;
    }
    accept(TokenKind.MINUS);
    String type =
        switch (kind()) {
          case NUMBER -> "number";
          case STRING -> "string";
          case TRUE, FALSE -> "boolean";
          case NIL -> "nil";
          case LEFT_BRACE -> "table";
          default -> "";
        };
    if (type.isEmpty()) {
      return false;
    }
    at++;
    if (type.equals("table") && !accept(TokenKind.RIGHT_BRACE)) {
      return false;
    }
    builder.variable(doc, line, isLocal, String.join(".", path), type);
    return true;
  }

  @Override
  public String toString() {
    return file + " at token " + at;
  }
}
