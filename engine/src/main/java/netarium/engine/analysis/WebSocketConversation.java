package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A WebSocket connection (RFC 6455): the handshake that opened it and the frames of both sides in
/// the order in which they were sent. It grows while the run goes on.
public final class WebSocketConversation {
  /// How it stands.
  public enum State {
    NOT_YET,
    OPEN,
    /// One side has said that it closes.
    CLOSING,
    CLOSED,
    /// The connection went away without a word (RFC 6455 §7.1.5: code 1006).
    LOST
  }

  private final int index;
  private final Channel channel;
  private final HttpExchange handshake;
  private final int client;
  private final List<WebSocketFrame> frames = new ArrayList<>();
  private final @Nullable WebSocketFrame[] closes = new @Nullable WebSocketFrame[2];
  private final int[] counts = new int[2];
  private long endedAt = StreamOctets.NEVER;

  WebSocketConversation(int index, Channel channel, HttpExchange handshake, int client) {
    this.index = index;
    this.channel = channel;
    this.handshake = handshake;
    this.client = client;
  }

  void add(WebSocketFrame frame) {
    frames.add(frame);
    int side = frame.side().index();
    counts[side]++;
    if (frame.opcode() == WebSocketFrame.CLOSE && closes[side] == null) {
      closes[side] = frame;
    }
  }

  void ended(long nanos) {
    if (endedAt == StreamOctets.NEVER) {
      endedAt = nanos;
    }
  }

  /// Its number in the run, from 0.
  public int index() {
    return index;
  }

  public TcpStream stream() {
    return channel.stream();
  }

  /// What protects it, if it is `wss`.
  public @Nullable TlsConversation tls() {
    return channel.tls();
  }

  public HttpExchange handshake() {
    return handshake;
  }

  public StreamSide client() {
    return channel.side(client);
  }

  public StreamSide server() {
    return channel.side(1 - client);
  }

  public boolean isFromClient(WebSocketFrame frame) {
    return frame.side().index() == client;
  }

  /// All frames so far, in the order in which their headers were sent.
  public List<WebSocketFrame> frames() {
    return Collections.unmodifiableList(frames);
  }

  /// How many frames the client or the server has sent.
  public int count(boolean isOfClient) {
    return counts[isOfClient ? client : 1 - client];
  }

  /// The close frame of the client or of the server, if it sent one.
  public @Nullable WebSocketFrame close(boolean isOfClient) {
    return closes[isOfClient ? client : 1 - client];
  }

  /// How many frames had been sent at an instant.
  public int countBy(long instant) {
    int low = 0;
    int high = frames.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (frames.get(middle).sentAt() <= instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// When the handshake was complete at the client, or sent, as far as is known.
  public long openedAt() {
    HttpTimes times = handshake.atClient();
    return times.responseLast() >= 0 ? times.responseLast() : handshake.atServer().responseLast();
  }

  /// When the TCP connection below it ended, or [StreamOctets#NEVER].
  public long endedAt() {
    return endedAt;
  }

  public State state(long instant) {
    long opened = openedAt();
    if (opened < 0 || opened > instant) {
      return State.NOT_YET;
    }
    int said = 0;
    for (WebSocketFrame close : closes) {
      said += close != null && close.sentAt() <= instant ? 1 : 0;
    }
    boolean isEnded = endedAt >= 0 && endedAt <= instant;
    if (said == 2 || (isEnded && said > 0)) {
      return State.CLOSED;
    }
    return isEnded ? State.LOST : said > 0 ? State.CLOSING : State.OPEN;
  }
}
