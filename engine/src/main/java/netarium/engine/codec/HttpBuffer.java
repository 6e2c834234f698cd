package netarium.engine.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The octets of a stream that no message has used up. Each is looked at once, however the stream
/// was cut, and a message's octets are copied once.
final class HttpBuffer {
  private static final int FIRST_OCTETS = 512;

  private byte[] octets = new byte[0];
  private int start;
  private int end;

  /// Up to here the line that begins at `start` has been looked at.
  private int scanned;

  void append(Octets more) {
    reserve(more.length());
    more.copyTo(octets, end);
    end += more.length();
  }

  private void reserve(int more) {
    if (start == end) {
      start = 0;
      end = 0;
      scanned = 0;
    }
    if (end + more <= octets.length) {
      return;
    }
    int kept = end - start;
    int size = Math.max(FIRST_OCTETS, kept + more);
    byte[] target = size <= octets.length ? octets : new byte[Math.max(size, kept * 2)];
    System.arraycopy(octets, start, target, 0, kept);
    octets = target;
    scanned -= start;
    start = 0;
    end = kept;
  }

  int length() {
    return end - start;
  }

  /// The octet that comes next. Only if there is one.
  int first() {
    return octets[start] & 0xff;
  }

  /// Moves up to `most` octets to `target`; answers how many.
  int moveTo(HttpBody target, int most) {
    int count = Math.min(most, length());
    target.add(octets, start, count);
    consume(count);
    return count;
  }

  /// The next line without its end, or null while it has not come whole.
  ///
  /// A CR stands only before an LF, and no other control octet but a tab stands in a line: either
  /// would mean different things to different readers (RFC 9112 §2.2). `status` is for a line
  /// longer than `most`.
  @Nullable String takeLine(int most, int status, boolean mayEndInLf) throws HttpFaultException {
    for (; scanned < end; scanned++) {
      byte octet = octets[scanned];
      if (octet == '\n') {
        if (!mayEndInLf) {
          throw new HttpFaultException(400, "a line of a chunk ends without CR");
        }
        return line(scanned, 1);
      }
      if (octet == '\r') {
        if (scanned + 1 == end) {
          return null;
        }
        if (octets[scanned + 1] != '\n') {
          throw new HttpFaultException(400, "a CR without LF");
        }
        return line(scanned, 2);
      }
      if (isControl(octet)) {
        throw new HttpFaultException(400, "a control octet " + octet + " in a line");
      }
      if (scanned - start >= most) {
        throw new HttpFaultException(
            status,
            most == 0
                ? "a chunk is longer than its size says"
                : "a line longer than " + most + " octets");
      }
    }
    return null;
  }

  private String line(int lineEnd, int endOctets) {
    String text = new String(octets, start, lineEnd - start, ISO_8859_1);
    consume(lineEnd + endOctets - start);
    return text;
  }

  private static boolean isControl(byte octet) {
    return (octet >= 0 && octet < ' ' && octet != '\t') || octet == 0x7f;
  }

  private void consume(int count) {
    start += count;
    scanned = start;
  }

  /// All that is left, taken out.
  Octets takeAll() {
    Octets all = Octets.wrap(Arrays.copyOfRange(octets, start, end));
    consume(all.length());
    return all;
  }
}
