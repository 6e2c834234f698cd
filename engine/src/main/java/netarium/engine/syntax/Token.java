package netarium.engine.syntax;

/// One token: octets `start` to `end` (exclusive) of the source; `line` is where it starts.
///
/// `text` is a name, the value of a string, a comment's or stray octet's own text, else empty.
public record Token(TokenKind kind, int start, int end, int line, String text, double number) {}
