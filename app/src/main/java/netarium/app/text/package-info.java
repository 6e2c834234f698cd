/// The words of the window, one bundle for each tool, in English and German. Uses nothing of ours.
@NullMarked
package netarium.app.text;

import org.jspecify.annotations.NullMarked;
