/// Names of hosts for scripts: [LookupApi] is Go's `net.LookupHost`, `net.LookupIP` and
/// `net.LookupAddr`; [QueryApi] and [NameDaemon] are what `/bin/nslookup`, `/bin/dig` and
/// `/bin/named` can do beyond other programs. Asking and serving themselves are `service.dns`. May
/// use: what `vm` may, and `vm.api`.
@NullMarked
package netarium.engine.vm.names;

import org.jspecify.annotations.NullMarked;
