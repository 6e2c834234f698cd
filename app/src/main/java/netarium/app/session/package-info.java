/// What all tools of the window share about a run: where its [Playhead] stands, what is selected,
/// and who reads its events. No JavaFX here; everything belongs to the FX thread but the live run
/// itself, which has a thread of its own.
@NullMarked
package netarium.app.session;

import org.jspecify.annotations.NullMarked;
