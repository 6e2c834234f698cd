package netarium.app.canvas.scene;

import netarium.engine.trace.SimEvent.FrameDropped;
import org.jspecify.annotations.Nullable;

/// A drop with the flight that ended in it, if it was one.
record Loss(FrameDropped event, Glyph glyph, @Nullable Flight flight) {
  long atNanos() {
    return event.at().nanos();
  }

  String reason(SceneWords words) {
    String sentence = words.of(event.reason());
    return event.detail().isEmpty() ? sentence : sentence + ": " + event.detail();
  }
}
