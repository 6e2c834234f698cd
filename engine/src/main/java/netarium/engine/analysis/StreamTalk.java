package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import netarium.engine.wire.Octets;

/// Finds out what the two sides of a TCP connection speak, by what they say and not by their ports,
/// and hands each octet to who reads that. A connection may go on to another protocol: after the
/// greeting of a proxy, after an upgrade.
final class StreamTalk {
  /// What reads a protocol.
  interface Talk {
    /// There is more to read on this side.
    void more(int side);

    /// The other side has got more of what this side said.
    default void arrived(int side) {}

    /// This side has said all.
    default void finished(int side) {}

    /// The connection was broken off.
    default void reset(long nanos) {}
  }

  private static final int SOCKS_VERSION = 5;
  private static final int LONGEST_WORD = 8;

  private final Channel channel;
  private final Conversations conversations;
  private final long[] from = new long[2];
  private final boolean[] isForeign = new boolean[2];
  private Talk talk = this::recognise;
  private StreamProtocol protocol = StreamProtocol.UNKNOWN;

  StreamTalk(Channel channel, Conversations conversations) {
    this.channel = channel;
    this.conversations = conversations;
  }

  StreamProtocol protocol() {
    return protocol;
  }

  void more(int side) {
    talk.more(side);
  }

  void arrived(int side) {
    talk.arrived(side);
  }

  void finished(int side) {
    talk.finished(side);
  }

  void reset(long nanos) {
    talk.reset(nanos);
  }

  /// From these octets on both sides speak something that is yet to be recognised.
  void beginAnew(long ofClient, long ofServer) {
    from[0] = ofClient;
    from[1] = ofServer;
    isForeign[0] = false;
    isForeign[1] = false;
    talk = this::recognise;
    readOn();
  }

  /// From these octets on both sides speak WebSocket.
  void upgrade(HttpExchange handshake, int client, long ofClient, long ofServer) {
    WebSocketConversation made =
        new WebSocketConversation(conversations.webSocketCount(), channel, handshake, client);
    conversations.add(made);
    channel.carries(made);
    protocol = StreamProtocol.WEB_SOCKET;
    long[] starts = {client == 0 ? ofClient : ofServer, client == 0 ? ofServer : ofClient};
    talk = new WebSocketTalk(channel, made, starts);
    readOn();
  }

  private void readOn() {
    Talk begun = talk;
    for (int side = 0; side < 2 && talk.equals(begun); side++) {
      if (channel.side(side).octets().length() > 0) {
        talk.more(side);
      }
    }
  }

  private void recognise(int side) {
    if (isForeign[side]) {
      return;
    }
    StreamOctets octets = channel.side(side).octets();
    Octets begin = octets.slice(from[side], Math.min(octets.length(), from[side] + LONGEST_WORD));
    if (begin.isEmpty()) {
      return;
    }
    if (side == 0 && begin.at(0) == SOCKS_VERSION) {
      recogniseSocks(octets, begin);
      return;
    }
    for (Candidate each : candidates(side, octets, begin)) {
      if (each.guess == HttpTalk.Guess.PERHAPS) {
        return;
      }
      if (each.guess == HttpTalk.Guess.YES) {
        boolean isInTunnel =
            protocol == StreamProtocol.SOCKS && each.protocol == StreamProtocol.HTTP;
        protocol = isInTunnel ? protocol : each.protocol;
        talk = each.made.get();
        readOn();
        return;
      }
    }
    isForeign[side] = true;
  }

  private void recogniseSocks(StreamOctets octets, Octets begin) {
    if (begin.length() < 2) {
      return;
    }
    if (SocksTalk.isGreeting(octets, from[0])) {
      protocol = StreamProtocol.SOCKS;
      talk = new SocksTalk(channel, this, from[0], from[1]);
      readOn();
    } else if (octets.length() - from[0] >= 2L + begin.at(1)) {
      isForeign[0] = true;
    }
  }

  /// What a side may have begun to speak, and who would read it.
  private record Candidate(StreamProtocol protocol, HttpTalk.Guess guess, Supplier<Talk> made) {}

  private List<Candidate> candidates(int side, StreamOctets octets, Octets begin) {
    List<Candidate> all = new ArrayList<>(4);
    if (channel.side(1).port() == DnsLayer.PORT) {
      HttpTalk.Guess guess = DnsTalk.begins(octets, from[side]);
      all.add(
          new Candidate(
              StreamProtocol.DNS, guess, () -> new DnsTalk(channel, conversations, from)));
    }
    all.add(
        new Candidate(
            StreamProtocol.TLS,
            TlsTalk.begins(begin),
            () -> new TlsTalk(channel, conversations, side, from)));
    all.add(
        new Candidate(
            StreamProtocol.HLHV,
            HlhvTalk.begins(begin),
            () -> new HlhvTalk(channel.side(0), channel.side(1), from, conversations.hives())));
    all.add(
        new Candidate(
            StreamProtocol.HTTP,
            HttpTalk.begins(begin),
            () -> new HttpTalk(channel, this, conversations, from)));
    return all;
  }
}
