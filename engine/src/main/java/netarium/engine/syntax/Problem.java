package netarium.engine.syntax;

import java.nio.charset.StandardCharsets;

/// One mistake in a script: octets `start` to `end` (exclusive), and what Lua says about it.
///
/// `message` is an octet string without chunk name and line; `line` is the one that Lua would print
/// before it, or 0 when it prints none. `advice` says what to do about it, and is empty where Lua's
/// words are enough.
public record Problem(int start, int end, int line, String message, String advice) {
  /// The message for people: its octets taken as UTF-8.
  public String text() {
    return new String(message.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
