/// What the code editor knows of Lua, as functions on text: colours, errors, indentation, comments,
/// brackets, words, searching. Text and a place in; spans, diagnostics or one [Edit] out.
///
/// Offsets, lines and columns count `char`s from 0, line ends are `\n`; only a [Diagnostic] counts
/// from 1, as messages for people do.
///
/// Read in this order: [LuaText] (the text by lines, with what each line inherits from the one
/// before), [LineLexer], [Diagnostics], then any of [Indentation], [Comments], [Brackets], [Words],
/// [Search]. May use: `netarium.engine.syntax`. No JavaFX.
@NullMarked
package netarium.editor.lang;

import org.jspecify.annotations.NullMarked;
