package netarium.engine.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A place in the source, its line, and the text of the token being read.
///
/// Invariant: [#line] has counted every line end before [#offset]; `\r\n` and `\n\r` count once.
final class SourceReader {
  static final int END = -1;

  private final byte[] source;
  private final ByteArrayOutputStream saved = new ByteArrayOutputStream();
  private int offset;
  private int line = 1;

  SourceReader(byte[] source, int start) {
    this.source = source;
    this.offset = start;
  }

  int offset() {
    return offset;
  }

  int line() {
    return line;
  }

  /// Goes back to where a token began.
  void moveTo(int place, int itsLine) {
    offset = place;
    line = itsLine;
  }

  /// The octet here, or [#END].
  int current() {
    return offset < source.length ? source[offset] & 0xFF : END;
  }

  int octetAt(int place) {
    return source[place] & 0xFF;
  }

  int advance() {
    offset++;
    return current();
  }

  void save(int octet) {
    saved.write(octet);
  }

  void saveAndAdvance() {
    saved.write(source[offset]);
    offset++;
  }

  void clearSaved() {
    saved.reset();
  }

  String saved() {
    return saved.toString(StandardCharsets.ISO_8859_1);
  }

  int savedLength() {
    return saved.size();
  }

  boolean atLineEnd() {
    int c = current();
    return c == '\n' || c == '\r';
  }

  void skipLineEnd() {
    int first = current();
    int second = advance();
    if ((second == '\n' || second == '\r') && second != first) {
      advance();
    }
    line++;
  }

  String text(int from, int to) {
    return new String(source, from, to - from, StandardCharsets.ISO_8859_1);
  }

  SyntaxFailure failure(String message, int at) {
    return new SyntaxFailure(message, line, at);
  }

  /// The saved text in quotes, cut at a NUL as C strings are.
  String quotedSaved() {
    String text = saved();
    int nul = text.indexOf('\0');
    return "'" + (nul < 0 ? text : text.substring(0, nul)) + "'";
  }
}
