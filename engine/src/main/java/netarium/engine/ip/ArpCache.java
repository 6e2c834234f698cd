package netarium.engine.ip;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent.ArpChanged;
import netarium.engine.trace.SimEvent.TimerExpired;
import netarium.engine.wire.ArpPacket;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.Ipv4Datagram;
import netarium.engine.wire.MacAddress;
import org.jspecify.annotations.Nullable;

/// The addresses that one interface knows of its neighbours, and the asking for those it does not
/// know (RFC 826).
///
/// A request is broadcast up to three times, a second apart; meanwhile the last three datagrams to
/// the address wait (RFC 1122 §2.3.2.2). An entry is good for 60 s after its neighbour was last
/// heard, then it expires. If it was used in the last 10 s of that time, the neighbour is asked
/// directly instead, while the entry serves on (the unicast poll of RFC 1122 §2.3.2.1): a long
/// transfer never pauses.
///
/// Learns from requests that ask for this interface, and from whatever a known neighbour says of
/// itself.
public final class ArpCache {
  static final SimDuration LIFE = SimDuration.ofSeconds(60);
  static final SimDuration IN_USE_WITHIN = SimDuration.ofSeconds(10);
  static final SimDuration RETRY_AFTER = SimDuration.ofSeconds(1);
  static final int TRIES = 3;
  static final int MOST_WAITING = 3;

  private final NetworkInterface owner;
  private final Simulator simulator;
  private final EventRecorder recorder;

  /// Entries that were confirmed later stand later.
  private final LinkedHashMap<Ipv4Address, ArpEntry> entries = new LinkedHashMap<>();

  private @Nullable Timer expiry;

  ArpCache(NetworkInterface owner, Simulator simulator, EventRecorder recorder) {
    this.owner = owner;
    this.simulator = simulator;
    this.recorder = recorder;
  }

  /// One line of the table: no `mac` while the neighbour has not answered.
  public record Neighbour(Ipv4Address address, Optional<MacAddress> mac) {}

  /// What is known now, those heard from least recently first.
  public List<Neighbour> neighbours() {
    List<Neighbour> neighbours = new ArrayList<>();
    for (ArpEntry entry : entries.values()) {
      neighbours.add(new Neighbour(entry.address, Optional.ofNullable(entry.mac)));
    }
    return neighbours;
  }

  /// Tells everybody this interface's address, as after it has changed (RFC 5227 §2.3): a request
  /// for itself. Neighbours that know the address note the MAC.
  public void announce() {
    Ipv4Address own = owner.ownAddress();
    if (own != null) {
      transmit(ArpPacket.REQUEST, own, MacAddress.ZERO, own, MacAddress.BROADCAST);
    }
  }

  /// Forgets everything; what waits is forgotten with it. For a node that has crashed.
  public void clear() {
    for (ArpEntry entry : entries.values()) {
      entry.stopAsking();
    }
    entries.clear();
    Timer timer = expiry;
    if (timer != null) {
      timer.cancel();
    }
  }

  /// Asks a neighbour whether it is still there before its entry's life is over; without an answer
  /// the entry goes.
  void doubt(Ipv4Address neighbour) {
    ArpEntry entry = entries.get(neighbour);
    if (entry != null && entry.mac != null && !entry.isAsking()) {
      ask(entry);
    }
  }

  /// Sends the datagram to its next hop, as soon as that one's MAC address is known.
  void send(Ipv4Datagram datagram, Ipv4Address nextHop) {
    ArpEntry entry = entries.get(nextHop);
    if (entry == null) {
      entry = new ArpEntry(nextHop);
      entries.put(nextHop, entry);
      entry.waiting.add(datagram);
      recordChange(entry, "asking");
      ask(entry);
      return;
    }
    entry.usedAt = simulator.now();
    MacAddress mac = entry.mac;
    if (mac != null) {
      owner.emit(datagram, mac);
      return;
    }
    if (entry.waiting.size() == MOST_WAITING) {
      owner.drop(entry.waiting.removeFirst(), DropReason.ARP_QUEUE_FULL, "next hop " + nextHop);
    }
    entry.waiting.add(datagram);
  }

  /// RFC 826, packet reception, in its order: update, then learn, then answer.
  void receive(ArpPacket packet, EthernetFrame frame) {
    Ipv4Address own = owner.ownAddress();
    Ipv4Address sender = packet.senderIp();
    MacAddress mac = packet.senderMac();
    if (mac.isGroup() || mac.bits() == 0 || sender.isMulticast() || sender.isLimitedBroadcast()) {
      owner.drop(frame, DropReason.BAD_SOURCE, "an ARP sender that cannot be");
      return;
    }
    if (own != null && sender.bits() == own.bits()) {
      noteConflict(sender, mac);
      return;
    }
    boolean isForMe = own != null && packet.targetIp().bits() == own.bits();
    boolean isRequest = packet.operation() == ArpPacket.REQUEST;
    ArpEntry known = entries.get(sender);
    if (known != null) {
      confirm(known, mac);
    } else if (isForMe && isRequest && !sender.isUnspecified()) {
      ArpEntry learnt = new ArpEntry(sender);
      entries.put(sender, learnt);
      confirm(learnt, mac);
    }
    if (own != null && isForMe && isRequest) {
      transmit(ArpPacket.REPLY, own, mac, sender, mac);
    }
  }

  private void noteConflict(Ipv4Address sender, MacAddress mac) {
    if (mac.bits() != owner.mac().bits()) {
      recorder.record(
          new ArpChanged(
              recorder.stamp(owner.port().id().node()),
              owner.name(),
              sender,
              Optional.of(mac),
              "conflict"));
    }
  }

  private void confirm(ArpEntry entry, MacAddress mac) {
    boolean isNews = entry.mac == null || entry.mac.bits() != mac.bits();
    entry.stopAsking();
    entry.mac = mac;
    entry.goodUntil = simulator.now().plus(LIFE);
    entries.putLast(entry.address, entry);
    if (isNews) {
      recordChange(entry, "resolved");
    }
    armExpiry(entry.goodUntil);
    while (!entry.waiting.isEmpty()) {
      owner.emit(entry.waiting.removeFirst(), mac);
    }
  }

  /// Asks all for an unknown neighbour, or the neighbour itself whether it is still there.
  private void ask(ArpEntry entry) {
    entry.tries++;
    Timer timer = entry.retry;
    if (timer == null) {
      timer = simulator.timer(() -> retry(entry));
      entry.retry = timer;
    }
    timer.armAfter(RETRY_AFTER);
    Ipv4Address own = owner.ownAddress();
    MacAddress to = entry.mac == null ? MacAddress.BROADCAST : entry.mac;
    transmit(
        ArpPacket.REQUEST, own == null ? Ipv4Address.ANY : own, MacAddress.ZERO, entry.address, to);
  }

  private void retry(ArpEntry entry) {
    recorder.recordAsCause(
        new TimerExpired(
            recorder.stamp(owner.port().id().node()), "arp", entry.address.toString()));
    if (entry.tries < TRIES) {
      ask(entry);
      return;
    }
    entries.remove(entry.address);
    entry.mac = null;
    recordChange(entry, "failed");
    while (!entry.waiting.isEmpty()) {
      Ipv4Datagram datagram = entry.waiting.removeFirst();
      owner.drop(datagram, DropReason.ARP_UNANSWERED, "next hop " + entry.address);
      owner.unresolved(datagram);
    }
  }

  private void armExpiry(SimTime at) {
    Timer timer = expiry;
    if (timer == null) {
      timer = simulator.housekeepingTimer(this::expire);
      expiry = timer;
    }
    if (!timer.isArmed()) {
      timer.armAt(at);
    }
  }

  private void expire() {
    SimTime now = simulator.now();
    List<ArpEntry> polled = new ArrayList<>();
    Iterator<Map.Entry<Ipv4Address, ArpEntry>> all = entries.entrySet().iterator();
    while (all.hasNext()) {
      ArpEntry entry = all.next().getValue();
      if (entry.isAsking()) {
        continue;
      }
      if (entry.goodUntil.isAfter(now)) {
        armExpiry(entry.goodUntil);
        break;
      }
      if (now.since(entry.usedAt).compareTo(IN_USE_WITHIN) <= 0) {
        polled.add(entry);
      } else {
        all.remove();
        recordChange(entry, "expired");
      }
    }
    for (ArpEntry entry : polled) {
      ask(entry);
    }
  }

  private void transmit(
      int operation,
      Ipv4Address senderIp,
      MacAddress targetMac,
      Ipv4Address targetIp,
      MacAddress to) {
    owner.transmit(
        new EthernetFrame(
            to, owner.mac(), new ArpPacket(operation, owner.mac(), senderIp, targetMac, targetIp)));
  }

  private void recordChange(ArpEntry entry, String state) {
    recorder.record(
        new ArpChanged(
            recorder.stamp(owner.port().id().node()),
            owner.name(),
            entry.address,
            Optional.ofNullable(entry.mac),
            state));
  }
}
