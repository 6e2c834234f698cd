package netarium.engine.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.codec.websocket.Frame;
import netarium.engine.codec.websocket.Opcode;
import netarium.engine.socket.ByteStream;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;

/// Where a hand from outside may stop what one end of a conversation sends, before it becomes
/// octets: so all that is on the wire stays true. Frames have numbers, from 1, in the order in
/// which the end wanted to send them.
///
/// Each step is an event, so that what is held at any time can be read from the trace.
final class FrameGate {
  private record Held(int number, Frame frame) {
    Held with(Octets payload) {
      return new Held(number, new Frame(frame.isFinal(), frame.opcode(), frame.mask(), payload));
    }
  }

  private final WebSocketSettings settings;
  private final ByteStream stream;
  private final List<Held> held = new ArrayList<>();
  private boolean isShut;
  private int frames;
  private long heldOctets;

  FrameGate(WebSocketSettings settings, ByteStream stream) {
    this.settings = settings;
    this.stream = stream;
  }

  /// Whether a frame may go now; else it is kept.
  boolean passes(Frame frame) {
    frames++;
    if (!isShut) {
      return true;
    }
    heldOctets += frame.payload().length();
    held.add(new Held(frames, frame));
    record("held", frames, frame);
    return false;
  }

  long heldOctets() {
    return heldOctets;
  }

  /// From now on frames are kept.
  void shut() {
    isShut = true;
    record("hold", 0, Optional.empty(), Octets.EMPTY);
  }

  /// Frames go again as they come; those that were held go first.
  List<Frame> open() {
    isShut = false;
    List<Frame> all = new ArrayList<>();
    while (!held.isEmpty()) {
      release(held.getFirst().number()).ifPresent(all::add);
    }
    record("flow", 0, Optional.empty(), Octets.EMPTY);
    return all;
  }

  /// Lets one go, before those held longer if need be.
  Optional<Frame> release(int number) {
    return take(number, "released");
  }

  void drop(int number) {
    take(number, "dropped");
  }

  void dropAll() {
    while (!held.isEmpty()) {
      drop(held.getFirst().number());
    }
  }

  private Optional<Frame> take(int number, String change) {
    for (Held each : held) {
      if (each.number() == number) {
        held.remove(each);
        heldOctets -= each.frame().payload().length();
        record(change, number, each.frame());
        return Optional.of(each.frame());
      }
    }
    return Optional.empty();
  }

  /// Gives a held frame another payload; nothing happens where it would not fit.
  void edit(int number, Octets payload) {
    for (int i = 0; i < held.size(); i++) {
      Held each = held.get(i);
      boolean fits =
          !each.frame().opcode().isControl() || payload.length() <= Frame.MAX_CONTROL_OCTETS;
      if (each.number() == number && fits) {
        Held edited = each.with(payload);
        held.set(i, edited);
        heldOctets += payload.length() - each.frame().payload().length();
        record("edited", number, edited.frame());
        return;
      }
    }
  }

  /// A frame that nobody but the hand wanted to send.
  void resent(Frame frame) {
    frames++;
    record("resent", frames, frame);
  }

  private void record(String change, int number, Frame frame) {
    record(change, number, Optional.of(frame.opcode()), frame.payload());
  }

  private void record(String change, int number, Optional<Opcode> opcode, Octets payload) {
    settings
        .recorder()
        .record(
            new SimEvent.WebSocketHeld(
                settings.recorder().stamp(settings.node()),
                stream.local(),
                stream.remote(),
                change,
                number,
                opcode.map(Opcode::word).orElse(""),
                payload));
  }
}
