/// The `netarium` program: its command line, later its window.
///
/// Start with [Launcher]. Uses the engine's runs and readers and the bundled samples; nothing uses
/// it.
@NullMarked
package netarium.app;

import org.jspecify.annotations.NullMarked;
