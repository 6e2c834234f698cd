/// The list of packets: every frame of a run as a row, live, filtered, as one of all tools that
/// follow one playhead and one selection.
///
/// [FrameTable] keeps what is known about frames in arrays and makes the text of a row when it is
/// asked for; [PacketsModel] says which rows are shown, [Whereabouts] where a frame is at an
/// instant; [PacketsView] shows them with a [FilterField] above. No JavaFX below the views. May
/// use: `session`, `text`, `theme`, `content`, `canvas`, the engine's trace and analysis.
@NullMarked
package netarium.app.packets;

import org.jspecify.annotations.NullMarked;
