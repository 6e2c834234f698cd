/// SOCKS version 5 as octets and values (RFC 1928, RFC 1929): built and parsed, never sent.
///
/// [SocksMessage] names the six messages, [SocksReader] reads them, and [SocksParse] tells a whole
/// message from one that is not all there yet and from one that never will be right. May use:
/// `wire`.
@NullMarked
package netarium.engine.codec.socks;

import org.jspecify.annotations.NullMarked;
