/// The WebSocket protocol (RFC 6455) as octets and values: built and parsed, never sent.
///
/// [Handshake] builds and judges the two messages it begins with, [Frame] is what follows,
/// [FrameReader] cuts a stream into frames, [MessageReader] puts messages together from them and
/// says with which [CloseCode] a conversation has to end that breaks the rules. May use: `codec`,
/// `wire`.
@NullMarked
package netarium.engine.codec.websocket;

import org.jspecify.annotations.NullMarked;
