package netarium.engine.service;

import java.util.OptionalLong;
import netarium.engine.codec.HttpChunks;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.wire.Octets;

/// The body of an answer that is written while it leaves. It takes no more than a little ahead of
/// what the client takes, so whoever writes has to wait for a slow client.
public final class HttpAnswerStream {
  /// Beside what the connection and the sockets below hold.
  private static final int ROOM_OCTETS = 16 * 1024;

  private final HttpExchange exchange;
  private final HttpAnswerHeads.Framing framing;
  private final OptionalLong length;
  private long taken;
  private boolean isEnded;
  private Runnable onChange = () -> {};

  HttpAnswerStream(HttpExchange exchange, HttpAnswerHeads.Framing framing, OptionalLong length) {
    this.exchange = exchange;
    this.framing = framing;
    this.length = length;
  }

  /// `action` is called when there may be room again, or when nobody listens any more.
  public void onChange(Runnable action) {
    onChange = action;
  }

  void changed() {
    onChange.run();
  }

  /// Whether nobody will see what is written.
  public boolean isAbandoned() {
    return isEnded || exchange.isAbandoned();
  }

  /// Hands octets over; answers how many were taken. No more than the length that was told.
  public int offer(Octets data) {
    if (isAbandoned()) {
      return 0;
    }
    long left = length.isPresent() ? length.getAsLong() - taken : Long.MAX_VALUE;
    int most = (int) Math.min(data.length(), left);
    int count =
        framing == HttpAnswerHeads.Framing.NONE
            ? most
            : Math.min(most, Math.max(0, ROOM_OCTETS - exchange.readyOctets()));
    if (count > 0) {
      hand(data.slice(0, count));
    }
    return count;
  }

  /// Lets leave what has been handed over, and be it the head only.
  public void flush() {
    if (!isAbandoned()) {
      exchange.flush();
    }
  }

  /// The last octets, a few at most, which are taken whatever room there is. A body that is shorter
  /// than was told ends the connection.
  public void end(Octets last) {
    if (isAbandoned()) {
      return;
    }
    isEnded = true;
    if (!last.isEmpty()) {
      hand(last);
    }
    boolean isShort = framing == HttpAnswerHeads.Framing.LENGTH && taken < length.orElse(0);
    if (isShort) {
      exchange.abort();
      return;
    }
    if (framing == HttpAnswerHeads.Framing.CHUNKED) {
      exchange.add(HttpChunks.encode(Octets.EMPTY, HttpHeaders.NONE));
    }
    exchange.said();
  }

  private void hand(Octets some) {
    taken += some.length();
    if (framing != HttpAnswerHeads.Framing.NONE) {
      boolean isChunked = framing == HttpAnswerHeads.Framing.CHUNKED;
      exchange.add(isChunked ? HttpChunks.one(some) : some);
    }
  }

  /// The rest will never come.
  public void abort() {
    if (!isEnded) {
      isEnded = true;
      exchange.abort();
    }
  }
}
