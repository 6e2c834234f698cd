/// Text the way Lua 5.2 handles it, over plain octets: numbers to text, `string.format`'s items,
/// patterns.
///
/// Nothing here knows Lua values or machines, so everything can be tested as plain functions. A
/// mistake of the script is a [TextFault] with C Lua's words, to which the library adds the place;
/// memory and work are reported to the caller before they are spent ([OctetBuffer.Payer],
/// [LuaPattern.Meter]). Start with [LuaPattern] and [FormatItem]. May import
/// `netarium.engine.syntax` (numerals).
@NullMarked
package netarium.engine.lua.text;

import org.jspecify.annotations.NullMarked;
