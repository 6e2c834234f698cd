/// Readers of frames and of the trace, who never touch the running stack.
///
/// [Dissection] takes a frame apart into [Layer]s and their [LayerField]s, each with its octets;
/// [FrameInfo] is the frame as a row of a list, [FrameMeaning] as a sentence. [Conversations] tells
/// TCP streams apart, and [StreamTalk] finds out what is spoken on each: [HttpTalk],
/// [WebSocketTalk], [SocksTalk], [DnsTalk], [TlsTalk] and [HlhvTalk] read it message by message.
/// What is said inside TLS is a [Channel] of its own, with octets that know their place on the
/// wire, read by the same classes; [DnsLookup] is a question for a name and its answer. [Journeys]
/// says which sending passes an earlier one on, [ExpertNotes] what is remarkable and why,
/// [Writings] which line of a script wrote the octets of a segment, [Causes] what led to an event.
/// `analysis.filter` is the language in which people say which frames they mean.
///
/// Nothing here speaks to people in their language: a [Phrase] is a key and values. Only names of
/// protocols and the one-line summaries are as in Wireshark, everywhere.
///
/// Read in this order: [Dissection], [Ipv4Layer], [TcpLayer], [Conversations], [StreamTalk],
/// [HttpTalk], [ExpertNotes]. May use: `trace`, `wire`, `codec`.
@NullMarked
package netarium.engine.analysis;

import org.jspecify.annotations.NullMarked;
