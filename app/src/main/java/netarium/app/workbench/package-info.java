/// The window itself: where the tools stand, and what joins them. Each tool knows only its own
/// models; here they are built, shown side by side and given commands.
///
/// Start at [Desk], which builds everything for one open project, and [Shell], the frame that shows
/// it. Everything belongs to the FX thread; [FrameBridge] is the only door to a run's own thread.
@NullMarked
package netarium.app.workbench;

import org.jspecify.annotations.NullMarked;
