package netarium.engine.service.dns;

import java.util.function.Consumer;
import netarium.engine.codec.dns.DnsQuestion;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Ipv4Address;

/// The way to a name server that has an address: by UDP, and by TCP where the answer is too long
/// for that (RFC 7766 §5).
public record ServerPath(
    DnsSockets host, Endpoint server, boolean wantsRecursion, SimDuration timeOut)
    implements DnsPath {
  /// How long a machine waits for an answer, as glibc and Go do.
  public static final SimDuration PATIENCE = SimDuration.ofSeconds(5);

  /// As a machine asks the server of its `resolv.conf`.
  public static ServerPath toResolver(DnsSockets host, Ipv4Address server) {
    return new ServerPath(host, new Endpoint(server, DnsSockets.PORT), true, PATIENCE);
  }

  @Override
  public Runnable ask(DnsQuestion question, Consumer<DnsReply> reply) {
    ServerQuery query = new ServerQuery(this, question, reply);
    query.start();
    return query::cancel;
  }
}
