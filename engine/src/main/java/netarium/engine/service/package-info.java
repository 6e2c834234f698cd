/// Engines of network services as state machines: they speak a protocol over sockets, driven by
/// callbacks and the clock. No Lua, no processes; what a script can call, or a program in `/bin`,
/// only starts and shows them.
///
/// Over a stream speak [WebSocket], either end, and [SocksServer]. What a WebSocket end sends
/// passes a [FrameGate], where a hand from outside may hold it; [WebSockets] is where it finds the
/// end.
///
/// Read in this order: [NameLookup], [Proxy], [ProxyChoice], [Dial]. May use: `codec`, `tls`,
/// `socket` and what is below them.
@NullMarked
package netarium.engine.service;

import org.jspecify.annotations.NullMarked;
