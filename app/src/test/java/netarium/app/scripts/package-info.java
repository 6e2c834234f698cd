/// Tests of the package of the same name.
@NullMarked
package netarium.app.scripts;

import org.jspecify.annotations.NullMarked;
