package netarium.engine.ip;

import java.util.ArrayDeque;
import java.util.Deque;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Timer;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import org.jspecify.annotations.Nullable;

/// What an interface knows of one neighbour. Without `mac` it is being asked for and datagrams may
/// wait; with one and still asking, it is only asked whether it is there.
final class ArpEntry {
  final Ipv4Address address;
  final Deque<Ipv4Datagram> waiting = new ArrayDeque<>(2);
  @Nullable MacAddress mac;
  SimTime goodUntil = SimTime.ZERO;

  /// When something was last sent to it.
  SimTime usedAt = SimTime.ZERO;

  int tries;
  @Nullable Timer retry;

  ArpEntry(Ipv4Address address) {
    this.address = address;
  }

  boolean isAsking() {
    return tries > 0;
  }

  void stopAsking() {
    tries = 0;
    Timer timer = retry;
    if (timer != null) {
      timer.cancel();
      retry = null;
    }
  }
}
