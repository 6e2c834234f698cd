/// The lesson of a project: its Markdown read into blocks, shown as a page beside the canvas, and
/// written as plain text.
///
/// [Markdown] reads, [Block] and [Span] are what it finds, [LessonPage] shows them, [LessonTarget]
/// is where a link leads. Start at [LessonView]. It may use the project's document, the editor's
/// colours of Lua and the texts; nothing else knows the Markdown parser.
@NullMarked
package netarium.app.lesson;

import org.jspecify.annotations.NullMarked;
