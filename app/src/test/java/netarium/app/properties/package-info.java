/// Tests of `netarium.app.properties`.
@NullMarked
package netarium.app.properties;

import org.jspecify.annotations.NullMarked;
