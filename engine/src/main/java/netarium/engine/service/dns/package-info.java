/// DNS at both ends: whoever asks, and the server behind `/bin/named`.
///
/// Asking, read in this order: [DnsSockets], [DnsPath] with [ServerPath] (UDP and TCP) and
/// [HttpsPath] (DNS over HTTPS), [StubResolver], which a machine has. Serving: [Zone], [DnsCache],
/// [Recursor], which asks others on its clients' behalf, [DnsServer], which answers whatever way a
/// query came, and [UdpService], [TcpService] and [HttpsService], which are these ways. May use:
/// `codec`, `tls`, `socket` and what is below them.
@NullMarked
package netarium.engine.service.dns;

import org.jspecify.annotations.NullMarked;
