/// Tests of the run behind the window, with time that the tests make.
@NullMarked
package netarium.app.session;

import org.jspecify.annotations.NullMarked;
