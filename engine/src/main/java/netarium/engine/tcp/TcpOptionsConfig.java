package netarium.engine.tcp;

import java.util.function.Consumer;
import netarium.engine.sim.SimDuration;

/// How the TCP of a node behaves; docs/tcp.md lists what each is for, its default and its RFC.
///
/// - `timestamps`, `windowScale`: whether the options of RFC 7323 are offered and accepted.
/// - `sack`: whether selective acknowledgements (RFC 2018) are offered and used.
/// - `rack`: whether losses are found by time, with tail loss probes (RFC 8985); needs SACK.
/// - `ecn`: explicit congestion notification (RFC 3168).
/// - `challengeAcks`: whether resets and SYNs are believed only at the exact number (RFC 5961).
/// - `mss`: the largest segment in octets, as offered and as sent; 0 takes it from the MTU.
/// - `initialWindow`: in segments (RFC 6928).
/// - `rtoInitial`, `rtoMin`, `rtoMax`: the retransmission time-out before the first round trip was
///   measured, at least, and at most (RFC 6298). The RFC wants a least of one second; the default
///   is the 200 ms of Linux, because loss on a fast link would else stop a lesson for a hundred
///   round trips.
/// - `connectTimeout`, `userTimeout`: R2 of RFC 9293 §3.8.3 for a SYN, and for text; zero for text
///   stands for 100 s and ten attempts.
/// - `keepAlive`: whether and when an idle connection is asked for a sign of life.
/// - `msl`: the maximum segment lifetime; TIME-WAIT lasts two of them.
/// - `delayedAck`: how long an acknowledgement may wait for company (RFC 9293 §3.8.6.3 allows 500
///   ms); zero acknowledges each segment at once.
/// - `nagle`: whether small segments wait for outstanding ones (RFC 9293 §3.7.4).
/// - `receiveBuffer`, `sendBuffer`: in octets, per connection.
/// - `congestion`: how the window of what may be in flight grows and shrinks.
/// - `dialect`: what no RFC settles and systems do differently.
public record TcpOptionsConfig(
    boolean timestamps,
    boolean windowScale,
    boolean sack,
    boolean rack,
    Ecn ecn,
    boolean challengeAcks,
    int mss,
    int initialWindow,
    SimDuration rtoInitial,
    SimDuration rtoMin,
    SimDuration rtoMax,
    SimDuration connectTimeout,
    SimDuration userTimeout,
    KeepAlive keepAlive,
    SimDuration msl,
    SimDuration delayedAck,
    boolean nagle,
    int receiveBuffer,
    int sendBuffer,
    Congestion congestion,
    Dialect dialect) {
  /// The congestion control algorithm.
  public enum Congestion {
    /// RFC 5681, RFC 6582.
    NEW_RENO,
    /// RFC 9438.
    CUBIC
  }

  /// Explicit congestion notification (RFC 3168).
  public enum Ecn {
    OFF,
    /// Taken up when the other side asks for it.
    ACCEPT,
    /// Asked for as well.
    ON
  }

  /// Probes on an idle connection (RFC 9293 §3.8.4): the first after `idle` without a word from the
  /// other side, then one each `interval`; the connection ends when `probes` went unanswered.
  public record KeepAlive(boolean isOn, SimDuration idle, SimDuration interval, int probes) {
    /// Two hours are the least default that RFC 9293 allows (MUST-28).
    public static final KeepAlive OFF =
        new KeepAlive(false, SimDuration.ofSeconds(7200), SimDuration.ofSeconds(75), 9);

    public KeepAlive {
      check(idle.nanos() > 0, "keepAliveIdle is longer than nothing");
      check(interval.nanos() > 0, "keepAliveInterval is longer than nothing");
      check(probes >= 1 && probes <= 1000, "keepAliveProbes is 1 to 1000");
    }

    public KeepAlive on(boolean value) {
      return new KeepAlive(value, idle, interval, probes);
    }
  }

  /// Habits of systems, which change nothing that an RFC demands.
  ///
  /// - `hasScaleBeforeSack`: the order of a SYN's options.
  /// - `windowShift`: what a SYN offers whatever the buffer; -1 is the least that fits the buffer.
  /// - `windowFollowsBuffer`: the window is what the buffer has room for, even where the field
  ///   cannot tell as much; silly windows are told as none instead of not being moved (both avoid
  ///   them, RFC 9293 §3.8.6.2.2).
  /// - `acksEverySecond`: whatever the size of the segments.
  /// - `repeatsFin`: the acknowledgement of the other side's FIN carries ours once more, if that is
  ///   not acknowledged.
  /// - `keepsIdleWindow`: the congestion window does not shrink while nothing is sent, though RFC
  ///   5681 §4.1 would have it.
  public record Dialect(
      boolean hasScaleBeforeSack,
      int windowShift,
      boolean windowFollowsBuffer,
      boolean acksEverySecond,
      boolean repeatsFin,
      boolean keepsIdleWindow) {
    public static final Dialect USUAL = new Dialect(false, -1, false, false, false, false);

    public Dialect withWindowShift(int shift) {
      return new Dialect(
          hasScaleBeforeSack,
          shift,
          windowFollowsBuffer,
          acksEverySecond,
          repeatsFin,
          keepsIdleWindow);
    }

    public Dialect withIdleWindowKept(boolean keeps) {
      return new Dialect(
          hasScaleBeforeSack, windowShift, windowFollowsBuffer, acksEverySecond, repeatsFin, keeps);
    }

    public Dialect {
      check(windowShift >= -1 && windowShift <= 14, "a window shift is 0 to 14");
    }
  }

  /// RFC 9293 §3.7.1: what to assume when the other side names no MSS.
  public static final int DEFAULT_PEER_MSS = 536;

  /// The smallest MSS worth sending: an MTU of 68 octets (RFC 791) leaves 28 for headers and text.
  public static final int LEAST_MSS = 8;

  public static final TcpOptionsConfig DEFAULT =
      new TcpOptionsConfig(
          /* timestamps= */ true,
          /* windowScale= */ true,
          /* sack= */ true,
          /* rack= */ false,
          /* ecn= */ Ecn.OFF,
          /* challengeAcks= */ true,
          /* mss= */ 0,
          /* initialWindow= */ 10,
          /* rtoInitial= */ SimDuration.ofSeconds(1),
          /* rtoMin= */ SimDuration.ofMillis(200),
          /* rtoMax= */ SimDuration.ofSeconds(60),
          /* connectTimeout= */ SimDuration.ofSeconds(180),
          /* userTimeout= */ SimDuration.ZERO,
          /* keepAlive= */ KeepAlive.OFF,
          /* msl= */ SimDuration.ofSeconds(30),
          /* delayedAck= */ SimDuration.ofMillis(40),
          /* nagle= */ true,
          /* receiveBuffer= */ 256 * 1024,
          /* sendBuffer= */ 256 * 1024,
          /* congestion= */ Congestion.NEW_RENO,
          /* dialect= */ Dialect.USUAL);

  public TcpOptionsConfig {
    check(mss == 0 || (mss >= LEAST_MSS && mss <= 65_495), "mss is 0 or from 8 to 65495 octets");
    check(initialWindow >= 1 && initialWindow <= 1000, "initialWindow is 1 to 1000 segments");
    check(rtoMin.nanos() > 0, "rtoMin is longer than nothing");
    check(rtoInitial.nanos() > 0, "rtoInitial is longer than nothing");
    check(rtoMin.compareTo(rtoMax) <= 0, "rtoMin is at most rtoMax");
    check(rtoInitial.compareTo(rtoMax) <= 0, "rtoInitial is at most rtoMax");
    check(rtoMax.compareTo(SimDuration.ofSeconds(3600)) <= 0, "rtoMax is at most an hour");
    check(connectTimeout.nanos() > 0, "connectTimeout is longer than nothing");
    check(userTimeout.nanos() >= 0, "userTimeout is not negative");
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
    return with(draft -> draft.timestamps = value);
  }

  public TcpOptionsConfig withWindowScale(boolean value) {
    return with(draft -> draft.windowScale = value);
  }

  public TcpOptionsConfig withSack(boolean value) {
    return with(draft -> draft.sack = value);
  }

  public TcpOptionsConfig withRack(boolean value) {
    return with(draft -> draft.rack = value);
  }

  public TcpOptionsConfig withEcn(Ecn value) {
    return with(draft -> draft.ecn = value);
  }

  public TcpOptionsConfig withChallengeAcks(boolean value) {
    return with(draft -> draft.challengeAcks = value);
  }

  public TcpOptionsConfig withMss(int value) {
    return with(draft -> draft.mss = value);
  }

  public TcpOptionsConfig withInitialWindow(int value) {
    return with(draft -> draft.initialWindow = value);
  }

  public TcpOptionsConfig withRtoInitial(SimDuration value) {
    return with(draft -> draft.rtoInitial = value);
  }

  public TcpOptionsConfig withRtoMin(SimDuration value) {
    return with(draft -> draft.rtoMin = value);
  }

  public TcpOptionsConfig withRtoMax(SimDuration value) {
    return with(draft -> draft.rtoMax = value);
  }

  public TcpOptionsConfig withConnectTimeout(SimDuration value) {
    return with(draft -> draft.connectTimeout = value);
  }

  public TcpOptionsConfig withUserTimeout(SimDuration value) {
    return with(draft -> draft.userTimeout = value);
  }

  public TcpOptionsConfig withKeepAlive(KeepAlive value) {
    return with(draft -> draft.keepAlive = value);
  }

  public TcpOptionsConfig withMsl(SimDuration value) {
    return with(draft -> draft.msl = value);
  }

  public TcpOptionsConfig withDelayedAck(SimDuration value) {
    return with(draft -> draft.delayedAck = value);
  }

  public TcpOptionsConfig withNagle(boolean value) {
    return with(draft -> draft.nagle = value);
  }

  public TcpOptionsConfig withReceiveBuffer(int value) {
    return with(draft -> draft.receiveBuffer = value);
  }

  public TcpOptionsConfig withSendBuffer(int value) {
    return with(draft -> draft.sendBuffer = value);
  }

  public TcpOptionsConfig withCongestion(Congestion value) {
    return with(draft -> draft.congestion = value);
  }

  public TcpOptionsConfig withDialect(Dialect value) {
    return with(draft -> draft.dialect = value);
  }

  private TcpOptionsConfig with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /// A copy in which a component may change: the only place that lists them once more.
  private static final class Draft {
    private boolean timestamps;
    private boolean windowScale;
    private boolean sack;
    private boolean rack;
    private Ecn ecn;
    private boolean challengeAcks;
    private int mss;
    private int initialWindow;
    private SimDuration rtoInitial;
    private SimDuration rtoMin;
    private SimDuration rtoMax;
    private SimDuration connectTimeout;
    private SimDuration userTimeout;
    private KeepAlive keepAlive;
    private SimDuration msl;
    private SimDuration delayedAck;
    private boolean nagle;
    private int receiveBuffer;
    private int sendBuffer;
    private Congestion congestion;
    private Dialect dialect;

    Draft(TcpOptionsConfig from) {
      timestamps = from.timestamps;
      windowScale = from.windowScale;
      sack = from.sack;
      rack = from.rack;
      ecn = from.ecn;
      challengeAcks = from.challengeAcks;
      mss = from.mss;
      initialWindow = from.initialWindow;
      rtoInitial = from.rtoInitial;
      rtoMin = from.rtoMin;
      rtoMax = from.rtoMax;
      connectTimeout = from.connectTimeout;
      userTimeout = from.userTimeout;
      keepAlive = from.keepAlive;
      msl = from.msl;
      delayedAck = from.delayedAck;
      nagle = from.nagle;
      receiveBuffer = from.receiveBuffer;
      sendBuffer = from.sendBuffer;
      congestion = from.congestion;
      dialect = from.dialect;
    }

    TcpOptionsConfig finished() {
      return new TcpOptionsConfig(
          timestamps,
          windowScale,
          sack,
          rack,
          ecn,
          challengeAcks,
          mss,
          initialWindow,
          rtoInitial,
          rtoMin,
          rtoMax,
          connectTimeout,
          userTimeout,
          keepAlive,
          msl,
          delayedAck,
          nagle,
          receiveBuffer,
          sendBuffer,
          congestion,
          dialect);
    }
  }
}
