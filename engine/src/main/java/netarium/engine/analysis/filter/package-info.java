/// The filter language: `tcp.flags.syn && !(ip.src == 10.0.0.1)`.
///
/// [FrameFilter] compiles a text once and then judges frames, alone or as a [FilterSubject] of a
/// run; [FilterParser] reads the text by recursive descent over the words of [FilterWords];
/// [FilterFields] says what each name means, [FilterValue] what it is compared with. Names and
/// meanings are those of Wireshark's display filters, as far as they go. [Completion] says what may
/// follow in a text that is being typed.
///
/// Read in this order: [FrameFilter], [FilterFields], [FilterParser]. May use: `analysis`, `wire`.
@NullMarked
package netarium.engine.analysis.filter;

import org.jspecify.annotations.NullMarked;
