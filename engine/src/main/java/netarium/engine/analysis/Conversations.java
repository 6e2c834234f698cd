package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// Tells the TCP connections of a run apart, by their segments in the order of sending.
///
/// Of a frame only the number of its stream need be kept; all else is asked of the stream.
public final class Conversations {
  /// Of a frame that belongs to no TCP stream.
  public static final int NONE = -1;

  private final Map<Ends, TcpStream> open = new LinkedHashMap<>();
  private final List<TcpStream> streams = new ArrayList<>();

  /// Addresses with their ports, the smaller first: the same for both directions.
  private record Ends(long low, long high) {
    static Ends of(Ipv4Datagram datagram, TcpSegment segment) {
      long source = end(datagram.source().bits(), segment.sourcePort());
      long destination = end(datagram.destination().bits(), segment.destinationPort());
      return new Ends(Math.min(source, destination), Math.max(source, destination));
    }

    private static long end(int address, int port) {
      return Integer.toUnsignedLong(address) << 16 | port;
    }
  }

  /// The number of the stream a frame belongs to, or [#NONE].
  public int add(EthernetFrame frame) {
    if (!(frame.payload() instanceof Ipv4Datagram datagram)
        || !(datagram.payload() instanceof TcpSegment segment)) {
      return NONE;
    }
    Ends ends = Ends.of(datagram, segment);
    TcpStream stream = open.get(ends);
    int source = datagram.source().bits();
    if (stream == null || stream.isNewSyn(stream.side(source, segment.sourcePort()), segment)) {
      stream = new TcpStream(streams.size(), source, segment.sourcePort());
      streams.add(stream);
      open.put(ends, stream);
    }
    stream.learn(stream.side(source, segment.sourcePort()), segment);
    return stream.index();
  }

  public int size() {
    return streams.size();
  }

  public @Nullable TcpStream stream(int index) {
    return index < 0 || index >= streams.size() ? null : streams.get(index);
  }

  /// What the stream with this number adds to one of its frames.
  public FramePlace place(int index, EthernetFrame frame) {
    TcpStream stream = stream(index);
    if (stream == null
        || !(frame.payload() instanceof Ipv4Datagram datagram)
        || !(datagram.payload() instanceof TcpSegment segment)) {
      return FramePlace.ALONE;
    }
    return stream.place(stream.side(datagram.source().bits(), segment.sourcePort()));
  }
}
