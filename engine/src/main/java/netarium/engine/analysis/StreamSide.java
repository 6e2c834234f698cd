package netarium.engine.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// One side of a TCP connection: who it is, what it has said and which parts that has.
public final class StreamSide {
  /// Of a frame by itself.
  static final StreamSide NONE = new StreamSide(-1, 0, 0);

  private static final int UNKNOWN = -1;

  private final int index;
  private final int address;
  private final int port;
  private final StreamOctets octets = new StreamOctets();
  private final List<StreamPart> parts = new ArrayList<>(2);
  private @Nullable StreamSide around;
  private int node = UNKNOWN;
  private long finAt = StreamOctets.NEVER;

  StreamSide(int index, int address, int port) {
    this.index = index;
    this.address = address;
    this.port = port;
  }

  /// The same machine, inside what protects this.
  StreamSide within() {
    StreamSide made = new StreamSide(index, address, port);
    made.node = node;
    made.around = this;
    return made;
  }

  /// Whether it speaks inside something that protects what it says.
  boolean isWithin() {
    return around != null;
  }

  /// 0 for the side whose segment came first, 1 for the other.
  public int index() {
    return index;
  }

  public Ipv4Address address() {
    return new Ipv4Address(address);
  }

  public int port() {
    return port;
  }

  boolean is(int otherAddress, int otherPort) {
    return address == otherAddress && port == otherPort;
  }

  /// The index of its machine, or -1 while that has not sent anything.
  public int node() {
    return around == null ? node : around.node();
  }

  void node(int sender) {
    if (node == UNKNOWN) {
      node = sender;
    }
  }

  public StreamOctets octets() {
    return octets;
  }

  /// The parts of what it says, in order. More may follow later, and the last may get an end.
  public List<StreamPart> parts() {
    return Collections.unmodifiableList(parts);
  }

  void add(StreamPart part) {
    parts.add(part);
  }

  /// What was taken for parts from this octet on was something else.
  void forget(long octet) {
    while (!parts.isEmpty() && parts.getLast().from() >= octet) {
      parts.removeLast();
    }
  }

  /// It has said that nothing follows after this octet.
  void fin(long at) {
    finAt = at;
  }

  /// Whether all that it will ever say has been sent.
  public boolean isFinished() {
    return finAt >= 0 && octets.length() >= finAt;
  }

  /// The parts that have an octet in a run of them.
  List<StreamPart> parts(long first, long end) {
    int low = 0;
    int high = parts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      StreamPart part = parts.get(middle);
      if (part.to() != StreamPart.OPEN && part.to() <= first) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int last = low;
    while (last < parts.size() && parts.get(last).meets(first, end)) {
      last++;
    }
    return parts.subList(low, last);
  }
}
