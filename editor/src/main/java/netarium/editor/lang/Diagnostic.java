package netarium.editor.lang;

/// What is wrong, and where: line and column count from 1, `length` is at least 1.
///
/// `offset` is the same place counted from 0 over the whole text. At the end of the text there is
/// nothing to underline; the place is then the last visible character before it.
public record Diagnostic(int line, int column, int length, int offset, String message) {}
