/// Tests of `netarium.app.tree`.
@NullMarked
package netarium.app.tree;

import org.jspecify.annotations.NullMarked;
