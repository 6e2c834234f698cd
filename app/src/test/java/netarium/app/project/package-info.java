/// Tests of the package of the same name.
@NullMarked
package netarium.app.project;

import org.jspecify.annotations.NullMarked;
