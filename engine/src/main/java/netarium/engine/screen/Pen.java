package netarium.engine.screen;

import netarium.engine.wire.Digest;

/// How a shape is drawn: filled or as a line so wide, in a colour `0xRRGGBBAA`, placed somewhere.
public record Pen(boolean fills, int rgba, double lineWidth, Placement placement) {
  int alpha() {
    return rgba & 0xff;
  }

  int rgb() {
    return rgba >>> 8;
  }

  long digest() {
    long state = Digest.mix(placement.digest(), rgba);
    return Digest.mix(state, fills ? 1 : Double.doubleToLongBits(lineWidth));
  }
}
