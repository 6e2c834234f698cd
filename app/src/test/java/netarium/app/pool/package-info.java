/// Tests of the package of the same name.
@NullMarked
package netarium.app.pool;

import org.jspecify.annotations.NullMarked;
