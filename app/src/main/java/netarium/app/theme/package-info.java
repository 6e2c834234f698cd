/// How everything looks: two themes, each a JavaFX user agent stylesheet, our own tokens and a
/// [Palette] with the same colours for what is painted; the fonts that come with the program.
///
/// Start at [Theme]. Style sheets name looked-up colours only; a test holds them against the
/// palette.
@NullMarked
package netarium.app.theme;

import org.jspecify.annotations.NullMarked;
