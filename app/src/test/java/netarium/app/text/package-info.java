/// Tests of `netarium.app.text` and of all bundles.
@NullMarked
package netarium.app.text;

import org.jspecify.annotations.NullMarked;
