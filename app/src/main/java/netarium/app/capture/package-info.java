/// Captures of runs for other programs, for the command line and the window. Uses the engine's
/// trace and topologies only.
@NullMarked
package netarium.app.capture;

import org.jspecify.annotations.NullMarked;
