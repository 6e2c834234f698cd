package netarium.app.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.analysis.Channel;
import netarium.engine.analysis.HttpMessage;
import netarium.engine.analysis.StreamOctets;
import netarium.engine.analysis.StreamPart;
import netarium.engine.analysis.StreamSide;
import netarium.engine.analysis.TcpStream;
import netarium.engine.analysis.WebSocketFrame;
import netarium.engine.wire.Octets;

/// Puts what both sides of a stream say into the order in which they said it.
final class Turns {
  /// How the stream is read.
  enum Reading {
    /// All octets as they went.
    TCP,
    /// The octets inside TLS.
    TLS,
    /// HTTP messages, their content put together from chunks.
    HTTP,
    /// WebSocket payloads without their masks.
    WEBSOCKET
  }

  private Turns() {}

  /// Which ways there are to read a stream.
  static List<Reading> readings(TcpStream stream) {
    List<Reading> readings = new ArrayList<>(List.of(Reading.TCP));
    if (stream.channel().inner() != null) {
      readings.add(Reading.TLS);
    }
    if (stream.speaksHttp()) {
      readings.add(Reading.HTTP);
    }
    if (stream.webSocket() != null) {
      readings.add(Reading.WEBSOCKET);
    }
    return readings;
  }

  /// Whose octets are read: those of TCP, or those where nothing more is hidden.
  static Channel channel(TcpStream stream, Reading reading) {
    return reading == Reading.TCP ? stream.channel() : stream.channel().innermost();
  }

  /// The turns of a stream up to about `most` octets; those of one side that follow each other are
  /// one.
  static List<Turn> of(TcpStream stream, Reading reading, long most) {
    Channel channel = channel(stream, reading);
    return switch (reading) {
      case TCP, TLS -> joined(segments(channel, most));
      case HTTP -> parts(channel, most, HttpMessage.class);
      case WEBSOCKET -> parts(channel, most, WebSocketFrame.class);
    };
  }

  private static List<Turn> segments(Channel channel, long most) {
    List<Turn> turns = new ArrayList<>();
    int[] next = new int[2];
    long total = 0;
    while (total < most) {
      int side = earlier(channel, next);
      if (side < 0) {
        return turns;
      }
      StreamOctets octets = channel.side(side).octets();
      int segment = next[side]++;
      long from = segment == 0 ? 0 : octets.endOf(segment - 1);
      Octets said = octets.slice(from, octets.endOf(segment));
      turns.add(new Turn(side, said, octets.segmentSentAt(segment), octets.segmentSentBy(segment)));
      total += said.length();
    }
    return turns;
  }

  /// The side whose next segment was sent first; -1 when all have been taken.
  private static int earlier(Channel channel, int[] next) {
    int found = -1;
    long least = Long.MAX_VALUE;
    for (int side = 0; side < 2; side++) {
      StreamOctets octets = channel.side(side).octets();
      if (next[side] < octets.segments() && octets.segmentSentBy(next[side]) < least) {
        least = octets.segmentSentBy(next[side]);
        found = side;
      }
    }
    return found;
  }

  private static List<Turn> joined(List<Turn> pieces) {
    List<Turn> turns = new ArrayList<>();
    int at = 0;
    while (at < pieces.size()) {
      Turn first = pieces.get(at);
      int end = at;
      int length = 0;
      while (end < pieces.size() && pieces.get(end).side() == first.side()) {
        length += pieces.get(end++).octets().length();
      }
      byte[] all = new byte[length];
      int filled = 0;
      for (Turn piece : pieces.subList(at, end)) {
        piece.octets().copyTo(all, filled);
        filled += piece.octets().length();
      }
      turns.add(new Turn(first.side(), Octets.wrap(all), first.nanos(), first.ordinal()));
      at = end;
    }
    return turns;
  }

  private static List<Turn> parts(Channel channel, long most, Class<? extends StreamPart> type) {
    List<Turn> turns = new ArrayList<>();
    int[] next = new int[2];
    long total = 0;
    while (total < most) {
      int side = earlierPart(channel, next, type);
      if (side < 0) {
        return turns;
      }
      StreamSide speaker = channel.side(side);
      StreamPart part = speaker.parts().get(next[side]++);
      Octets said = said(part, (int) Math.min(most, Integer.MAX_VALUE));
      total += said.length();
      StreamOctets octets = speaker.octets();
      turns.add(new Turn(side, said, octets.sentAt(part.from()), octets.sentBy(part.from())));
    }
    return turns;
  }

  private static int earlierPart(Channel channel, int[] next, Class<? extends StreamPart> type) {
    int found = -1;
    long least = Long.MAX_VALUE;
    for (int side = 0; side < 2; side++) {
      StreamSide speaker = channel.side(side);
      while (next[side] < speaker.parts().size()
          && !type.isInstance(speaker.parts().get(next[side]))) {
        next[side]++;
      }
      if (next[side] < speaker.parts().size()) {
        long ordinal = speaker.octets().sentBy(speaker.parts().get(next[side]).from());
        if (ordinal < least) {
          least = ordinal;
          found = side;
        }
      }
    }
    return found;
  }

  private static Octets said(StreamPart part, int most) {
    return switch (part) {
      case WebSocketFrame frame when frame.opcode() == WebSocketFrame.CLOSE ->
          Octets.wrap(("[close " + frame.closeCode() + "]").getBytes(UTF_8));
      case WebSocketFrame frame -> frame.payload(most);
      case HttpMessage message -> {
        long end = message.hasHead() ? message.headEnd() : message.lineEnd();
        yield message.side().octets().slice(message.from(), end).plus(message.content(most));
      }
      default -> Octets.EMPTY;
    };
  }
}
