/// What messages carry, shown: [ContentText] turns octets into lines, [ContentView] shows them as
/// people like, as they came, or in hexadecimal. For all tools that show what programs say to each
/// other, with what their bars and tables are made of: [FilterBox], [Choice], and [Rows], the rows
/// of a table that only grows.
///
/// May use: `text`, the engine's octets and `codec`.
@NullMarked
package netarium.app.content;

import org.jspecify.annotations.NullMarked;
