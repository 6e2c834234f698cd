/// Tests of the package of the same name.
@NullMarked
package netarium.app.http;

import org.jspecify.annotations.NullMarked;
