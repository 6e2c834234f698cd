package netarium.engine.codec.websocket;

import java.util.Optional;

/// What a frame is for (RFC 6455 §5.2).
public enum Opcode {
  CONTINUATION(0, "continuation"),
  TEXT(1, "text"),
  BINARY(2, "binary"),
  CLOSE(8, "close"),
  PING(9, "ping"),
  PONG(10, "pong");

  private final int number;
  private final String word;

  Opcode(int number, String word) {
    this.number = number;
    this.word = word;
  }

  public static Optional<Opcode> of(int number) {
    for (Opcode opcode : values()) {
      if (opcode.number == number) {
        return Optional.of(opcode);
      }
    }
    return Optional.empty();
  }

  public int number() {
    return number;
  }

  public String word() {
    return word;
  }

  /// About the conversation itself, and never in pieces (RFC 6455 §5.5).
  public boolean isControl() {
    return number >= 8;
  }
}
