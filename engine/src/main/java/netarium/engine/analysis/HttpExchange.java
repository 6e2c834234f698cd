package netarium.engine.analysis;

import java.util.Locale;
import netarium.engine.codec.HttpStatus;
import org.jspecify.annotations.Nullable;

/// A request and its response, as their segments show them at either end. It grows while the run
/// goes on; what has happened at an instant follows from the times ([#state]).
public final class HttpExchange {
  private final int index;
  private final Channel channel;
  private final int client;
  private @Nullable HttpMessage request;
  private @Nullable HttpMessage response;
  private int interim;
  private boolean isDone;
  private @Nullable Failure failure;
  private long failedAt = StreamOctets.NEVER;

  /// Why no whole response came.
  public enum Failure {
    /// The connection was broken off.
    RESET,
    /// The server had no more to say.
    CLOSED
  }

  /// How it stands, as the client sees it.
  public enum State {
    /// It has not begun.
    NOT_YET,
    CONNECTING,
    SENDING,
    WAITING,
    RECEIVING,
    DONE,
    FAILED
  }

  HttpExchange(int index, Channel channel, int client) {
    this.index = index;
    this.channel = channel;
    this.client = client;
  }

  void request(HttpMessage message) {
    request = message;
    message.exchange(this);
    channel.carries(this);
  }

  void response(HttpMessage message) {
    if (response != null) {
      interim++;
    }
    response = message;
    message.exchange(this);
    channel.carries(this);
  }

  void done() {
    isDone = true;
  }

  void fail(Failure why, long nanos) {
    if (!isDone && failure == null) {
      failure = why;
      failedAt = nanos;
    }
  }

  /// Whether a response with this status to this request has no content, whatever its head says.
  boolean endsWithHead(int status) {
    return method().equals("HEAD") || (method().equals("CONNECT") && status / 100 == 2);
  }

  /// Its number in the run, from 0.
  public int index() {
    return index;
  }

  public TcpStream stream() {
    return channel.stream();
  }

  int clientSide() {
    return client;
  }

  public StreamSide client() {
    return channel.side(client);
  }

  public StreamSide server() {
    return channel.side(1 - client);
  }

  /// Null where a response came that nobody had asked for.
  public @Nullable HttpMessage request() {
    return request;
  }

  /// The response, or what came before it (RFC 9110 §15.2); null while there is none.
  public @Nullable HttpMessage response() {
    return response;
  }

  /// How many responses of 1xx came before the last.
  public int interim() {
    return interim;
  }

  /// Empty for a response nobody had asked for.
  public String method() {
    return request == null ? "" : request.start().method();
  }

  public String target() {
    return request == null ? "" : request.start().target();
  }

  /// The server as the client calls it; its address where the client does not say.
  public String host() {
    HttpMessage asked = request;
    if (asked != null) {
      String target = asked.start().target();
      int scheme = target.indexOf("://");
      if (scheme > 0) {
        int end = target.indexOf('/', scheme + 3);
        return target.substring(scheme + 3, end < 0 ? target.length() : end);
      }
      if (asked.start().method().equals("CONNECT")) {
        return target;
      }
      String host = asked.header("Host");
      if (!host.isEmpty()) {
        return host;
      }
    }
    return server().address() + (server().port() == 80 ? "" : ":" + server().port());
  }

  /// What is asked for, without the host.
  public String path() {
    String target = target();
    int scheme = target.indexOf("://");
    if (scheme < 0) {
      return target;
    }
    int path = target.indexOf('/', scheme + 3);
    return path < 0 ? "/" : target.substring(path);
  }

  /// The whole address, as one would type it.
  public String url() {
    return method().equals("CONNECT") ? target() : "http://" + host() + path();
  }

  /// 0 while there is no response.
  public int status() {
    return response == null ? 0 : response.start().status();
  }

  /// The words beside the status: the server's, or those that are usual.
  public String reason() {
    if (response == null) {
      return "";
    }
    String said = response.start().reason();
    return said.isEmpty() ? HttpStatus.reason(response.start().status()) : said;
  }

  /// The kind of content that came, or was sent where nothing came.
  public String contentType() {
    return response == null ? "" : response.contentType().toLowerCase(Locale.ROOT);
  }

  /// How many octets of content have come.
  public long contentOctets() {
    return response == null ? 0 : response.contentOctets();
  }

  public @Nullable Failure failure() {
    return failure;
  }

  /// When it failed, or [StreamOctets#NEVER].
  public long failedAt() {
    return failedAt;
  }

  /// Whether the whole response has been sent.
  public boolean isDone() {
    return isDone;
  }

  /// Whether the connection was opened for it.
  public boolean isFirstOfStream() {
    return equals(stream().firstExchange());
  }

  /// Its steps where the client is.
  public HttpTimes atClient() {
    boolean isFirst = isFirstOfStream();
    HttpMessage asked = request;
    HttpMessage answer = response;
    return new HttpTimes(
        isFirst ? stream().synSent() : StreamOctets.NEVER,
        isFirst ? stream().synAckArrived() : StreamOctets.NEVER,
        asked == null ? StreamOctets.NEVER : client().octets().sentAt(asked.from()),
        asked == null ? StreamOctets.NEVER : client().octets().sentAt(last(asked)),
        answer == null ? StreamOctets.NEVER : server().octets().arrivedAt(answer.from()),
        answer == null ? StreamOctets.NEVER : server().octets().arrivedAt(last(answer)));
  }

  /// Its steps where the server is.
  public HttpTimes atServer() {
    boolean isFirst = isFirstOfStream();
    HttpMessage asked = request;
    HttpMessage answer = response;
    return new HttpTimes(
        isFirst ? stream().synArrived() : StreamOctets.NEVER,
        isFirst ? stream().handshakeArrived() : StreamOctets.NEVER,
        asked == null ? StreamOctets.NEVER : client().octets().arrivedAt(asked.from()),
        asked == null ? StreamOctets.NEVER : client().octets().arrivedAt(last(asked)),
        answer == null ? StreamOctets.NEVER : server().octets().sentAt(answer.from()),
        answer == null ? StreamOctets.NEVER : server().octets().sentAt(last(answer)));
  }

  /// Of a message that is not whole there is no last octet.
  private static long last(HttpMessage message) {
    return message.isWhole() ? message.to() - 1 : Long.MAX_VALUE - 1;
  }

  public State state(long instant) {
    HttpTimes times = atClient();
    if (isBy(failedAt, instant)) {
      return State.FAILED;
    }
    if (isDone && isBy(times.responseLast(), instant)) {
      return State.DONE;
    }
    if (isBy(times.responseFirst(), instant)) {
      return State.RECEIVING;
    }
    if (isBy(times.requestLast(), instant)) {
      return State.WAITING;
    }
    if (isBy(times.requestFirst(), instant)) {
      return State.SENDING;
    }
    return isBy(times.start(), instant) ? State.CONNECTING : State.NOT_YET;
  }

  private static boolean isBy(long nanos, long instant) {
    return nanos >= 0 && nanos <= instant;
  }

  /// The event that first sent an octet of it: what selecting it selects.
  public long ordinal() {
    if (request != null) {
      return client().octets().sentBy(request.from());
    }
    return response == null ? -1 : server().octets().sentBy(response.from());
  }
}
