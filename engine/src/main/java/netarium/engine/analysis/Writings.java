package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.SocketUsed;
import netarium.engine.trace.SimEvent.TcpStateChanged;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.TcpSegment;
import org.jspecify.annotations.Nullable;

/// Remembers which call of a script wrote which octets of a TCP connection, so that a segment leads
/// to the line whose data it carries, however much later and for whatever reason it was sent.
public final class Writings {
  private final Map<Ends, List<Written>> connections = new LinkedHashMap<>();

  private record Ends(Endpoint local, Endpoint remote) {}

  /// One direction of a connection: up to which octet each call has written.
  private static final class Written {
    private final long opened;
    private long[] upTo = new long[4];
    private long[] calls = new long[4];
    private int size;

    Written(long opened) {
      this.opened = opened;
    }

    void add(int octets, long ordinal) {
      if (size == upTo.length) {
        upTo = Arrays.copyOf(upTo, 2 * size);
        calls = Arrays.copyOf(calls, 2 * size);
      }
      upTo[size] = (size == 0 ? 0 : upTo[size - 1]) + octets;
      calls[size++] = ordinal;
    }

    Writing find(long octet) {
      int found = Arrays.binarySearch(upTo, 0, size, octet + 1);
      int index = found >= 0 ? found : -found - 1;
      if (index >= size) {
        return Writing.NONE;
      }
      long first = index == 0 ? 0 : upTo[index - 1];
      return new Writing(calls[index], octet - first, upTo[index] - first);
    }
  }

  /// The event of a call that wrote `length` octets, of which a segment carries those from `first`.
  public record Writing(long ordinal, long first, long length) {
    public static final Writing NONE = new Writing(-1, 0, 0);

    public boolean isKnown() {
      return ordinal >= 0;
    }
  }

  public void accept(SimEvent event) {
    if (event instanceof TcpStateChanged change && isOpening(change.to())) {
      of(new Ends(change.local(), change.remote())).add(new Written(event.ordinal()));
    } else if (event instanceof SocketUsed used
        && used.operation().equals("send")
        && used.remote().isPresent()) {
      List<Written> all = of(new Ends(used.local(), used.remote().get()));
      if (!all.isEmpty()) {
        all.getLast().add(used.octets(), event.ordinal());
      }
    }
  }

  private static boolean isOpening(String state) {
    return state.equals("SYN-SENT") || state.equals("SYN-RECEIVED");
  }

  private List<Written> of(Ends ends) {
    return connections.computeIfAbsent(ends, _ -> new ArrayList<>(1));
  }

  /// What wrote the first octet that a segment carries; `sent` is the ordinal of a sending of it.
  public Writing of(long sent, Ipv4Datagram datagram, TcpSegment segment, FramePlace place) {
    if (segment.payload().isEmpty() || !place.isOfStream()) {
      return Writing.NONE;
    }
    Ends ends =
        new Ends(
            new Endpoint(datagram.source(), segment.sourcePort()),
            new Endpoint(datagram.destination(), segment.destinationPort()));
    List<Written> all = connections.get(ends);
    @Nullable Written written = null;
    if (all != null) {
      for (Written each : all) {
        written = each.opened < sent ? each : written;
      }
    }
    return written == null ? Writing.NONE : written.find(place.relativeSeq(segment.seq()) - 1);
  }
}
