package netarium.engine.analysis;

/// What a TCP connection has turned out to speak.
public enum StreamProtocol {
  UNKNOWN,
  HTTP,
  /// After the handshake, which is HTTP.
  WEB_SOCKET,
  DNS,
  /// Between a queen and a cell.
  HLHV,
  /// What is said inside is a [Channel] of its own.
  TLS,
  /// Through a proxy; what is carried behind the greeting is read as what it is.
  SOCKS
}
