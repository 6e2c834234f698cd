package netarium.engine.drill;

import netarium.engine.sim.SimDuration;
import netarium.engine.tcp.TcpOptionsConfig;

/// For which system's habits a script was written.
///
/// - `BSD`: the options of a segment must stand in the order written.
/// - `LINUX`: the options must be those written, in any order.
/// - `LOOSE`: lines that change the system's settings, the windows of outbound segments and the
///   options of outbound SYNs mean nothing.
public enum Profile {
  BSD,
  LINUX,
  LOOSE;

  private static final int BSD_BUFFER_OCTETS = 65_536;
  private static final int LINUX_RECEIVE_OCTETS = 15 << 20;
  private static final int SEND_OCTETS = 4 << 20;

  /// How the stack is set before the script says anything.
  TcpOptionsConfig config() {
    TcpOptionsConfig roomy = TcpOptionsConfig.DEFAULT.withSendBuffer(SEND_OCTETS);
    return switch (this) {
      case BSD -> roomy.withReceiveBuffer(BSD_BUFFER_OCTETS);
      // Linux acknowledges the first segments of a connection at once.
      case LINUX -> roomy.withReceiveBuffer(LINUX_RECEIVE_OCTETS).withDelayedAck(SimDuration.ZERO);
      case LOOSE ->
          roomy.withReceiveBuffer(BSD_BUFFER_OCTETS).withDelayedAck(SimDuration.ZERO);
    };
  }

  boolean comparesOptionOrder() {
    return this == BSD;
  }

  boolean readsSettings() {
    return this != LOOSE;
  }

  boolean comparesWindows() {
    return this != LOOSE;
  }

  boolean comparesSynOptions() {
    return this != LOOSE;
  }

  /// Which segment of several is pushed is each system's own choice.
  boolean comparesPush(boolean isJoined) {
    return this == BSD || (this == LINUX && !isJoined);
  }

  /// Whether a call may tell how large the system's buffers are.
  boolean comparesBuffers() {
    return this != LOOSE;
  }

  /// BSD counts its congestion window in octets, Linux in segments.
  boolean countsWindowInOctets() {
    return this == BSD;
  }

  /// Linux keeps twice of what it is asked for, and says so.
  int shownBuffer(int askedOctets) {
    return this == LINUX ? askedOctets * 2 : askedOctets;
  }
}
