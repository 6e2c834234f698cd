package netarium.engine.syntax;

import org.jspecify.annotations.Nullable;

/// Puts lexer, scopes and grammar together for one chunk.
///
/// Recursion is bounded by [Limits#LEVELS]; time is linear in the source but for name look-ups,
/// which are counted and bounded.
final class Parser {
  private final StatementParser statements;

  /// With a `recovery` errors are noted there and the parse goes on; else the first is thrown.
  Parser(byte[] source, int from, int levels, @Nullable Recovery recovery) {
    TokenStream in = new TokenStream(Lexer.forParser(source, from), levels, recovery);
    this.statements = new StatementParser(in, new Scopes(in));
  }

  Block chunk() {
    return statements.chunk();
  }
}
