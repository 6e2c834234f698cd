/// A run behind the window: [LiveRun] is the engine with a thread of its own, [Transport] the one
/// control over it and over its past, [Playhead] the instant that all tools show, [Selection] what
/// is chosen. Tools are [EventReader]s of the transport.
///
/// No JavaFX here. Everything belongs to the FX thread, but for what goes on inside the live run.
@NullMarked
package netarium.app.session;

import org.jspecify.annotations.NullMarked;
