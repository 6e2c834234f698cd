package netarium.topologies.stimulus;

import org.jspecify.annotations.Nullable;

/// What a hand from outside does to the frames that one end of a WebSocket conversation sends,
/// before they become octets. Frames count from 1, per end, in the order in which it wanted to send
/// them.
public sealed interface Hand {
  /// What files call it.
  String step();

  /// From now on frames are held back.
  record Hold() implements Hand {
    @Override
    public String step() {
      return "hold";
    }
  }

  /// A held frame goes; without `frame` all that are held, and what comes after them.
  record Release(@Nullable Integer frame) implements Hand {
    @Override
    public String step() {
      return "release";
    }
  }

  /// A held frame gets another payload.
  record Edit(int frame, Payload payload) implements Hand {
    @Override
    public String step() {
      return "edit";
    }
  }

  /// A held frame never goes.
  record Drop(int frame) implements Hand {
    @Override
    public String step() {
      return "drop";
    }
  }

  /// A frame goes at once, past those that are held: one sent before, or one of the hand's own.
  /// `opcode` is `text`, `binary`, `ping` or `pong`.
  record Resend(String opcode, Payload payload) implements Hand {
    @Override
    public String step() {
      return "resend";
    }
  }

  /// The payload of a frame as a file has it: text, or octets as hexadecimal digits.
  record Payload(boolean isHex, String value) {
    public static Payload text(String text) {
      return new Payload(false, text);
    }

    public static Payload hex(String digits) {
      return new Payload(true, digits);
    }
  }
}
