/// The buttons of the toolbar that run, pause and step, the speed, and the clock: [TransportBar].
/// [RunFigures] says in the status bar how the run stands. They only show and press what
/// `netarium.app.session` does.
@NullMarked
package netarium.app.transport;

import org.jspecify.annotations.NullMarked;
