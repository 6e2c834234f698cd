package netarium.engine.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.wire.Ipv4Address;

/// How a service finds the address of a host.
@FunctionalInterface
public interface NameLookup {
  /// Looks up a name or dotted-decimal text. `answer` is called once, at once or later; with
  /// nothing when there is no such host.
  void lookup(String host, Consumer<Optional<Ipv4Address>> answer);

  /// As [#lookup], told all addresses, or why there are none. Running what this answers takes the
  /// question back: then nobody is called any more.
  default Runnable find(String host, Consumer<NameAnswer> answer) {
    lookup(
        host,
        found ->
            answer.accept(
                found
                    .<NameAnswer>map(each -> new NameAnswer.At(List.of(each)))
                    .orElseGet(() -> new NameAnswer.Unknown(host))));
    return () -> {};
  }
}
