package netarium.engine.analysis;

import java.util.List;
import netarium.engine.trace.SimEvent.TlsFailed;
import org.jspecify.annotations.Nullable;

/// Two ends that speak with each other: over the TCP connection itself, or inside TLS on it. What
/// they say inside is a channel like the one around it, with sides, octets and parts of its own;
/// each octet there was sent and arrived when that of its record did.
public final class Channel {
  /// Where nothing but the port says what was meant.
  private static final List<Integer> WEB_PORTS = List.of(80, 443, 8000, 8080, 8443);

  private final TcpStream stream;
  private final @Nullable TlsConversation tls;
  private final StreamSide[] sides;
  private final StreamTalk talk;
  private final long[] endSaid = {StreamOctets.NEVER, StreamOctets.NEVER};
  private final boolean[] isFinished = new boolean[2];
  private @Nullable Channel inner;
  private @Nullable HttpExchange firstExchange;

  /// `tls`: what protects it; null where nothing does.
  Channel(TcpStream stream, @Nullable TlsConversation tls, StreamSide[] sides, Conversations all) {
    this.stream = stream;
    this.tls = tls;
    this.sides = sides.clone();
    talk = new StreamTalk(this, all);
  }

  /// What the two ends say inside this.
  Channel protectedBy(TlsConversation conversation, Conversations all) {
    StreamSide[] within = {sides[0].within(), sides[1].within()};
    Channel made = new Channel(stream, conversation, within, all);
    inner = made;
    return made;
  }

  public TcpStream stream() {
    return stream;
  }

  /// 0 is the side whose segment came first.
  public StreamSide side(int number) {
    return sides[number];
  }

  StreamTalk talk() {
    return talk;
  }

  /// What is said inside, if this turned out to be TLS.
  public @Nullable Channel inner() {
    return inner;
  }

  /// What protects it, if anything does.
  public @Nullable TlsConversation tls() {
    return tls;
  }

  /// Where nothing more is hidden.
  public Channel innermost() {
    return inner == null ? this : inner.innermost();
  }

  public StreamProtocol protocol() {
    return talk.protocol();
  }

  /// There is more on this side.
  void more(int side) {
    talk.more(side);
  }

  void arrived(int side) {
    talk.arrived(side);
  }

  /// This side has said its end, in the octet before `at`.
  void ended(int side, long at, long nanos) {
    if (endSaid[side] < 0) {
      endSaid[side] = nanos;
      sides[side].fin(at);
    }
    finish(side);
  }

  /// Tells the end of a side once all before it is known.
  void finish(int side) {
    if (sides[side].isFinished() && !isFinished[side]) {
      isFinished[side] = true;
      talk.finished(side);
    }
  }

  /// An end gives up what protects this, before an exchange has begun inside: where HTTP was meant,
  /// that is the end of an exchange nobody has seen.
  void fails(int side, TlsFailed event, Conversations all) {
    TlsConversation conversation = tls;
    if (conversation == null) {
      return;
    }
    conversation.fails(side, event.text());
    boolean isClient = side == conversation.clientSide();
    if (isClient && firstExchange == null && conversation.isForHttp()) {
      HttpExchange made = new HttpExchange(all.exchangeCount(), this, side);
      all.add(made);
      carries(made);
      made.claim(all);
      made.fail(HttpExchange.Failure.INSECURE, event.at().nanos());
    }
  }

  /// Nobody listens: where HTTP is usual, that is the end of an exchange too.
  void refused(long nanos, Conversations all) {
    if (WEB_PORTS.contains(sides[1].port())) {
      HttpExchange made = new HttpExchange(all.exchangeCount(), this, 0);
      all.add(made);
      carries(made);
      made.claim(all);
      made.fail(HttpExchange.Failure.REFUSED, nanos);
    }
  }

  void reset(long nanos) {
    talk.reset(nanos);
  }

  /// When a side said that it has no more to say, or [StreamOctets#NEVER].
  long endSaid(int side) {
    return endSaid[side];
  }

  /// An exchange has begun here, or got a part more.
  void carries(HttpExchange exchange) {
    if (firstExchange == null) {
      firstExchange = exchange;
    }
    stream.carries(exchange);
  }

  void carries(WebSocketConversation conversation) {
    stream.carries(conversation);
  }

  @Nullable HttpExchange firstExchange() {
    return firstExchange;
  }
}
