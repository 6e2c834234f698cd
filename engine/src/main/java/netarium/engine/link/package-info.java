/// Cables and what repeats frames between them: everything at layer 2 that has no address of its
/// own.
///
/// A [Link] joins two [Port]s and has a [LinkModel] for each direction. It computes when a frame
/// leaves and arrives at the moment it is handed over, so that the arrival is the only event of a
/// hop. [EthernetSwitch] and [Hub] pass frames on; one frame object is shared by all copies.
///
/// **Time.** A frame of n octets, handed over at `now`, starts at max(now, free), where `free` is
/// the instant at which the frame before it has left, and leaves n·8/rate later, rounded up to a
/// whole nanosecond; it arrives `delay` and a share of `jitter` after that. n counts the Ethernet
/// header and the padding, but neither preamble nor frame check sequence nor the gap between
/// frames.
///
/// Read in this order: [Port], [LinkModel], [Link], [LinkDirection], [EthernetSwitch]. May use:
/// `sim`, `wire`, `trace`.
@NullMarked
package netarium.engine.link;

import org.jspecify.annotations.NullMarked;
