/// How everything looks: two themes, each a JavaFX user agent stylesheet, our own tokens and a
/// [Palette] with the same colours for what is painted; the fonts that come with the program.
///
/// Start at [Theme]. Style sheets name looked-up colours only. A colour is written down once, in
/// the editor's sheet of tokens or in ours, and the palette is read from them.
@NullMarked
package netarium.app.theme;

import org.jspecify.annotations.NullMarked;
