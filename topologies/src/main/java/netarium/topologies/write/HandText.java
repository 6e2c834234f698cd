package netarium.topologies.write;

import netarium.topologies.json.JsonValue;
import netarium.topologies.stimulus.Hand;
import netarium.topologies.stimulus.Stimulus;

/// Writes what a stimulus does to the frames of a WebSocket conversation.
final class HandText {
  private HandText() {}

  static void write(ObjectText out, Stimulus.WebSocket stimulus) {
    out.text("node", stimulus.node())
        .text("connection", stimulus.connection())
        .text("step", stimulus.hand().step());
    switch (stimulus.hand()) {
      case Hand.Hold _ -> {}
      case Hand.Release release -> {
        Integer frame = release.frame();
        if (frame != null) {
          out.put("frame", JsonValue.of(frame));
        }
      }
      case Hand.Edit(int frame, Hand.Payload payload) -> {
        out.put("frame", JsonValue.of(frame));
        payload(out, payload);
      }
      case Hand.Drop(int frame) -> out.put("frame", JsonValue.of(frame));
      case Hand.Resend(String opcode, Hand.Payload payload) -> {
        out.text("opcode", opcode);
        payload(out, payload);
      }
    }
  }

  private static void payload(ObjectText out, Hand.Payload payload) {
    out.text(payload.isHex() ? "hex" : "text", payload.value());
  }
}
