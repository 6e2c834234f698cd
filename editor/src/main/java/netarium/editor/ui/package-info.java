/// The Lua code editor as a JavaFX control, and what can be installed into it.
///
/// [LuaEditor] holds the text area and keeps the same text as [netarium.editor.lang.LuaText]; it
/// tells every change to its [EditorComponent]s. Colours are looked-up names: `editor.css` uses
/// them, `editor-light.css` and `editor-dark.css` define them ([EditorTheme]). Text for people
/// comes from `messages.properties`. Everything happens on the JavaFX thread, except the syntax
/// check.
///
/// Read in this order: [LuaEditor], [EditorComponent], [Highlighting], then any other component.
/// May use: `netarium.editor.lang`, JavaFX, RichTextFX; no other package touches RichTextFX.
@NullMarked
package netarium.editor.ui;

import org.jspecify.annotations.NullMarked;
