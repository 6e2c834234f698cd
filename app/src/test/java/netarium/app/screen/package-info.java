/// Tests of the screens of machines.
@NullMarked
package netarium.app.screen;

import org.jspecify.annotations.NullMarked;
