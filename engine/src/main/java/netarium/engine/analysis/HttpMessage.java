package netarium.engine.analysis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// An HTTP/1 message in a stream (RFC 9112): its start line, its header fields once all are there,
/// and where its content lies.
public final class HttpMessage implements StreamPart {
  private static final int NOT_YET = -1;
  private static final int MOST_DNS_OCTETS = 1 << 16;

  private final StreamSide side;
  private final long from;
  private final HttpStart start;
  private final long lineEnd;
  private HttpHeaders headers = HttpHeaders.NONE;
  private Framing framing = Framing.NONE;
  private long headEnd = NOT_YET;
  private long to = OPEN;
  private long contentOctets;
  private @Nullable HttpExchange exchange;

  /// How the end of the content is found (RFC 9112 §6.3).
  public enum Framing {
    /// There is none.
    NONE,
    LENGTH,
    CHUNKED,
    /// It goes on to the end of the connection.
    CLOSE
  }

  HttpMessage(StreamSide side, long from, HttpStart start, long lineEnd) {
    this.side = side;
    this.from = from;
    this.start = start;
    this.lineEnd = lineEnd;
  }

  @Override
  public long from() {
    return from;
  }

  @Override
  public long to() {
    return to;
  }

  public StreamSide side() {
    return side;
  }

  public HttpStart start() {
    return start;
  }

  /// The octet behind the start line.
  public long lineEnd() {
    return lineEnd;
  }

  /// Empty while the head has not ended.
  public HttpHeaders headers() {
    return headers;
  }

  public Framing framing() {
    return framing;
  }

  public boolean hasHead() {
    return headEnd != NOT_YET;
  }

  /// The octet behind the blank line; -1 while there is none.
  public long headEnd() {
    return headEnd;
  }

  public boolean isWhole() {
    return to != OPEN;
  }

  /// How many octets of content there are so far, without what frames chunks.
  public long contentOctets() {
    long here = side.octets().length();
    return switch (framing) {
      case NONE -> 0;
      case LENGTH, CLOSE -> Math.max(0, (isWhole() ? to : here) - headEnd);
      case CHUNKED -> contentOctets;
    };
  }

  /// The exchange that it belongs to.
  public @Nullable HttpExchange exchange() {
    return exchange;
  }

  void exchange(HttpExchange of) {
    exchange = of;
  }

  void head(long end, Framing found) {
    headers = headersOf(side.octets().slice(lineEnd, end));
    headEnd = end;
    framing = found;
  }

  void framing(Framing found) {
    framing = found;
  }

  void chunk(long octets) {
    contentOctets += octets;
  }

  void end(long at) {
    to = at;
  }

  /// The header fields that stand in octets up to a blank line, or to their end.
  public static HttpHeaders headersIn(Octets octets) {
    for (int at = 0; at + 1 < octets.length(); at++) {
      boolean isBlank =
          octets.at(at) == '\n'
              && (octets.at(at + 1) == '\n'
                  || (octets.at(at + 1) == '\r'
                      && at + 2 < octets.length()
                      && octets.at(at + 2) == '\n'));
      if (isBlank) {
        return headersOf(octets.slice(0, at + 1));
      }
    }
    return headersOf(octets);
  }

  private static HttpHeaders headersOf(Octets head) {
    List<HttpHeaders.Field> fields = new ArrayList<>();
    for (String line : new String(head.toByteArray(), ISO_8859_1).split("\r?\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.add(
            new HttpHeaders.Field(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    return new HttpHeaders(fields);
  }

  /// The first `most` octets of the content, chunks put together; as far as they have been sent.
  public Octets content(int most) {
    if (!hasHead()) {
      return Octets.EMPTY;
    }
    long end = isWhole() ? to : side.octets().length();
    return switch (framing) {
      case NONE -> Octets.EMPTY;
      case LENGTH, CLOSE -> side.octets().slice(headEnd, Math.min(end, headEnd + most));
      case CHUNKED -> chunks(most);
    };
  }

  private Octets chunks(int most) {
    byte[] joined = new byte[(int) Math.min(most, contentOctets)];
    int size = 0;
    ChunkWalk walk = new ChunkWalk(side.octets(), headEnd);
    while (size < joined.length && walk.next() == ChunkWalk.Step.CHUNK) {
      Octets part = side.octets().slice(walk.dataFrom(), walk.dataTo());
      int count = Math.min(part.length(), joined.length - size);
      part.slice(0, count).copyTo(joined, size);
      size += count;
    }
    return Octets.wrap(joined, 0, size);
  }

  /// The DNS message that is its content, or that its target asks with (RFC 8484); null where there
  /// is none, or not all of it yet.
  public @Nullable DnsMessage dns() {
    if (!isWhole()) {
      return null;
    }
    if (contentType().equalsIgnoreCase("application/dns-message")) {
      return DnsMessage.read(content(MOST_DNS_OCTETS));
    }
    int question = start.target().indexOf("?dns=");
    if (question < 0 || !start.method().equals("GET")) {
      return null;
    }
    String text = start.target().substring(question + 5);
    int more = text.indexOf('&');
    try {
      String coded = more < 0 ? text : text.substring(0, more);
      return DnsMessage.read(Octets.wrap(Base64.getUrlDecoder().decode(coded)));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// The header field's value, or empty text.
  public String header(String name) {
    return headers.first(name).orElse("");
  }

  /// The kind of content, without its parameters.
  public String contentType() {
    String type = header("Content-Type");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip();
  }
}
