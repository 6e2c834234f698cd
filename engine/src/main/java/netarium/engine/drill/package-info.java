/// Packetdrill scripts played against our own stack: a script injects segments, calls sockets and
/// says which segments must come back and when.
///
/// A script plays on a simulated clock and on one node, whose only link ends here: the peer is this
/// package. So a test of TCP reads like a transcript, and scripts written for other stacks run too.
///
/// Read in this order: [Drill], [Script], [ScriptParser], [Player], [Comparison], [Calls]. May use
/// `node`, `socket`, `tcp`, `udp`, `ip`, `link`, `trace`, `wire` and `sim`.
@NullMarked
package netarium.engine.drill;

import org.jspecify.annotations.NullMarked;
