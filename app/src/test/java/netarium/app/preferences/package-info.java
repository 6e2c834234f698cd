/// Tests of `netarium.app.preferences`.
@NullMarked
package netarium.app.preferences;

import org.jspecify.annotations.NullMarked;
