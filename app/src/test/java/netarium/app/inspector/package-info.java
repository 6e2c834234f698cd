/// Tests of the inspector, most of them without a toolkit.
@NullMarked
package netarium.app.inspector;

import org.jspecify.annotations.NullMarked;
