package netarium.engine.drill;

import netarium.engine.sim.SimDuration;
import netarium.engine.tcp.TcpOptionsConfig;

/// For which system's habits a script was written.
///
/// - `BSD`: the options of a segment must stand in the order written.
/// - `LINUX`: the options must be those written, in any order.
/// - `LOOSE`: lines that change the system's settings, the windows of outbound segments and the
///   options of outbound SYNs mean nothing, nor do buffer sizes, pushes and how long an
///   acknowledgement may wait.
public enum Profile {
  BSD,
  LINUX,
  LOOSE;

  private static final int BSD_BUFFER_OCTETS = 65_536;

  /// For buffers that may grow to 2 MiB, whatever a socket's own buffer is.
  private static final int BSD_WINDOW_SHIFT = 6;

  private static final int LINUX_RECEIVE_OCTETS = 15 << 20;
  private static final int SEND_OCTETS = 4 << 20;

  /// How the stack is set before the script says anything.
  TcpOptionsConfig config() {
    TcpOptionsConfig roomy = TcpOptionsConfig.DEFAULT.withSendBuffer(SEND_OCTETS);
    return switch (this) {
      case BSD ->
          roomy
              .withReceiveBuffer(BSD_BUFFER_OCTETS)
              .withEcn(TcpOptionsConfig.Ecn.ACCEPT)
              .withDialect(
                  new TcpOptionsConfig.Dialect(true, BSD_WINDOW_SHIFT, true, true, true, false));
      // Linux acknowledges the first segments of a connection at once.
      case LINUX ->
          roomy
              .withReceiveBuffer(LINUX_RECEIVE_OCTETS)
              .withRack(true)
              .withDelayedAck(SimDuration.ZERO)
              .withEcn(TcpOptionsConfig.Ecn.ACCEPT)
              .withDialect(TcpOptionsConfig.Dialect.USUAL.withIdleWindowKept(true));
      case LOOSE ->
          roomy
              .withReceiveBuffer(BSD_BUFFER_OCTETS)
              .withRack(true)
              .withDelayedAck(SimDuration.ZERO)
              .withEcn(TcpOptionsConfig.Ecn.ACCEPT)
              .withDialect(new TcpOptionsConfig.Dialect(false, -1, true, false, false, false));
    };
  }

  /// BSD keeps a buffer of whole segments.
  TcpOptionsConfig onLink(TcpOptionsConfig config, int mtuOctets) {
    int segment = Math.max(1, mtuOctets - 40);
    int octets = config.receiveBuffer();
    boolean isRounded = this != LINUX && octets < 1 << 29;
    return isRounded
        ? config.withReceiveBuffer((octets + segment - 1) / segment * segment)
        : config;
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

  /// Whether a call may tell how large the system's buffers and segments are.
  boolean comparesOwnFigures() {
    return this != LOOSE;
  }

  /// How much earlier than written an acknowledgement without text may come: how long it waits for
  /// company is each system's own choice, up to 500 ms (RFC 9293 §3.8.6.3).
  long earlyAckNanos() {
    return this == LOOSE ? 500_000_000 : 0;
  }

  /// Whether more acknowledgements than written are no fault.
  boolean passesOverAcks() {
    return this == LOOSE;
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
