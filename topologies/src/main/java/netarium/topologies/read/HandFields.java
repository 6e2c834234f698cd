package netarium.topologies.read;

import java.util.List;
import netarium.topologies.stimulus.Hand;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Quoted;
import netarium.topologies.unit.TimeSpan;

/// Reads what a stimulus does to the frames of a WebSocket conversation.
final class HandFields {
  private static final List<String> STEPS = List.of("hold", "release", "edit", "drop", "resend");
  private static final List<String> OPCODES = List.of("text", "binary", "ping", "pong");
  private static final String ENDPOINT = "[0-9]{1,3}(\\.[0-9]{1,3}){3}:[0-9]{1,5}";

  private HandFields() {}

  static Stimulus read(TimeSpan at, String node, Fields fields) {
    String connection =
        fields.requiredText(
            "connection", "\"connection\": \"10.0.0.1:49152-10.0.0.2:8000\", the sender first");
    if (!connection.isEmpty() && !connection.matches(ENDPOINT + "-" + ENDPOINT)) {
      fields
          .problems()
          .error(
              fields.at("connection"),
              "not a connection: " + Quoted.text(connection),
              "write its two ends, the sender first: \"10.0.0.1:49152-10.0.0.2:8000\"");
    }
    if (!fields.has("step")) {
      fields.missing("step", "\"step\": \"hold\"");
    }
    Hand hand =
        switch (fields.choice("step", STEPS, step -> step, "hold")) {
          case "release" -> new Hand.Release(frame(fields));
          case "edit" -> new Hand.Edit(requiredFrame(fields), payload(fields));
          case "drop" -> new Hand.Drop(requiredFrame(fields));
          case "resend" ->
              new Hand.Resend(
                  fields.choice("opcode", OPCODES, opcode -> opcode, "text"), payload(fields));
          default -> new Hand.Hold();
        };
    return new Stimulus.WebSocket(at, node, connection, hand, fields.extras());
  }

  private static @org.jspecify.annotations.Nullable Integer frame(Fields fields) {
    return fields.integer("frame", 1, Integer.MAX_VALUE);
  }

  private static int requiredFrame(Fields fields) {
    if (!fields.has("frame")) {
      fields.missing("frame", "\"frame\": 1, the number of a frame");
    }
    Integer frame = frame(fields);
    return frame == null ? 1 : frame;
  }

  private static Hand.Payload payload(Fields fields) {
    if (fields.has("hex") == fields.has("text")) {
      fields
          .problems()
          .error(
              fields.at(),
              "a frame's payload is " + (fields.has("hex") ? "given twice" : "missing"),
              "write either \"text\" or \"hex\"");
    }
    String digits = fields.text("hex");
    if (digits == null) {
      String text = fields.text("text");
      return Hand.Payload.text(text == null ? "" : text);
    }
    if (digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]*+")) {
      fields
          .problems()
          .error(fields.at("hex"), "not octets: " + Quoted.text(digits), "write hexadecimal pairs");
      return Hand.Payload.hex("");
    }
    return Hand.Payload.hex(digits);
  }
}
