package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import netarium.engine.codec.websocket.Opcode;
import netarium.engine.node.Host;
import netarium.engine.node.Node;
import netarium.engine.service.WebSocket;
import netarium.engine.wire.Octets;
import netarium.topologies.stimulus.Hand;
import netarium.topologies.stimulus.Stimulus;

/// What hands from outside do to the frames of WebSocket conversations.
final class FrameHands {
  private FrameHands() {}

  /// Nothing happens when there is no such conversation.
  static void apply(Node node, Stimulus.WebSocket stimulus) {
    if (node instanceof Host host) {
      host.vm()
          .webSockets()
          .find(stimulus.connection())
          .ifPresent(socket -> apply(socket, stimulus.hand()));
    }
  }

  private static void apply(WebSocket socket, Hand hand) {
    switch (hand) {
      case Hand.Hold _ -> socket.hold();
      case Hand.Release release -> {
        Integer frame = release.frame();
        if (frame == null) {
          socket.flow();
        } else {
          socket.release(frame);
        }
      }
      case Hand.Edit(int frame, Hand.Payload payload) -> socket.edit(frame, octets(payload));
      case Hand.Drop(int frame) -> socket.drop(frame);
      case Hand.Resend(String opcode, Hand.Payload payload) ->
          socket.resend(opcode(opcode), octets(payload));
    }
  }

  private static Opcode opcode(String word) {
    return switch (word) {
      case "binary" -> Opcode.BINARY;
      case "ping" -> Opcode.PING;
      case "pong" -> Opcode.PONG;
      default -> Opcode.TEXT;
    };
  }

  private static Octets octets(Hand.Payload payload) {
    return Octets.wrap(
        payload.isHex()
            ? HexFormat.of().parseHex(payload.value())
            : payload.value().getBytes(UTF_8));
  }

  static String describe(Stimulus.WebSocket stimulus) {
    String frame =
        switch (stimulus.hand()) {
          case Hand.Hold _ -> "";
          case Hand.Release release -> release.frame() == null ? "" : " " + release.frame();
          case Hand.Edit(int number, Hand.Payload payload) -> " " + number + text(payload);
          case Hand.Drop(int number) -> " " + number;
          case Hand.Resend(String opcode, Hand.Payload payload) -> " " + opcode + text(payload);
        };
    return "websocket "
        + stimulus.node()
        + " "
        + stimulus.connection()
        + " "
        + stimulus.hand().step()
        + frame;
  }

  private static String text(Hand.Payload payload) {
    return " " + (payload.isHex() ? "hex " : "") + payload.value();
  }
}
