/// Services as state machines over a stream: programs in `/bin` and the libraries of scripts only
/// start and show them.
///
/// [HttpServerConnection] reads requests from a [netarium.engine.socket.ByteStream] and sends
/// answers in their order; an [HttpExchange] is one of each. May use: `codec`, `tls`, `socket` and
/// what is below them. No Lua, no VM.
@NullMarked
package netarium.engine.service;

import org.jspecify.annotations.NullMarked;
