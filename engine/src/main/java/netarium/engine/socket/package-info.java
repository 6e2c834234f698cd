/// What programs see of the network: sockets that never wait. A call does what can be done at once;
/// a callback says when to try again, and whoever wants to block parks until then.
///
/// Read in this order: [SocketLayer], [ByteStream], [StreamAcceptor], [TcpSocket], [TcpListener],
/// [UdpSocket], [SocketError]. May use `tcp`, `udp`, `ip`, `trace`, `wire` and `sim`.
@NullMarked
package netarium.engine.socket;

import org.jspecify.annotations.NullMarked;
