package netarium.topologies.node;

import netarium.topologies.json.Extras;
import netarium.topologies.unit.Octets;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// How a machine's TCP (RFC 9293) behaves. Missing: what the RFC says.
///
/// @param initialWindow in segments (RFC 6928 §2)
/// @param delayedAck how long an acknowledgment may wait; zero acknowledges at once
/// @param mss the largest segment it offers to receive, in octets
/// @param challengeAcks whether resets and SYNs in the window are doubted (RFC 5961)
/// @param rack whether losses are found by time, with tail loss probes (RFC 8985)
public record TcpOptions(
    boolean timestamps,
    boolean sack,
    boolean windowScale,
    Congestion congestion,
    @Nullable Integer initialWindow,
    @Nullable TimeSpan rtoMin,
    @Nullable TimeSpan msl,
    @Nullable TimeSpan delayedAck,
    boolean nagle,
    @Nullable Integer mss,
    boolean ecn,
    boolean rack,
    boolean challengeAcks,
    @Nullable Octets receiveBuffer,
    @Nullable Octets sendBuffer,
    Patience patience,
    KeepAlive keepAlive,
    Extras extras) {
  public static final TcpOptions DEFAULT =
      new TcpOptions(
          true,
          true,
          true,
          Congestion.NEW_RENO,
          null,
          null,
          null,
          null,
          true,
          null,
          false,
          false,
          true,
          null,
          null,
          Patience.DEFAULT,
          KeepAlive.DEFAULT,
          Extras.NONE);

  /// How long it waits: for a first round trip and for any at most (RFC 6298), for a connection and
  /// for acknowledged text (R2 of RFC 9293 §3.8.3).
  public record Patience(
      @Nullable TimeSpan rtoInitial,
      @Nullable TimeSpan rtoMax,
      @Nullable TimeSpan connectTimeout,
      @Nullable TimeSpan userTimeout) {
    public static final Patience DEFAULT = new Patience(null, null, null, null);
  }

  /// Whether and when an idle connection is asked for a sign of life (RFC 9293 §3.8.4).
  public record KeepAlive(
      boolean isOn,
      @Nullable TimeSpan idle,
      @Nullable TimeSpan interval,
      @Nullable Integer probes) {
    public static final KeepAlive DEFAULT = new KeepAlive(false, null, null, null);
  }

  /// The congestion control algorithm.
  public enum Congestion {
    /// RFC 6582.
    NEW_RENO("newreno"),
    /// RFC 9438.
    CUBIC("cubic");

    private final String key;

    Congestion(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
