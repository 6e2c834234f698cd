/// The strip of time below the network: every frame, what else is worth a mark, the playhead and
/// the live edge.
///
/// [TimelineLog] is the model, [TimelineView] draws it through a [TimeScale]. However long a run
/// is, a picture costs only as much as there are pixels.
@NullMarked
package netarium.app.timeline;

import org.jspecify.annotations.NullMarked;
