package netarium.engine.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.MacAddress;
import org.jspecify.annotations.Nullable;

/// Which station is behind which port of a switch: open addressing over primitive keys, because
/// each frame that passes costs one lookup and one update.
///
/// An entry that has not been seen for [#AGEING_NANOS] counts no more; its place is used again when
/// the table grows.
final class MacTable {
  /// IEEE 802.1D §7.9.2 recommends 300 s.
  static final long AGEING_NANOS = 300_000_000_000L;

  /// As many stations as a large switch knows; those beyond are flooded to.
  static final int MOST_ENTRIES = 32_768;

  /// A full table is searched for aged entries no more often than this.
  private static final long CLEANING_EVERY_NANOS = 1_000_000_000L;

  private static final int INITIAL_CAPACITY = 16;
  private static final long FREE = 0;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private long[] macs = new long[INITIAL_CAPACITY];
  private long[] seenAtNanos = new long[INITIAL_CAPACITY];

  /// Null where a slot is free or its station forgotten.
  private @Nullable Port[] ports = new Port[INITIAL_CAPACITY];

  private int used;
  private long nextCleaningNanos;

  /// Notes that `mac` (never zero) was seen at `port`; it may have moved there.
  void learn(long mac, Port port, long now) {
    int at = find(mac);
    if (macs[at] == FREE) {
      if (used * 2 >= macs.length || (used >= MOST_ENTRIES && now >= nextCleaningNanos)) {
        rehash(now);
        nextCleaningNanos = now + CLEANING_EVERY_NANOS;
        at = find(mac);
      }
      if (used >= MOST_ENTRIES) {
        return;
      }
      macs[at] = mac;
      used++;
    }
    ports[at] = port;
    seenAtNanos[at] = now;
  }

  @Nullable Port lookUp(long mac, long now) {
    int at = find(mac);
    return isFresh(at, now) ? ports[at] : null;
  }

  void forget(long mac) {
    ports[find(mac)] = null;
  }

  void clear() {
    clear(INITIAL_CAPACITY);
  }

  /// What is known at `now`, by address.
  List<EthernetSwitch.Station> stations(long now) {
    List<EthernetSwitch.Station> stations = new ArrayList<>();
    for (int at = 0; at < macs.length; at++) {
      Port port = ports[at];
      if (port != null && isFresh(at, now)) {
        stations.add(
            new EthernetSwitch.Station(
                new MacAddress(macs[at]), port.id(), new SimTime(seenAtNanos[at])));
      }
    }
    stations.sort(Comparator.comparingLong(station -> station.mac().bits()));
    return stations;
  }

  private boolean isFresh(int at, long now) {
    return ports[at] != null && now - seenAtNanos[at] < AGEING_NANOS;
  }

  private int find(long mac) {
    int mask = macs.length - 1;
    int at = (int) ((mac * SPREAD) >>> 40) & mask;
    while (macs[at] != FREE && macs[at] != mac) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /// Makes room, and leaves those behind that count no more.
  private void rehash(long now) {
    long[] oldMacs = macs;
    long[] oldSeen = seenAtNanos;
    @Nullable Port[] oldPorts = ports;
    int fresh = 0;
    for (int at = 0; at < oldMacs.length; at++) {
      fresh += isFresh(at, now) ? 1 : 0;
    }
    clear(Math.max(INITIAL_CAPACITY, Integer.highestOneBit(Math.max(1, fresh)) * 4));
    for (int at = 0; at < oldMacs.length; at++) {
      Port port = oldPorts[at];
      if (port != null && now - oldSeen[at] < AGEING_NANOS) {
        int target = find(oldMacs[at]);
        macs[target] = oldMacs[at];
        seenAtNanos[target] = oldSeen[at];
        ports[target] = port;
        used++;
      }
    }
  }

  private void clear(int capacity) {
    macs = new long[capacity];
    seenAtNanos = new long[capacity];
    ports = new Port[capacity];
    used = 0;
  }
}
