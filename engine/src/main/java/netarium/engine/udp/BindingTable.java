package netarium.engine.udp;

import netarium.engine.wire.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// The bindings of a node by port: a small hash table whose buckets are chains through the bindings
/// themselves, since every datagram that arrives asks it.
final class BindingTable {
  private static final int INITIAL_BUCKETS = 8;

  private @Nullable UdpBinding[] buckets = new UdpBinding[INITIAL_BUCKETS];
  private int size;

  void add(UdpBinding binding) {
    if (size == buckets.length) {
      grow();
    }
    int at = bucketOf(binding.local().port());
    binding.next = buckets[at];
    buckets[at] = binding;
    size++;
  }

  void remove(UdpBinding binding) {
    int at = bucketOf(binding.local().port());
    UdpBinding before = null;
    for (UdpBinding each = buckets[at]; each != null; each = each.next) {
      if (each == binding) {
        if (before == null) {
          buckets[at] = each.next;
        } else {
          before.next = each.next;
        }
        size--;
        return;
      }
      before = each;
    }
  }

  /// Whether a new binding would stand in the way of one that is there: same port, and same address
  /// or either of them all addresses.
  boolean isTaken(Ipv4Address address, int port) {
    for (UdpBinding each = first(port); each != null; each = after(each, port)) {
      Ipv4Address bound = each.local().address();
      if (bound.isUnspecified() || address.isUnspecified() || bound.equals(address)) {
        return true;
      }
    }
    return false;
  }

  /// The binding that takes datagrams to this address and port, or null.
  @Nullable UdpBinding find(Ipv4Address address, int port) {
    for (UdpBinding each = first(port); each != null; each = after(each, port)) {
      Ipv4Address bound = each.local().address();
      if (bound.isUnspecified() || bound.bits() == address.bits()) {
        return each;
      }
    }
    return null;
  }

  @Nullable UdpBinding first(int port) {
    return from(buckets[bucketOf(port)], port);
  }

  @Nullable UdpBinding after(UdpBinding binding, int port) {
    return from(binding.next, port);
  }

  private static @Nullable UdpBinding from(@Nullable UdpBinding start, int port) {
    UdpBinding each = start;
    while (each != null && each.local().port() != port) {
      each = each.next;
    }
    return each;
  }

  private int bucketOf(int port) {
    return port & (buckets.length - 1);
  }

  private void grow() {
    @Nullable UdpBinding[] old = buckets;
    buckets = new UdpBinding[old.length * 2];
    for (UdpBinding chain : old) {
      UdpBinding each = chain;
      while (each != null) {
        UdpBinding following = each.next;
        int at = bucketOf(each.local().port());
        each.next = buckets[at];
        buckets[at] = each;
        each = following;
      }
    }
  }
}
