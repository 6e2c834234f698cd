package netarium.engine.vm.gohttp.server;

import netarium.engine.socket.ByteStream;
import netarium.engine.vm.api.SocketAddr;

/// The client's end of a connection as `r.RemoteAddr` says it. The clients of Unix sockets have no
/// address; they are all `@`.
final class RemoteAddress {
  private RemoteAddress() {}

  static String of(ByteStream stream) {
    String text = SocketAddr.remote(stream).text();
    return text.isEmpty() ? "@" : text;
  }
}
