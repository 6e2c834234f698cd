package netarium.engine.codec.websocket;

/// The ends of a conversation. Frames of a client are masked, those of a server are not (RFC 6455
/// §5.1).
public enum Side {
  CLIENT,
  SERVER;

  public boolean masks() {
    return this == CLIENT;
  }

  public Side other() {
    return this == CLIENT ? SERVER : CLIENT;
  }
}
