/// WebSocket conversations and SOCKS5 proxies for scripts: the modules `network` and `socks5`, thin
/// layers over the engines of `service`.
///
/// What happens to a [Client] or a [Server] becomes a [NetworkEvent] that waits for `network.poll`;
/// while too much waits there, nothing more is read from the network. Read in this order:
/// [NetworkApi], [Network], [Client], [Server], [Socks5Api]. May use: `vm`, `lua`, `service` and
/// what is below them.
@NullMarked
package netarium.engine.vm.network;

import org.jspecify.annotations.NullMarked;
