package netarium.engine.socket;

/// What opening a socket came to.
public sealed interface SocketResult<T> {
  record Opened<T>(T socket) implements SocketResult<T> {}

  record Failed<T>(SocketError error) implements SocketResult<T> {}
}
