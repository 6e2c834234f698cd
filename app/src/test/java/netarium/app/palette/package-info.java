@NullMarked
package netarium.app.palette;

import org.jspecify.annotations.NullMarked;
