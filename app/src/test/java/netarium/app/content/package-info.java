/// Tests of the package of the same name.
@NullMarked
package netarium.app.content;

import org.jspecify.annotations.NullMarked;
