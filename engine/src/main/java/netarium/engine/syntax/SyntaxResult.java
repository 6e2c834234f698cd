package netarium.engine.syntax;

import java.nio.charset.StandardCharsets;

/// A chunk's tree, or the first error in it.
public sealed interface SyntaxResult {
  record Ok(Block chunk) implements SyntaxResult {}

  /// Where the source is wrong and what Lua says about it.
  ///
  /// `line`, `column` (both from 1) and `offset` agree with each other and point at the offending
  /// token. `message` is an octet string with the reference implementation's full text; the line in
  /// it is the last one that was read, which may be a later one.
  record Rejected(int line, int column, int offset, String message) implements SyntaxResult {
    public byte[] messageOctets() {
      return message.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The message for people: its octets taken as UTF-8.
    public String text() {
      return new String(messageOctets(), StandardCharsets.UTF_8);
    }
  }
}
