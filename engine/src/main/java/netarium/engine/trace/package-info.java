/// What happened: one immutable, totally ordered stream of events, and its readers.
///
/// The engine writes each event once, through [EventRecorder]; everything that shows a run reads
/// them: log, hash, JSON lines, capture, window, checks. Every event names its `cause`, the ordinal
/// of the event that led to it.
///
/// Read in this order: [SimEvent], [Stamp], [EventRecorder], [TraceHash], [EventSink], then the
/// readers [TraceFormat] (the lines that `docs/trace-format.md` documents), [PcapngWriter] and
/// [FrameSummary]. May use: `sim`, `wire`, `screen`.
@NullMarked
package netarium.engine.trace;

import org.jspecify.annotations.NullMarked;
