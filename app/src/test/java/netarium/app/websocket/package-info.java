/// Tests of the package of the same name.
@NullMarked
package netarium.app.websocket;

import org.jspecify.annotations.NullMarked;
