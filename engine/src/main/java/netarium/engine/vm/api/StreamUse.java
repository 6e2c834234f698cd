package netarium.engine.vm.api;

import netarium.engine.socket.ByteStream;
import netarium.engine.socket.StreamAcceptor;

/// What is made of the streams that a script dials or accepts: they are used as they are, or
/// something runs over them.
public interface StreamUse {
  /// As they are.
  StreamUse PLAIN = new StreamUse() {};

  /// What runs over a stream that is being dialled.
  default ByteStream over(ByteStream stream) {
    return stream;
  }

  /// What runs over the streams that come in there.
  default StreamAcceptor over(StreamAcceptor acceptor) {
    return acceptor;
  }

  /// What the script gets of it.
  default StreamConn connection(Handles handles, ByteStream stream) {
    return new StreamConn(handles, stream);
  }
}
