/// Tests of `netarium.app.welcome`.
@NullMarked
package netarium.app.welcome;

import org.jspecify.annotations.NullMarked;
