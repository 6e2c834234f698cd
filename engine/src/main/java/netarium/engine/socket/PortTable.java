package netarium.engine.socket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import netarium.engine.trace.Endpoint;

/// Which TCP port of a node is held by a listener, on which address, and for which process.
final class PortTable {
  /// One hold on a port; to be given back as it was got, so that nobody gives back another's.
  static final class Holder {
    private final Endpoint local;
    private final int process;

    private Holder(Endpoint local, int process) {
      this.local = local;
      this.process = process;
    }
  }

  private final LinkedHashMap<Integer, List<Holder>> holders = new LinkedHashMap<>();

  /// Whether holding the port on this address would meet no other holder; the unspecified address
  /// meets all.
  boolean isFree(Endpoint local) {
    for (Holder holder : holders.getOrDefault(local.port(), List.of())) {
      if (local.address().isUnspecified()
          || holder.local.address().isUnspecified()
          || holder.local.address().equals(local.address())) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return holders.size();
  }

  boolean isHeld(int port) {
    return holders.containsKey(port);
  }

  Holder hold(Endpoint local, int process) {
    Holder holder = new Holder(local, process);
    holders.computeIfAbsent(local.port(), _ -> new ArrayList<>(1)).add(holder);
    return holder;
  }

  void release(Holder holder) {
    List<Holder> there = holders.get(holder.local.port());
    if (there == null) {
      return;
    }
    there.removeIf(each -> each == holder);
    if (there.isEmpty()) {
      holders.remove(holder.local.port());
    }
  }

  /// The process that holds the port, the first one if there are several.
  Optional<Integer> process(int port) {
    List<Holder> there = holders.get(port);
    return there == null ? Optional.empty() : Optional.of(there.getFirst().process);
  }

  void clear() {
    holders.clear();
  }
}
