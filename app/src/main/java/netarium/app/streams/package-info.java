/// What two machines say to each other over a connection, one after the other: as TCP carries it,
/// as HTTP messages, as WebSocket frames.
///
/// [StreamsModel] says which stream is followed and what is said, [StreamsView] shows it. No JavaFX
/// in the model. May use: `session`, `text`, `packets`, `content`, `project` for choosing a file,
/// the engine's analysis.
@NullMarked
package netarium.app.streams;

import org.jspecify.annotations.NullMarked;
