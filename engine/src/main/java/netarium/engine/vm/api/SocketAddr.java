package netarium.engine.vm.api;

import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.service.WebSocketStream;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.StreamAcceptor;
import netarium.engine.socket.UnixListener;
import netarium.engine.socket.UnixSocket;
import netarium.engine.tls.TlsAcceptor;
import netarium.engine.tls.TlsStream;

/// What a script calls one end of a conversation, Go's `net.Addr`. What runs over another stream is
/// known by the ends of that one.
public sealed interface SocketAddr permits NetAddr, UnixAddr {
  /// `tcp`, `udp`, `unix` …
  String network();

  /// As `addr:String()` gives it.
  String text();

  LuaValue value(LuaMachine machine);

  /// This machine's end of a stream.
  static SocketAddr local(ByteStream stream) {
    return switch (stream) {
      case TlsStream tls -> local(tls.below());
      case UnixSocket unix -> new UnixAddr(unix.localPath());
      case WebSocketStream messages -> new NetAddr(messages.network(), stream.local());
      default -> new NetAddr("tcp", stream.local());
    };
  }

  /// The other end of a stream.
  static SocketAddr remote(ByteStream stream) {
    return switch (stream) {
      case TlsStream tls -> remote(tls.below());
      case UnixSocket unix -> new UnixAddr(unix.remotePath());
      case WebSocketStream messages -> new NetAddr(messages.network(), stream.remote());
      default -> new NetAddr("tcp", stream.remote());
    };
  }

  /// Where streams come in.
  static SocketAddr of(StreamAcceptor acceptor) {
    return switch (acceptor) {
      case TlsAcceptor tls -> of(tls.below());
      case UnixListener unix -> new UnixAddr(unix.path());
      default -> new NetAddr("tcp", acceptor.local());
    };
  }
}
