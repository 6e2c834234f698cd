/// What messages carry, shown: [ContentText] turns octets into lines, [ContentView] shows them as
/// people like, as they came, or in hexadecimal. For all tools that show what programs say to each
/// other, with what their bars and tables are made of: [FilterBox], [Choice], [Rows], the rows of a
/// table that only grows, and [EmptyState], what stands where there is nothing to show.
///
/// May use: `text`, the engine's octets and `codec`.
@NullMarked
package netarium.app.content;

import org.jspecify.annotations.NullMarked;
