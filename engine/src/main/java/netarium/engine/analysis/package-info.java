/// Readers of frames and of the trace, who never touch the running stack.
///
/// `analysis.filter` is the language in which people say which frames they mean. May use: `trace`,
/// `wire`, `codec`.
@NullMarked
package netarium.engine.analysis;

import org.jspecify.annotations.NullMarked;
