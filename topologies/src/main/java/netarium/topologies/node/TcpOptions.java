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
    @Nullable Octets receiveBuffer,
    @Nullable Octets sendBuffer,
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
          null,
          null,
          Extras.NONE);

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
