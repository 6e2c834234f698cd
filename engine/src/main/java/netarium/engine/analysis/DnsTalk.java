package netarium.engine.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import netarium.engine.wire.Octets;

/// Reads DNS on a connection, message by message (RFC 7766).
final class DnsTalk implements StreamTalk.Talk {
  private final Channel channel;
  private final Conversations all;
  private final long[] at;
  private final boolean[] isLost = new boolean[2];
  private final Map<Integer, DnsLookup> open = new LinkedHashMap<>();

  DnsTalk(Channel channel, Conversations all, long[] from) {
    this.channel = channel;
    this.all = all;
    at = from.clone();
  }

  /// Whether a side begins with a message. Nothing but its length tells one from other octets, so
  /// it is looked for at the port of DNS alone.
  static HttpTalk.Guess begins(StreamOctets octets, long from) {
    if (octets.length() - from < DnsPart.LENGTH_OCTETS) {
      return HttpTalk.Guess.PERHAPS;
    }
    long end = from + DnsPart.LENGTH_OCTETS + octets.slice(from, from + 2).uint16(0);
    if (octets.length() < end) {
      return HttpTalk.Guess.PERHAPS;
    }
    return DnsMessage.read(octets.slice(from + DnsPart.LENGTH_OCTETS, end)) == null
        ? HttpTalk.Guess.NO
        : HttpTalk.Guess.YES;
  }

  @Override
  public void more(int side) {
    StreamSide reading = channel.side(side);
    StreamOctets octets = reading.octets();
    while (!isLost[side] && begins(octets, at[side]) == HttpTalk.Guess.YES) {
      long from = at[side];
      long end = from + DnsPart.LENGTH_OCTETS + octets.slice(from, from + 2).uint16(0);
      Octets text = octets.slice(from + DnsPart.LENGTH_OCTETS, end);
      DnsMessage message = DnsMessage.read(text);
      if (message == null) {
        throw new IllegalStateException("invariant broken: a message reads as it did before");
      }
      at[side] = end;
      DnsPart part = new DnsPart(reading, from, end, message);
      reading.add(part);
      told(part);
    }
    isLost[side] |= begins(octets, at[side]) == HttpTalk.Guess.NO;
  }

  private void told(DnsPart part) {
    StreamOctets octets = part.side().octets();
    if (!part.message().isResponse()) {
      open.put(
          part.message().id(),
          all.lookups()
              .asked(
                  DnsLookup.Way.TCP,
                  part.side().node(),
                  part.message(),
                  octets.sentAt(part.from()),
                  octets.sentBy(part.from())));
    }
    arrived(part.side().index());
  }

  @Override
  public void arrived(int side) {
    StreamSide reading = channel.side(side);
    for (int i = reading.parts().size() - 1; i >= 0 && !open.isEmpty(); i--) {
      if (!(reading.parts().get(i) instanceof DnsPart part) || !part.message().isResponse()) {
        return;
      }
      long there = reading.octets().arrivedAt(part.to() - 1);
      DnsLookup asked = open.get(part.message().id());
      if (there >= 0 && asked != null) {
        asked.answered(part.message(), there);
        open.remove(part.message().id());
      }
    }
  }
}
