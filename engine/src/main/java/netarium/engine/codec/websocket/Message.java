package netarium.engine.codec.websocket;

import netarium.engine.wire.Octets;

/// What frames come to for the one who reads them.
public sealed interface Message {
  /// A message, whole, of one frame or many. A text is UTF-8.
  record Data(Opcode opcode, Octets payload) implements Message {
    public boolean isText() {
      return opcode == Opcode.TEXT;
    }
  }

  record Ping(Octets payload) implements Message {}

  record Pong(Octets payload) implements Message {}

  /// The other side wants to end. `code` is [CloseCode#NONE_GIVEN] when it gives none; the reason
  /// is UTF-8.
  record Close(int code, Octets reason) implements Message {
    /// A close frame's payload.
    public Octets payload() {
      return payload(code, reason);
    }

    public static Octets payload(int code, Octets reason) {
      return code == CloseCode.NONE_GIVEN
          ? Octets.EMPTY
          : Octets.wrap(new byte[] {(byte) (code >> 8), (byte) code}).plus(reason);
    }
  }

  /// The rules are broken: the conversation ends with that code.
  record Violation(int closeCode, String why) implements Message {}
}
