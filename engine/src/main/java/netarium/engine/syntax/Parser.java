package netarium.engine.syntax;

/// Puts lexer, scopes and grammar together for one chunk.
///
/// Recursion is bounded by [Limits#LEVELS]; time is linear in the source but for name look-ups,
/// which are counted and bounded.
final class Parser {
  private final StatementParser statements;

  Parser(byte[] source, int from, int levels) {
    TokenStream in = new TokenStream(Lexer.forParser(source, from), levels);
    this.statements = new StatementParser(in, new Scopes(in));
  }

  Block chunk() {
    return statements.chunk();
  }
}
