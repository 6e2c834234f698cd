/// What tests of tools need of the session.
@NullMarked
package netarium.app.session;

import org.jspecify.annotations.NullMarked;
