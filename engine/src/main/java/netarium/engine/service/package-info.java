/// Engines of network services as state machines: they speak a protocol over sockets, driven by
/// callbacks and the clock. No Lua, no processes; what a script can call, or a program in `/bin`,
/// only starts and shows them.
///
/// Outwards, read in this order: [NameLookup], [Proxy], [ProxyChoice], [Dial],
/// [HttpClientConnection], [HttpFetch]. [HttpTransport] keeps connections for more than one
/// request, [HttpRoundTrip] sends one over them and gives an [HttpAnswer]; [CorsCourse] says what
/// pages of browsers may ask. Serving: [HttpServerConnection], which reads requests from a stream
/// and sends answers in their order, [HttpExchange], one of each, and [SocksServer]. [WebSocket] is
/// either end of a conversation; what it sends passes a [FrameGate], where a hand from outside may
/// hold it, and [WebSockets] are those of a machine. May use: `codec`, `tls`, `socket` and what is
/// below them.
@NullMarked
package netarium.engine.service;

import org.jspecify.annotations.NullMarked;
