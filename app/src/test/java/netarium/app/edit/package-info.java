/// Tests of `netarium.app.edit`.
@NullMarked
package netarium.app.edit;

import org.jspecify.annotations.NullMarked;
