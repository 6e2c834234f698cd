/// The module `tls`: what Go's `crypto/tls` does for scripts, over the machine's
/// [netarium.engine.tls.TlsLayer]. Its connections are [netarium.engine.vm.api.StreamConn]s that
/// can tell what was agreed on.
///
/// Read in this order: [TlsModule], [TlsConfig], [TlsConn]. May use: `vm`, `vm.api` and what they
/// may use.
@NullMarked
package netarium.engine.vm.gotls;

import org.jspecify.annotations.NullMarked;
