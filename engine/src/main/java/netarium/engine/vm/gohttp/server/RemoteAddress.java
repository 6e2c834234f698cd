package netarium.engine.vm.gohttp.server;

import netarium.engine.socket.ByteStream;

/// The client's end of a connection as `r.RemoteAddr` says it.
final class RemoteAddress {
  private RemoteAddress() {}

  static String of(ByteStream stream) {
    return stream.remote().toString();
  }
}
