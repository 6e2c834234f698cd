package netarium.engine.analysis;

import java.util.List;
import java.util.Locale;
import netarium.engine.codec.HttpStatus;
import org.jspecify.annotations.Nullable;

/// A request and its response, as their segments show them at either end. It grows while the run
/// goes on; what has happened at an instant follows from the times ([#state]).
public final class HttpExchange {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final int index;
  private final Channel channel;
  private final int client;
  private @Nullable HttpMessage request;
  private @Nullable HttpMessage response;
  private int interim;
  private boolean isDone;
  private @Nullable Failure failure;
  private List<DnsLookup> lookups = List.of();
  private long failedAt = StreamOctets.NEVER;

  /// Why no whole response came.
  public enum Failure {
    /// Nobody listens there.
    REFUSED,
    /// The two ends found no way to speak with each other safely.
    INSECURE,
    /// The connection was broken off.
    RESET,
    /// The server had no more to say.
    CLOSED
  }

  /// How it stands, as the client sees it.
  public enum State {
    /// It has not begun.
    NOT_YET,
    /// It asks for the address of the server.
    LOOKING_UP,
    CONNECTING,
    /// It agrees on how to speak safely.
    SECURING,
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

  /// Looks for the questions by which the client has learnt where the server is.
  void claim(Conversations all) {
    if (isFirstOfStream() && lookups.isEmpty()) {
      String host = host();
      int colon = host.lastIndexOf(':');
      String name = colon < 0 ? host : host.substring(0, colon);
      lookups = all.lookups().claim(this, client().node(), name, stream().synSent());
    }
  }

  /// The questions for the server's address that were asked for it; none where the address was
  /// known.
  public List<DnsLookup> lookups() {
    return lookups;
  }

  private long lookUpStart() {
    return lookups.stream().mapToLong(DnsLookup::askedAt).min().orElse(StreamOctets.NEVER);
  }

  private long lookUpEnd() {
    return lookups.stream().mapToLong(DnsLookup::answeredAt).max().orElse(StreamOctets.NEVER);
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
    TlsConversation protection = channel.tls();
    String name = protection == null ? "" : protection.serverName();
    String host = name.isEmpty() ? server().address().toString() : name;
    return host + (server().port() == usualPort() ? "" : ":" + server().port());
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

  /// `https` where TLS protects it, else `http`.
  public String scheme() {
    return isSecure() ? "https" : "http";
  }

  private int usualPort() {
    return isSecure() ? HTTPS_PORT : HTTP_PORT;
  }

  /// Whether TLS protects it, or was to do so.
  public boolean isSecure() {
    boolean isMeant = failure == Failure.REFUSED && server().port() == HTTPS_PORT;
    return isMeant || channel.tls() != null;
  }

  /// What protects it, if anything does.
  public @Nullable TlsConversation tls() {
    return channel.tls();
  }

  /// The whole address, as one would type it.
  public String url() {
    return method().equals("CONNECT") ? target() : scheme() + "://" + host() + path();
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
    TlsConversation protection = protection();
    HttpMessage asked = request;
    HttpMessage answer = response;
    return new HttpTimes(
        lookUpStart(),
        lookUpEnd(),
        isFirst ? stream().synSent() : StreamOctets.NEVER,
        isFirst ? stream().synAckArrived() : StreamOctets.NEVER,
        protection == null ? StreamOctets.NEVER : protection.startAtClient(),
        protection == null ? StreamOctets.NEVER : protection.endAtClient(),
        asked == null ? StreamOctets.NEVER : client().octets().sentAt(asked.from()),
        asked == null ? StreamOctets.NEVER : client().octets().sentAt(last(asked)),
        answer == null ? StreamOctets.NEVER : server().octets().arrivedAt(answer.from()),
        answer == null ? StreamOctets.NEVER : server().octets().arrivedAt(last(answer)));
  }

  /// Its steps where the server is.
  public HttpTimes atServer() {
    boolean isFirst = isFirstOfStream();
    TlsConversation protection = protection();
    HttpMessage asked = request;
    HttpMessage answer = response;
    return new HttpTimes(
        StreamOctets.NEVER,
        StreamOctets.NEVER,
        isFirst ? stream().synArrived() : StreamOctets.NEVER,
        isFirst ? stream().handshakeArrived() : StreamOctets.NEVER,
        protection == null ? StreamOctets.NEVER : protection.startAtServer(),
        protection == null ? StreamOctets.NEVER : protection.endAtServer(),
        asked == null ? StreamOctets.NEVER : client().octets().arrivedAt(asked.from()),
        asked == null ? StreamOctets.NEVER : client().octets().arrivedAt(last(asked)),
        answer == null ? StreamOctets.NEVER : server().octets().sentAt(answer.from()),
        answer == null ? StreamOctets.NEVER : server().octets().sentAt(last(answer)));
  }

  /// What protects it, if that was agreed on for it.
  private @Nullable TlsConversation protection() {
    return equals(channel.firstExchange()) ? channel.tls() : null;
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
    if (isBy(times.secureStart(), instant)) {
      return State.SECURING;
    }
    if (isBy(times.connectStart(), instant)) {
      return State.CONNECTING;
    }
    return isBy(times.start(), instant) ? State.LOOKING_UP : State.NOT_YET;
  }

  private static boolean isBy(long nanos, long instant) {
    return nanos >= 0 && nanos <= instant;
  }

  /// The event that first sent an octet of it: what selecting it selects.
  public long ordinal() {
    HttpMessage asked = request;
    HttpMessage answer = response;
    TlsConversation protection = channel.tls();
    if (asked != null) {
      return client().octets().sentBy(asked.from());
    }
    if (answer != null) {
      return server().octets().sentBy(answer.from());
    }
    return protection == null ? stream().synSentBy() : protection.ordinal();
  }
}
