package netarium.app.canvas.paint;

import netarium.app.theme.Fonts;
import netarium.app.theme.Palette;

/// What painters draw in: colours, fonts, a measure for text, and the words that belong to no thing
/// of the scene.
public record Ink(Palette palette, Fonts fonts, TextFit fit, Words words) {
  public Ink in(Palette other) {
    return new Ink(other, fonts, fit, words);
  }
}
