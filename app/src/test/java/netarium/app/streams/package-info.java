/// Tests of the package of the same name.
@NullMarked
package netarium.app.streams;

import org.jspecify.annotations.NullMarked;
