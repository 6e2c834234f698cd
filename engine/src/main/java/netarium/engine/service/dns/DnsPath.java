package netarium.engine.service.dns;

import java.util.function.Consumer;
import netarium.engine.codec.dns.DnsQuestion;

/// A way to a server that answers questions.
@FunctionalInterface
public interface DnsPath {
  /// Asks once. `reply` is called once, at once or later, and not after the answer of this method
  /// has been run, which takes the question back.
  Runnable ask(DnsQuestion question, Consumer<DnsReply> reply);
}
