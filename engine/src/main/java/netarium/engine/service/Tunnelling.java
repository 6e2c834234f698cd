package netarium.engine.service;

import netarium.engine.socket.SocketError;

/// What is said to a proxy before its connection leads on to somebody else. It reads no octet
/// beyond its own conversation: those behind belong to whoever uses the tunnel.
interface Tunnelling {
  /// Where the conversation stands.
  sealed interface Step {
    /// The proxy has to say more.
    record Waiting() implements Step {}

    /// The tunnel stands.
    record Open() implements Step {}

    /// There will be none.
    record Refused(SocketError why) implements Step {}
  }

  Step WAITING = new Step.Waiting();
  Step OPEN = new Step.Open();

  /// Says the first word. Once, when the proxy is connected.
  void begin();

  /// Goes on after anything has happened.
  Step advance();
}
