package netarium.engine.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The head of a message that is being read: its start line and its fields, as they come.
final class HttpHead {
  private static final int MOST_BLANK_LINES = 4;

  private final HttpLimits limits;
  private final boolean isRequest;
  private final List<HttpHeaders.Field> fields = new ArrayList<>(8);
  private @Nullable String startLine;
  private int octets;
  private int blankLines;

  HttpHead(HttpLimits limits, boolean isRequest) {
    this.limits = limits;
    this.isRequest = isRequest;
  }

  /// Whether nothing of it has come.
  boolean isEmpty() {
    return startLine == null;
  }

  @Nullable String startLine() {
    return startLine;
  }

  HttpHeaders headers() {
    return new HttpHeaders(fields);
  }

  /// Takes the next line; null when it has not come whole, false when it was the last.
  @Nullable Boolean readLine(HttpBuffer in) throws HttpFaultException {
    int tooLong = !isRequest ? 400 : startLine == null ? 414 : 431;
    String line = in.takeLine(limits.lineOctets(), tooLong, true);
    if (line == null) {
      return null;
    }
    if (startLine == null) {
      return startsWith(line);
    }
    if (line.isEmpty()) {
      return false;
    }
    octets += line.length() + 2;
    if (octets > limits.headOctets() || fields.size() == limits.fields()) {
      throw new HttpFaultException(431, "too many header fields");
    }
    add(line);
    return true;
  }

  /// Blank lines before a message are passed over (RFC 9112 §2.2), but not for ever.
  private boolean startsWith(String line) throws HttpFaultException {
    if (!line.isEmpty()) {
      startLine = line;
    } else if (++blankLines > MOST_BLANK_LINES) {
      throw new HttpFaultException(400, "nothing but blank lines");
    }
    return true;
  }

  /// A client joins folded lines with a blank, a server refuses them (RFC 9112 §5.2).
  private void add(String line) throws HttpFaultException {
    boolean isFolded = line.startsWith(" ") || line.startsWith("\t");
    if (!isFolded || isRequest || fields.isEmpty()) {
      fields.add(HttpFieldLine.parse(line));
      return;
    }
    HttpHeaders.Field last = fields.removeLast();
    fields.add(new HttpHeaders.Field(last.name(), (last.value() + " " + line.strip()).strip()));
  }
}
