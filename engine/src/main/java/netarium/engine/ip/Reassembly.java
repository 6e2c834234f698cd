package netarium.engine.ip;

import java.util.Iterator;
import java.util.LinkedHashMap;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import netarium.engine.trace.DropReason;
import netarium.engine.wire.IpProtocol;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Codec;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.Ipv4Header;
import org.jspecify.annotations.Nullable;

/// Puts datagrams together again from their fragments (RFC 791 §3.2, RFC 815).
///
/// Fragments belong together by source, destination, protocol and identification. Where they
/// overlap, what arrived later counts. A datagram that is not complete 30 s after its first
/// fragment arrived is given up; so is the oldest one when too many are under way.
final class Reassembly {
  static final SimDuration LIFE = SimDuration.ofSeconds(30);
  static final int MOST_DATAGRAMS = 64;

  private final Simulator simulator;
  private final GivenUp givenUp;

  /// In the order in which their first fragments arrived.
  private final LinkedHashMap<Key, Partial> partials = new LinkedHashMap<>();

  private @Nullable Timer timer;

  /// Told of each datagram that is given up, with the fragment that carried its beginning, or any
  /// other when that one never came.
  interface GivenUp {
    void giveUp(Ipv4Datagram fragment, DropReason reason);
  }

  private record Key(
      Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int identification) {}

  private record Partial(FragmentBuffer buffer, SimTime until) {}

  Reassembly(Simulator simulator, GivenUp givenUp) {
    this.simulator = simulator;
    this.givenUp = givenUp;
  }

  /// Takes a fragment; answers the datagram if it has become complete, otherwise null.
  @Nullable Ipv4Datagram add(Ipv4Datagram fragment) {
    Ipv4Header header = fragment.header();
    Key key =
        new Key(header.source(), header.destination(), header.protocol(), header.identification());
    Partial partial = partials.get(key);
    if (partial == null) {
      if (partials.size() == MOST_DATAGRAMS) {
        giveUp(partials.pollFirstEntry().getValue(), DropReason.REASSEMBLY_TIMEOUT);
      }
      partial = new Partial(new FragmentBuffer(fragment), simulator.now().plus(LIFE));
      partials.put(key, partial);
      arm(partial.until);
    }
    partial.buffer.add(fragment);
    if (!partial.buffer.isComplete()) {
      return null;
    }
    partials.remove(key);
    if (partial.buffer.isTooLong()) {
      giveUp(partial, DropReason.MALFORMED);
      return null;
    }
    Ipv4Header whole = partial.buffer.firstHeader().withFragment(0, false);
    return new Ipv4Datagram(whole, Ipv4Codec.payload(whole, partial.buffer.octets()));
  }

  int underWay() {
    return partials.size();
  }

  void clear() {
    partials.clear();
  }

  private void expire() {
    Iterator<Partial> all = partials.values().iterator();
    while (all.hasNext()) {
      Partial oldest = all.next();
      if (oldest.until.isAfter(simulator.now())) {
        arm(oldest.until);
        return;
      }
      all.remove();
      giveUp(oldest, DropReason.REASSEMBLY_TIMEOUT);
    }
  }

  private void giveUp(Partial partial, DropReason reason) {
    givenUp.giveUp(partial.buffer.example(), reason);
  }

  private void arm(SimTime at) {
    Timer armed = timer;
    if (armed == null) {
      armed = simulator.housekeepingTimer(this::expire);
      timer = armed;
    }
    if (!armed.isArmed()) {
      armed.armAt(at);
    }
  }
}
