package netarium.engine.service;

import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.wire.Ipv4Address;

/// How a service finds the address of a host.
@FunctionalInterface
public interface NameLookup {
  /// Looks up a name or dotted-decimal text. `answer` is called once, at once or later; with
  /// nothing when there is no such host.
  void lookup(String host, Consumer<Optional<Ipv4Address>> answer);
}
