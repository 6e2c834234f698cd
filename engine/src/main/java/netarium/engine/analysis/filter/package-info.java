/// The filter language: `tcp.flags.syn && !(ip.src == 10.0.0.1)`.
///
/// [FrameFilter] compiles a text once and then judges frames; [FilterParser] reads the text by
/// recursive descent over the words of [FilterWords]; [Fields] says what each name means for a
/// frame. Names and meanings are those of Wireshark's display filters, as far as they go.
///
/// Read in this order: [FrameFilter], [Fields], [FilterParser]. May use: `wire`.
@NullMarked
package netarium.engine.analysis.filter;

import org.jspecify.annotations.NullMarked;
