/// What the canvas shows at an instant, as values: nothing here knows JavaFX.
///
/// [FlightLog] reads the events of a run and can say at once what was on its way at any instant;
/// [SceneBuilder] puts that together with a topology into a [CanvasScene]; [Body] and [Route] say
/// where things lie. It may use the topology's records, the trace, and what a run tells of its
/// programs. Start at [SceneBuilder].
@NullMarked
package netarium.app.canvas.scene;

import org.jspecify.annotations.NullMarked;
