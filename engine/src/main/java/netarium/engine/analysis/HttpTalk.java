package netarium.engine.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import netarium.engine.analysis.HttpMessage.Framing;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpReader;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Reads HTTP/1 on both sides of a connection, one message after the other, and pairs each response
/// with its request (RFC 9112 §9.3).
final class HttpTalk implements StreamTalk.Talk {
  private static final int MAX_LINE_OCTETS = 16 * 1024;
  private static final int NO_LENGTH = -1;
  private static final List<String> BEGINNINGS =
      List.of(
          "GET ",
          "HEAD ",
          "POST ",
          "PUT ",
          "DELETE ",
          "CONNECT ",
          "OPTIONS ",
          "TRACE ",
          "PATCH ",
          "HTTP/1.");

  private final Channel channel;
  private final StreamTalk talk;
  private final Conversations all;
  private final Reading[] readings;

  /// Those whose response has not ended, in the order of their requests.
  private final Deque<HttpExchange> awaiting = new ArrayDeque<>();

  /// Whether octets may be the beginning of a message.
  enum Guess {
    YES,
    NO,
    PERHAPS
  }

  /// How far one side has been read.
  private static final class Reading {
    private final StreamSide side;
    private long at;
    private long scanned;
    private @Nullable HttpMessage open;
    private @Nullable HttpExchange exchange;
    private @Nullable ChunkWalk chunks;
    private boolean isLost;

    Reading(StreamSide side, long from) {
      this.side = side;
      at = from;
      scanned = from;
    }

    StreamOctets octets() {
      return side.octets();
    }
  }

  HttpTalk(Channel channel, StreamTalk talk, Conversations all, long[] from) {
    this.channel = channel;
    this.talk = talk;
    this.all = all;
    readings =
        new Reading[] {
          new Reading(channel.side(0), from[0]), new Reading(channel.side(1), from[1])
        };
  }

  static Guess begins(Octets octets) {
    Guess guess = Guess.NO;
    for (String word : BEGINNINGS) {
      int same = 0;
      int length = Math.min(word.length(), octets.length());
      while (same < length && octets.at(same) == word.charAt(same)) {
        same++;
      }
      if (same == word.length()) {
        return Guess.YES;
      }
      guess = same == octets.length() ? Guess.PERHAPS : guess;
    }
    return guess;
  }

  @Override
  public void more(int side) {
    Reading reading = readings[side];
    boolean goesOn = true;
    while (goesOn && !reading.isLost) {
      if (reading.open == null) {
        goesOn = readStart(reading);
      } else if (!reading.open.hasHead()) {
        goesOn = readHead(reading, reading.open);
      } else {
        goesOn = readContent(reading, reading.open);
      }
    }
  }

  private boolean readStart(Reading reading) {
    StreamOctets octets = reading.octets();
    while (reading.at < octets.length() && isLineEnd(octets.at(reading.at))) {
      reading.at++;
    }
    long from = reading.at;
    long end = octets.lineEnd(from, MAX_LINE_OCTETS);
    if (end < 0) {
      reading.isLost = octets.length() - from > MAX_LINE_OCTETS;
      return false;
    }
    HttpStart start = HttpStart.of(octets.slice(from, end));
    if (start == null) {
      reading.isLost = true;
      return false;
    }
    HttpMessage message = new HttpMessage(reading.side, from, start, end);
    reading.side.add(message);
    reading.open = message;
    reading.scanned = end;
    if (start.isRequest()) {
      HttpExchange made = new HttpExchange(all.exchangeCount(), channel, reading.side.index());
      made.request(message);
      all.add(made);
      awaiting.add(made);
      reading.exchange = made;
    } else {
      reading.exchange = answered(message);
    }
    return true;
  }

  /// A response belongs to the oldest request that has none.
  private HttpExchange answered(HttpMessage response) {
    HttpExchange oldest = awaiting.peek();
    if (oldest == null) {
      HttpExchange made =
          new HttpExchange(all.exchangeCount(), channel, 1 - response.side().index());
      all.add(made);
      awaiting.add(made);
      oldest = made;
    }
    oldest.response(response);
    return oldest;
  }

  private boolean readHead(Reading reading, HttpMessage message) {
    StreamOctets octets = reading.octets();
    long line = reading.scanned;
    while (true) {
      long end = octets.lineEnd(line, HttpReader.MAX_HEAD_OCTETS);
      if (end < 0) {
        reading.scanned = line;
        reading.isLost = octets.length() - message.from() > HttpReader.MAX_HEAD_OCTETS;
        return false;
      }
      boolean isBlank = end - line == 1 || (end - line == 2 && octets.at(line) == '\r');
      line = end;
      if (isBlank) {
        headEnds(reading, message, end);
        return true;
      }
    }
  }

  private void headEnds(Reading reading, HttpMessage message, long end) {
    message.head(end, Framing.NONE);
    HttpExchange exchange = reading.exchange;
    boolean isRequest = message.start().isRequest();
    int status = message.start().status();
    boolean hasNone =
        !isRequest
            && (status / 100 == 1
                || status == 204
                || status == 304
                || (exchange != null && exchange.endsWithHead(status)));
    reading.at = end;
    if (isRequest && exchange != null) {
      exchange.claim(all);
    }
    if (hasNone) {
      return;
    }
    if (message.headers().listHas("Transfer-Encoding", "chunked")) {
      message.framing(Framing.CHUNKED);
      reading.chunks = new ChunkWalk(reading.octets(), end);
    } else if (length(message.headers()) != NO_LENGTH) {
      message.framing(Framing.LENGTH);
    } else if (!isRequest) {
      message.framing(Framing.CLOSE);
    }
  }

  private static long length(HttpHeaders headers) {
    String text = headers.first("Content-Length").orElse("");
    boolean isNumber =
        !text.isEmpty() && text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Long.parseLong(text) : NO_LENGTH;
  }

  private boolean readContent(Reading reading, HttpMessage message) {
    long known = reading.octets().length();
    return switch (message.framing()) {
      case NONE -> ends(reading, message, message.headEnd());
      case LENGTH -> {
        long end = message.headEnd() + length(message.headers());
        yield known >= end && ends(reading, message, end);
      }
      case CHUNKED -> readChunks(reading, message);
      case CLOSE -> reading.side.isFinished() && ends(reading, message, known);
    };
  }

  private boolean readChunks(Reading reading, HttpMessage message) {
    ChunkWalk walk = reading.chunks;
    if (walk == null) {
      throw new IllegalStateException("invariant broken: chunked content is walked over");
    }
    while (true) {
      switch (walk.next()) {
        case CHUNK -> message.chunk(walk.dataTo() - walk.dataFrom());
        case LAST -> {
          reading.chunks = null;
          return ends(reading, message, walk.at());
        }
        case WAIT -> {
          return false;
        }
        case BROKEN -> {
          reading.isLost = true;
          return false;
        }
      }
    }
  }

  /// The message ends here; what follows may be another one.
  private boolean ends(Reading reading, HttpMessage message, long end) {
    message.end(end);
    reading.at = end;
    reading.scanned = end;
    reading.open = null;
    HttpExchange exchange = reading.exchange;
    reading.exchange = null;
    int status = message.start().status();
    boolean isFinal = status >= 200 || status == 101;
    if (!message.start().isRequest() && exchange != null && isFinal) {
      awaiting.remove(exchange);
      exchange.done();
      noteLookUp(exchange);
      changesProtocol(exchange, message, end);
    }
    return true;
  }

  /// A question for a name may be asked in HTTP (RFC 8484); it has an answer with the response.
  private void noteLookUp(HttpExchange exchange) {
    HttpMessage request = exchange.request();
    HttpMessage response = exchange.response();
    DnsMessage question = request == null ? null : request.dns();
    DnsMessage answer = response == null ? null : response.dns();
    if (request == null || question == null || question.isResponse()) {
      return;
    }
    StreamSide client = exchange.client();
    DnsLookup made =
        all.lookups()
            .asked(
                DnsLookup.Way.HTTPS,
                client.node(),
                question,
                client.octets().sentAt(request.from()),
                client.octets().sentBy(request.from()));
    if (answer != null) {
      made.answered(answer, exchange);
    }
  }

  private void changesProtocol(HttpExchange exchange, HttpMessage response, long end) {
    HttpMessage request = exchange.request();
    if (request == null) {
      return;
    }
    int client = exchange.clientSide();
    int status = response.start().status();
    boolean isTunnel = request.start().method().equals("CONNECT") && status / 100 == 2;
    if ((status != 101 && !isTunnel) || !request.isWhole()) {
      return;
    }
    // Either side says nothing of the old protocol any more.
    readings[0].isLost = true;
    readings[1].isLost = true;
    channel.side(client).forget(request.to());
    awaiting.forEach(
        each -> each.fail(HttpExchange.Failure.CLOSED, exchange.server().octets().sentAt(end - 1)));
    awaiting.clear();
    String wanted = response.header("Upgrade").toLowerCase(Locale.ROOT);
    if (isTunnel) {
      talk.beginAnew(client == 0 ? request.to() : end, client == 0 ? end : request.to());
    } else if (wanted.equals("websocket")) {
      talk.upgrade(exchange, client, request.to(), end);
    }
  }

  @Override
  public void finished(int side) {
    more(side);
    Reading reading = readings[side];
    for (HttpExchange each : awaiting) {
      if (each.clientSide() != side) {
        each.fail(HttpExchange.Failure.CLOSED, channel.endSaid(side));
      }
    }
    if (!awaiting.isEmpty() && awaiting.peek().clientSide() != side) {
      awaiting.clear();
    }
    reading.isLost = true;
  }

  @Override
  public void reset(long nanos) {
    awaiting.forEach(each -> each.fail(HttpExchange.Failure.RESET, nanos));
    awaiting.clear();
  }

  private static boolean isLineEnd(int octet) {
    return octet == '\r' || octet == '\n';
  }
}
