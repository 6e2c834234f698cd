/// Tests of the consoles.
@NullMarked
package netarium.app.consoles;

import org.jspecify.annotations.NullMarked;
