package netarium.engine.tcp;

import netarium.engine.sim.SimDuration;

/// How the TCP of a node behaves; each key of a topology's `tcp {}` is a component.
///
/// - `timestamps`, `windowScale`: whether the options of RFC 7323 are offered and accepted.
/// - `sack`: whether selective acknowledgements (RFC 2018) are offered and used.
/// - `mss`: the largest segment in octets, as offered and as sent; 0 takes it from the MTU.
/// - `initialWindow`: in segments (RFC 6928).
/// - `rtoMin`: the least retransmission time-out. RFC 6298 wants a second; the default is the 200
///   ms of Linux, because loss on a fast link would else stop a lesson for a hundred round trips.
/// - `msl`: the maximum segment lifetime; TIME-WAIT lasts two of them.
/// - `delayedAck`: how long an acknowledgement may wait for company (RFC 9293 §3.8.6.3 allows 500
///   ms); zero acknowledges each segment at once.
/// - `nagle`: whether small segments wait for outstanding ones (RFC 9293 §3.7.4).
/// - `receiveBuffer`, `sendBuffer`: in octets, per connection.
/// - `congestion`: how the window of what may be in flight grows and shrinks.
public record TcpOptionsConfig(
    boolean timestamps,
    boolean windowScale,
    boolean sack,
    int mss,
    int initialWindow,
    SimDuration rtoMin,
    SimDuration msl,
    SimDuration delayedAck,
    boolean nagle,
    int receiveBuffer,
    int sendBuffer,
    Congestion congestion) {
  /// The congestion control algorithm.
  public enum Congestion {
    /// RFC 5681, RFC 6582.
    NEW_RENO,
    /// RFC 9438.
    CUBIC
  }

  /// RFC 9293 §3.7.1: what to assume when the other side names no MSS.
  public static final int DEFAULT_PEER_MSS = 536;

  /// The smallest MSS worth sending: an MTU of 68 octets (RFC 791) leaves 28 for headers and text.
  public static final int LEAST_MSS = 8;

  public static final TcpOptionsConfig DEFAULT =
      new TcpOptionsConfig(
          true,
          true,
          true,
          0,
          10,
          SimDuration.ofMillis(200),
          SimDuration.ofSeconds(30),
          SimDuration.ofMillis(40),
          true,
          256 * 1024,
          256 * 1024,
          Congestion.NEW_RENO);

  public TcpOptionsConfig {
    check(mss == 0 || (mss >= LEAST_MSS && mss <= 65_495), "mss is 0 or from 8 to 65495 octets");
    check(initialWindow >= 1 && initialWindow <= 1000, "initialWindow is 1 to 1000 segments");
    check(rtoMin.nanos() > 0, "rtoMin is longer than nothing");
    check(rtoMin.compareTo(SimDuration.ofSeconds(60)) <= 0, "rtoMin is at most 60 s");
    check(msl.nanos() >= 0, "msl is not negative");
    check(delayedAck.nanos() >= 0, "delayedAck is not negative");
    check(delayedAck.compareTo(SimDuration.ofMillis(500)) <= 0, "delayedAck is at most 500 ms");
    check(receiveBuffer >= 1 && receiveBuffer <= 1 << 30, "receiveBuffer is 1 octet to 1 GiB");
    check(sendBuffer >= 1 && sendBuffer <= 1 << 30, "sendBuffer is 1 octet to 1 GiB");
  }

  private static void check(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("tcp settings: " + rule);
    }
  }

  public TcpOptionsConfig withTimestamps(boolean value) {
    return new TcpOptionsConfig(
        value,
        windowScale,
        sack,
        mss,
        initialWindow,
        rtoMin,
        msl,
        delayedAck,
        nagle,
        receiveBuffer,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withWindowScale(boolean value) {
    return new TcpOptionsConfig(
        timestamps,
        value,
        sack,
        mss,
        initialWindow,
        rtoMin,
        msl,
        delayedAck,
        nagle,
        receiveBuffer,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withSack(boolean value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        value,
        mss,
        initialWindow,
        rtoMin,
        msl,
        delayedAck,
        nagle,
        receiveBuffer,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withMss(int value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        sack,
        value,
        initialWindow,
        rtoMin,
        msl,
        delayedAck,
        nagle,
        receiveBuffer,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withInitialWindow(int value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        sack,
        mss,
        value,
        rtoMin,
        msl,
        delayedAck,
        nagle,
        receiveBuffer,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withRtoMin(SimDuration value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        sack,
        mss,
        initialWindow,
        value,
        msl,
        delayedAck,
        nagle,
        receiveBuffer,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withMsl(SimDuration value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        sack,
        mss,
        initialWindow,
        rtoMin,
        value,
        delayedAck,
        nagle,
        receiveBuffer,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withDelayedAck(SimDuration value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        sack,
        mss,
        initialWindow,
        rtoMin,
        msl,
        value,
        nagle,
        receiveBuffer,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withNagle(boolean value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        sack,
        mss,
        initialWindow,
        rtoMin,
        msl,
        delayedAck,
        value,
        receiveBuffer,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withReceiveBuffer(int value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        sack,
        mss,
        initialWindow,
        rtoMin,
        msl,
        delayedAck,
        nagle,
        value,
        sendBuffer,
        congestion);
  }

  public TcpOptionsConfig withSendBuffer(int value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        sack,
        mss,
        initialWindow,
        rtoMin,
        msl,
        delayedAck,
        nagle,
        receiveBuffer,
        value,
        congestion);
  }

  public TcpOptionsConfig withCongestion(Congestion value) {
    return new TcpOptionsConfig(
        timestamps,
        windowScale,
        sack,
        mss,
        initialWindow,
        rtoMin,
        msl,
        delayedAck,
        nagle,
        receiveBuffer,
        sendBuffer,
        value);
  }
}
