/// ICMP (RFC 792): the errors that hosts and routers send, and echo, with which programs ask who is
/// there.
///
/// Read in this order: [IcmpLayer], [ErrorSender], [EchoRequest], [EchoOutcome]. May use: `ip`,
/// `sim`, `wire`, `trace`.
@NullMarked
package netarium.engine.icmp;

import org.jspecify.annotations.NullMarked;
