/// The picture on a machine's screen: what was drawn, and its pixels.
///
/// A [ScreenFrame] is what a program has drawn in one frame, as a list of [ScreenShape]s: plain
/// values that the trace keeps. [ScreenPicture] turns it into pixels, the same on every machine: by
/// arithmetic that is exact in the language (square roots, and the sines of `StrictMath`) and with
/// a font of our own, [PixelFont], that stands in this package as a drawing of characters. Nothing
/// of a window system has a part in it. [PngFile] writes pixels down, these and any other.
///
/// Read in this order: [ScreenFrame], [ScreenShape], [ScreenPicture], [Outlines], [Coverage]. May
/// use: `wire`, for digests.
@NullMarked
package netarium.engine.screen;

import org.jspecify.annotations.NullMarked;
