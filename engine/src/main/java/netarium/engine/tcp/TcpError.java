package netarium.engine.tcp;

/// Why a connection ended before its time.
public enum TcpError {
  REFUSED("connection refused"),
  RESET("connection reset by peer"),
  TIMED_OUT("connection timed out"),
  NETWORK_UNREACHABLE("network unreachable"),
  HOST_UNREACHABLE("host unreachable"),
  ABORTED("connection aborted");

  private final String sentence;

  TcpError(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
