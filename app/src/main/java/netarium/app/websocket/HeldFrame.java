package netarium.app.websocket;

import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;

/// A frame that a hand holds back: its end wanted to send it, and has not.
///
/// @param node the index of the machine that wants to send it
/// @param number its place among all that this end sends, from 1
/// @param heldNanos when it was held
public record HeldFrame(
    int node,
    Endpoint local,
    Endpoint remote,
    int number,
    String opcode,
    Octets payload,
    boolean isEdited,
    long heldNanos,
    long ordinal) {

  /// The conversation as stimuli name it: the two ends, the sender's first.
  String connection() {
    return local + "-" + remote;
  }
}
