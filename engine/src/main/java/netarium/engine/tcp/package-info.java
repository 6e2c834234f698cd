/// TCP by RFC 9293. Values in, values out: no I/O, no threads, and of the clock only what
/// [TcpEnvironment] hands in.
///
/// A [TcpConnection] is the shared transmission control block: the state, a [Sender] and a
/// [Receiver]. What the RFC calls events are classes beside it, one method per clause:
/// [SegmentArrives] (§3.10.7), [UserCalls] (§3.10.1–6), [Timeouts] (§3.10.8), [PathErrors] (ICMP).
/// [Output] decides what to send and builds it; [LossRecovery] (with a [SackScoreboard] where both
/// sides permit) and [CongestionControl] say how much.
///
/// Read in this order: [TcpState], [SegmentArrives], [Sender], [Output], [Receiver], [TcpLayer].
/// May use `ip`, `trace`, `wire` and `sim`.
@NullMarked
package netarium.engine.tcp;

import org.jspecify.annotations.NullMarked;
