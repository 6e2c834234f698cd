/// WebSocket conversations: who talks with whom, every frame with its payload, why they ended, and
/// hands that hold back, change, drop or send frames again.
///
/// [WebSocketModel] says which frames are listed and keeps what is held, [WebSocketView] shows
/// them, [FrameDetail] one of them. No JavaFX in the model. May use: `session`, `text`, `theme`,
/// `packets`, `content`, the engine's analysis and the stimuli of topologies.
@NullMarked
package netarium.app.websocket;

import org.jspecify.annotations.NullMarked;
