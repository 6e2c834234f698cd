/// Tests of `netarium.app.theme`.
@NullMarked
package netarium.app.theme;

import org.jspecify.annotations.NullMarked;
