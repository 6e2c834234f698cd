/// Tests of the toolbar's transport group.
@NullMarked
package netarium.app.transport;

import org.jspecify.annotations.NullMarked;
