package netarium.engine.drill;

import java.util.Optional;
import java.util.OptionalLong;
import netarium.engine.tcp.TcpSnapshot;

/// What assertions call the variables of a connection, out of a [TcpSnapshot]. Windows count in
/// segments, times in microseconds, as Linux tells them.
final class Variables {
  private static final int INFINITE_SSTHRESH = 0x7fff_ffff;

  private Variables() {}

  /// A variable or a constant; empty when we do not know it.
  static OptionalLong value(String name, Optional<TcpSnapshot> snapshot, Profile profile) {
    long constant = constant(name);
    if (constant >= 0) {
      return OptionalLong.of(constant);
    }
    return snapshot.map(each -> of(name, each, profile)).orElse(OptionalLong.empty());
  }

  private static OptionalLong of(String name, TcpSnapshot tcp, Profile profile) {
    int mss = Math.max(1, tcp.snd().mss());
    int unit = profile.countsWindowInOctets() ? 1 : mss;
    TcpSnapshot.SendVariables snd = tcp.snd();
    return switch (name) {
      case "tcpi_state" -> OptionalLong.of(constant("TCP_" + tcp.state().replace('-', '_')));
      case "tcpi_snd_cwnd" -> OptionalLong.of(tcp.congestion().cwnd() / unit);
      case "tcpi_snd_ssthresh" ->
          OptionalLong.of(
              tcp.congestion().ssthresh() >= INFINITE_SSTHRESH / 2
                  ? INFINITE_SSTHRESH
                  : tcp.congestion().ssthresh() / unit);
      case "tcpi_snd_mss" -> OptionalLong.of(mss);
      case "tcpi_unacked" -> OptionalLong.of((snd.nxt().distanceFrom(snd.una()) + mss - 1L) / mss);
      case "tcpi_notsent_bytes" ->
          OptionalLong.of(Math.max(0, snd.queuedOctets() - snd.nxt().distanceFrom(snd.una())));
      case "tcpi_rto" -> OptionalLong.of(tcp.roundTrip().rto().nanos() / 1_000);
      case "tcpi_rtt" -> OptionalLong.of(tcp.roundTrip().srtt().nanos() / 1_000);
      case "tcpi_rttvar" -> OptionalLong.of(tcp.roundTrip().rttvar().nanos() / 1_000);
      case "tcpi_total_retrans" -> OptionalLong.of(snd.retransmissions());
      case "tcpi_segs_out", "tcpi_data_segs_out" ->
          name.equals("tcpi_segs_out") ? OptionalLong.of(snd.segments()) : OptionalLong.empty();
      case "tcpi_snd_wnd" -> OptionalLong.of(snd.wnd());
      case "tcpi_rcv_wnd" -> OptionalLong.of(tcp.rcv().wnd());
      case "tcpi_dupacks" -> OptionalLong.of(tcp.congestion().duplicateAcks());
      default -> OptionalLong.empty();
    };
  }

  /// The states as Linux numbers them, under its names and under the RFC's; -1 for no constant.
  private static long constant(String name) {
    return switch (name) {
      case "TCP_ESTABLISHED" -> 1;
      case "TCP_SYN_SENT" -> 2;
      case "TCP_SYN_RECV", "TCP_SYN_RECEIVED" -> 3;
      case "TCP_FIN_WAIT1", "TCP_FIN_WAIT_1" -> 4;
      case "TCP_FIN_WAIT2", "TCP_FIN_WAIT_2" -> 5;
      case "TCP_TIME_WAIT" -> 6;
      case "TCP_CLOSE", "TCP_CLOSED" -> 7;
      case "TCP_CLOSE_WAIT" -> 8;
      case "TCP_LAST_ACK" -> 9;
      case "TCP_LISTEN" -> 10;
      case "TCP_CLOSING" -> 11;
      case "TCP_INFINITE_SSTHRESH" -> INFINITE_SSTHRESH;
      case "True" -> 1;
      case "False" -> 0;
      default -> name.startsWith("TCPI_") ? constant("TCP_" + name.substring(5)) : -1;
    };
  }
}
