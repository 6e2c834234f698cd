package netarium.engine.analysis;

import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.SeqNum;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// A TCP connection as its segments show it: its two sides with what they say, and what that turns
/// out to be. Side 0 is the one whose segment came first.
///
/// What is learnt of numbers is never changed, so that a row made later reads as one made at once.
public final class TcpStream {
  private static final int UNKNOWN = -1;
  private static final int MAX_SHIFT = 14;

  private final int index;
  private final StreamSide[] sides;
  private final Channel channel;
  private final @Nullable SeqNum[] bases = new @Nullable SeqNum[2];
  private final int[] shifts = {UNKNOWN, UNKNOWN};
  private final boolean[] sentSyn = new boolean[2];
  private final Handshake handshake = new Handshake();
  private final Conversations all;
  private @Nullable HttpExchange firstExchange;
  private @Nullable WebSocketConversation webSocket;
  private long reset = StreamOctets.NEVER;

  TcpStream(int index, Ipv4Datagram datagram, TcpSegment segment, Conversations all) {
    this.index = index;
    this.all = all;
    sides =
        new StreamSide[] {
          new StreamSide(0, datagram.source().bits(), segment.sourcePort()),
          new StreamSide(1, datagram.destination().bits(), segment.destinationPort())
        };
    channel = new Channel(this, null, sides, all);
  }

  public int index() {
    return index;
  }

  /// 0 is the side whose segment came first.
  public StreamSide side(int number) {
    return sides[number];
  }

  int side(int sourceAddress, int sourcePort) {
    return sides[0].is(sourceAddress, sourcePort) ? 0 : 1;
  }

  /// Whether a SYN of this side begins another connection between the same ports.
  boolean isNewSyn(int side, TcpSegment segment) {
    SeqNum base = bases[side];
    return segment.flags().syn()
        && !segment.flags().ack()
        && base != null
        && !base.equals(segment.seq());
  }

  /// RFC 7323 §2.2: both sides must have offered to scale.
  private void learn(int side, TcpSegment segment) {
    boolean isSyn = segment.flags().syn();
    if (bases[side] == null) {
      bases[side] = isSyn ? segment.seq() : segment.seq().minus(1);
    }
    if (bases[1 - side] == null && segment.flags().ack() && !isSyn) {
      bases[1 - side] = segment.ack().minus(1);
    }
    if (isSyn) {
      sentSyn[side] = true;
      for (TcpOption option : segment.options()) {
        if (option instanceof TcpOption.WindowScale scale) {
          shifts[side] = Math.min(scale.shift(), MAX_SHIFT);
        }
      }
    }
  }

  /// A segment of this side has been sent, perhaps not for the first time or over its first link.
  void sent(int side, int node, TcpSegment segment, long nanos, long ordinal) {
    learn(side, segment);
    StreamSide speaker = sides[side];
    speaker.node(node);
    if (segment.flags().syn() && !segment.flags().rst()) {
      handshake.synSent(side, nanos, ordinal);
    }
    boolean isFresh = false;
    long first = firstOctet(side, segment);
    if (!segment.payload().isEmpty() && first >= 0) {
      isFresh = speaker.octets().sent(first, segment.payload(), nanos, ordinal);
    }
    if (isFresh) {
      channel.more(side);
    }
    if (segment.flags().fin()) {
      channel.ended(side, first + segment.payload().length(), nanos);
    } else {
      channel.finish(side);
    }
    if (segment.flags().rst() && reset < 0) {
      reset = nanos;
      channel.reset(nanos);
      if (isRefused(side)) {
        channel.refused(nanos, all);
      }
    }
  }

  /// A segment of this side has come to a machine.
  void delivered(int side, int node, TcpSegment segment, long nanos) {
    if (segment.flags().syn()) {
      handshake.synArrived(side, node, nanos);
    }
    StreamSide receiver = sides[1 - side];
    if (receiver.node() != node) {
      return;
    }
    if (side == 0 && !segment.flags().syn()) {
      handshake.ackArrived(nanos);
    }
    if (!segment.payload().isEmpty()) {
      long first = firstOctet(side, segment);
      sides[side].octets().arrived(first, first + segment.payload().length(), nanos);
      channel.arrived(side);
    }
  }

  /// Where a segment's text begins among all that its side says. Numbers wrap: it is near to what
  /// is known.
  long firstOctet(int side, TcpSegment segment) {
    SeqNum base = bases[side];
    if (base == null) {
      return -1;
    }
    long known = sides[side].octets().length();
    int syn = segment.flags().syn() ? 1 : 0;
    int distance = segment.seq().bits() + syn - (base.bits() + 1 + (int) known);
    return known + distance;
  }

  FramePlace place(int side) {
    SeqNum zero = new SeqNum(0);
    SeqNum own = bases[side];
    SeqNum other = bases[1 - side];
    boolean bothScale = shifts[0] >= 0 && shifts[1] >= 0;
    boolean bothSyns = sentSyn[0] && sentSyn[1];
    int shift = bothScale ? shifts[side] : bothSyns ? 0 : UNKNOWN;
    return new FramePlace(
        index,
        own == null ? zero : own,
        other == null ? zero : other,
        shift,
        speaksHttp(),
        sides[side]);
  }

  /// An exchange has begun, or got a part more.
  void carries(HttpExchange exchange) {
    if (firstExchange == null) {
      firstExchange = exchange;
    }
  }

  void carries(WebSocketConversation conversation) {
    webSocket = conversation;
  }

  /// The WebSocket conversation that it was upgraded to, if it was.
  public @Nullable WebSocketConversation webSocket() {
    return webSocket;
  }

  @Nullable HttpExchange firstExchange() {
    return firstExchange;
  }

  public boolean speaksHttp() {
    return firstExchange != null;
  }

  /// What is spoken, inside TLS where that can be read; [#channel] says whether it was protected.
  public StreamProtocol protocol() {
    StreamProtocol within = channel.innermost().protocol();
    return within == StreamProtocol.UNKNOWN ? channel.protocol() : within;
  }

  /// What its sides say over TCP itself.
  public Channel channel() {
    return channel;
  }

  /// When the first SYN was sent, or [StreamOctets#NEVER].
  public long synSent() {
    return handshake.synSent(0);
  }

  /// The event that sent it.
  long synSentBy() {
    return handshake.firstBy;
  }

  /// Whether the first SYN was answered with a refusal.
  private boolean isRefused(int side) {
    return side == 1 && handshake.synSent(0) >= 0 && !sentSyn[1];
  }

  /// When it came to the other side.
  public long synArrived() {
    return handshake.synArrived(0, sides[1].node());
  }

  /// When the answer to it was back: from then on the connection may be used.
  public long synAckArrived() {
    return handshake.synArrived(1, sides[0].node());
  }

  /// When the other side knew the same.
  long handshakeArrived() {
    return handshake.ackArrived();
  }

  /// When a side said that it has no more to say, or [StreamOctets#NEVER].
  public long finSent(int side) {
    return channel.endSaid(side);
  }

  /// When it was broken off, or [StreamOctets#NEVER].
  public long resetAt() {
    return reset;
  }

  /// When the connection's three first segments were sent and came. Where a SYN has come is known
  /// before it is known which machine the other side is.
  private static final class Handshake {
    private final long[] sent = {StreamOctets.NEVER, StreamOctets.NEVER};
    private final int[] nodes = {UNKNOWN, UNKNOWN};
    private final long[] came = {StreamOctets.NEVER, StreamOctets.NEVER};
    private long ackCame = StreamOctets.NEVER;
    private long firstBy = StreamOctets.NEVER;

    void synSent(int side, long nanos, long ordinal) {
      if (sent[side] < 0) {
        sent[side] = nanos;
        if (side == 0) {
          firstBy = ordinal;
        }
      }
    }

    long synSent(int side) {
      return sent[side];
    }

    void synArrived(int side, int node, long nanos) {
      // The last machine that it came to is where it was meant to come; a copy may come later.
      if (ackCame < 0 && nodes[side] != node) {
        nodes[side] = node;
        came[side] = nanos;
      }
    }

    long synArrived(int side, int node) {
      return nodes[side] == node ? came[side] : StreamOctets.NEVER;
    }

    void ackArrived(long nanos) {
      if (ackCame < 0) {
        ackCame = nanos;
      }
    }

    long ackArrived() {
      return ackCame;
    }
  }
}
