package netarium.topologies.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.ProblemList;
import org.jspecify.annotations.Nullable;

/// Octets to text, strictly: what is not UTF-8 is a problem at its place, never a question mark.
public final class Utf8 {
  private Utf8() {}

  /// The text without a byte order mark, or `null` after a problem.
  public static @Nullable String decode(byte[] octets, ProblemList problems) {
    if (octets.length >= 2 && isUtf16Mark(octets[0] & 255, octets[1] & 255)) {
      problems.error(Position.START, "the text is in UTF-16", "save it as UTF-8");
      return null;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(octets.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(octets), text, true);
    text.flip();
    if (result.isError()) {
      problems.error(TextEnd.of(text), "an octet here is not UTF-8", "save the file as UTF-8");
      return null;
    }
    boolean marked = !text.isEmpty() && text.get(0) == '\uFEFF';
    return text.subSequence(marked ? 1 : 0, text.length()).toString();
  }

  private static boolean isUtf16Mark(int first, int second) {
    return (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
  }
}
