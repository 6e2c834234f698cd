package netarium.engine.socket;

/// How a program wants its connection. In `messageMode` nothing waits for company (no Nagle), so
/// that each message leaves when it is sent.
public record TcpSocketOptions(boolean messageMode) {
  public static final TcpSocketOptions STREAM = new TcpSocketOptions(false);
  public static final TcpSocketOptions MESSAGES = new TcpSocketOptions(true);
}
