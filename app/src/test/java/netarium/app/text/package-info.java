/// Tests of what the window says.
@NullMarked
package netarium.app.text;

import org.jspecify.annotations.NullMarked;
