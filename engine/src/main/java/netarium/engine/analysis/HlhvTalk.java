package netarium.engine.analysis;

import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Reads the frames that a queen and a cell exchange over one connection.
final class HlhvTalk implements StreamTalk.Talk {
  private static final int FIRST_OCTETS = 7;

  private final StreamSide[] sides;
  private final long[] at;
  private final @Nullable HlhvFrame[] open = new @Nullable HlhvFrame[2];
  private final boolean[] isLost = new boolean[2];
  private final HlhvChannel channel;

  HlhvTalk(StreamSide first, StreamSide second, long[] from, HlhvChannel.Hives hives) {
    sides = new StreamSide[] {first, second};
    at = from.clone();
    channel = new HlhvChannel(hives);
  }

  /// Who connects says at once who it is: a frame of that kind with a JSON object.
  static HttpTalk.Guess begins(Octets octets) {
    int[] first = {0, 0, -1, -1, HlhvKind.I_AM.number(), '{', '"'};
    for (int i = 0; i < Math.min(FIRST_OCTETS, octets.length()); i++) {
      if (first[i] >= 0 && octets.at(i) != first[i]) {
        return HttpTalk.Guess.NO;
      }
    }
    return octets.length() < FIRST_OCTETS ? HttpTalk.Guess.PERHAPS : HttpTalk.Guess.YES;
  }

  @Override
  public void more(int side) {
    StreamSide reading = sides[side];
    while (!isLost[side]) {
      HlhvFrame frame = open[side];
      if (frame == null) {
        frame = HlhvFrame.read(reading, at[side], channel);
        if (frame == null) {
          return;
        }
        if (frame.payloadOctets() > HlhvFrame.MOST_OCTETS) {
          isLost[side] = true;
          return;
        }
        reading.add(frame);
        open[side] = frame;
      }
      if (!frame.isWhole()) {
        return;
      }
      if (frame.kind() == HlhvKind.I_AM) {
        channel.learn(frame);
      }
      open[side] = null;
      at[side] = frame.to();
    }
  }
}
