package netarium.engine.drill;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netarium.engine.sim.SimDuration;
import netarium.engine.tcp.TcpOptionsConfig;
import org.jspecify.annotations.Nullable;

/// How the stack under test is set. Scripts change it by the names of two systems' settings.
record Settings(TcpOptionsConfig tcp) {
  /// Settings by which nothing changes that a script could see here: limits of other parts of a
  /// system, caches we do not have, or the only behaviour we have.
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "net.ipv4.tcp_autocorking",
          "net.ipv4.tcp_dsack",
          "net.ipv4.tcp_early_retrans",
          "net.ipv4.tcp_ecn_option",
          "net.ipv4.tcp_fack",
          "net.ipv4.tcp_fastopen",
          "net.ipv4.tcp_fastopen_key",
          "net.ipv4.tcp_frto",
          "net.ipv4.tcp_limit_output_bytes",
          "net.ipv4.tcp_min_tso_segs",
          "net.ipv4.tcp_moderate_rcvbuf",
          "net.ipv4.tcp_no_metrics_save",
          "net.ipv4.tcp_notsent_lowat",
          "net.ipv4.tcp_pacing_ca_ratio",
          "net.ipv4.tcp_pacing_ss_ratio",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.tcp_tso_win_divisor",
          "net.inet.tcp.hostcache.purgenow",
          "net.inet.tcp.recvbuf_auto",
          "net.inet.tcp.sendbuf_auto",
          "net.inet.tcp.syncookies",
          "net.inet.tcp.tso",
          "net.core.rmem_max",
          "net.core.wmem_max");

  /// Settings that must have the value by which the stack behaves anyway.
  private static final List<String> FIXED =
      List.of(
          "net.ipv4.tcp_mtu_probing=0",
          "net.ipv4.tcp_reordering=3",
          "net.ipv4.tcp_synack_retries=5",
          "net.ipv4.ip_no_pmtu_disc=0",
          "net.inet.tcp.blackhole=0",
          "net.inet.tcp.ecn.maxretries=1",
          "net.inet.tcp.drop_synfin=0",
          "net.inet.tcp.fastopen.client_enable=0",
          "net.inet.tcp.fastopen.server_enable=0",
          "net.inet.tcp.icmp_may_rst=1",
          "net.inet.tcp.path_mtu_discovery=1",
          "net.inet.tcp.rexmit_drop_options=0",
          "net.inet.tcp.rexmit_initial=1000",
          "net.inet.tcp.rexmit_slop=200",
          "net.inet.tcp.syncookies_only=0",
          "net.inet.tcp.udp_tunneling_port=0");

  /// One setting changed; empty when we do not have it, or not with that value.
  Optional<Settings> with(String name, String value) {
    if (WITHOUT_EFFECT.contains(name) || FIXED.contains(name + "=" + value)) {
      return Optional.of(this);
    }
    try {
      return changed(name, value).map(Settings::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not a number, or outside of what we allow
    }
  }

  private Optional<TcpOptionsConfig> changed(String name, String value) {
    TcpOptionsConfig to =
        switch (name) {
          case "net.ipv4.tcp_timestamps" -> tcp.withTimestamps(number(value) != 0);
          case "net.ipv4.tcp_window_scaling" -> tcp.withWindowScale(flag(value));
          case "net.ipv4.tcp_sack", "net.inet.tcp.sack.enable" -> tcp.withSack(flag(value));
          case "net.ipv4.tcp_rmem" -> tcp.withReceiveBuffer(most(value));
          case "net.ipv4.tcp_wmem" -> tcp.withSendBuffer(Math.max(tcp.sendBuffer(), most(value)));
          case "net.ipv4.tcp_rto_min_us" -> tcp.withRtoMin(SimDuration.ofMicros(number(value)));
          case "net.inet.tcp.rfc1323" -> rfc7323(number(value));
          case "net.inet.tcp.recvspace" -> tcp.withReceiveBuffer(number(value));
          case "net.inet.tcp.sendspace" ->
              tcp.withSendBuffer(Math.max(tcp.sendBuffer(), number(value)));
          case "net.inet.tcp.delacktime" -> tcp.withDelayedAck(millis(value));
          case "net.inet.tcp.delayed_ack" ->
              flag(value) ? tcp : tcp.withDelayedAck(SimDuration.ZERO);
          case "net.inet.tcp.rexmit_min" -> tcp.withRtoMin(millis(value));
          case "net.inet.tcp.msl" -> tcp.withMsl(millis(value));
          case "net.inet.tcp.initcwnd_segments" -> tcp.withInitialWindow(number(value));
          case "net.inet.tcp.rexmit_initial" -> tcp.withRtoInitial(millis(value));
          case "net.inet.tcp.insecure_rst", "net.inet.tcp.insecure_syn" ->
              flag(value) ? tcp.withChallengeAcks(false) : tcp;
          case "net.ipv4.tcp_ecn", "net.inet.tcp.ecn.enable" -> tcp.withEcn(ecn(value));
          case "net.ipv4.tcp_recovery" -> tcp.withRack((number(value) & 1) != 0);
          case "net.ipv4.tcp_congestion_control", "net.inet.tcp.cc.algorithm" ->
              congestion(tcp, value);
          case "net.ipv4.tcp_slow_start_after_idle" ->
              tcp.withDialect(tcp.dialect().withIdleWindowKept(!flag(value)));
          case "net.ipv4.tcp_syn_retries" -> tcp.withConnectTimeout(afterSyns(number(value)));
          case "net.inet.tcp.keepinit" -> tcp.withConnectTimeout(millis(value));
          case "kern.ipc.maxsockbuf" ->
              tcp.withDialect(tcp.dialect().withWindowShift(shift(Long.parseLong(value))));
          default -> keepAlive(name, value);
        };
    return Optional.ofNullable(to);
  }

  private @Nullable TcpOptionsConfig keepAlive(String name, String value) {
    TcpOptionsConfig.KeepAlive old = tcp.keepAlive();
    boolean isOn = old.isOn();
    return switch (name) {
      case "net.inet.tcp.keepidle" ->
          tcp.withKeepAlive(
              new TcpOptionsConfig.KeepAlive(isOn, millis(value), old.interval(), old.probes()));
      case "net.inet.tcp.keepintvl" ->
          tcp.withKeepAlive(
              new TcpOptionsConfig.KeepAlive(isOn, old.idle(), millis(value), old.probes()));
      case "net.inet.tcp.keepcnt", "net.ipv4.tcp_keepalive_probes" ->
          tcp.withKeepAlive(
              new TcpOptionsConfig.KeepAlive(isOn, old.idle(), old.interval(), number(value)));
      case "net.ipv4.tcp_keepalive_time" ->
          tcp.withKeepAlive(
              new TcpOptionsConfig.KeepAlive(isOn, seconds(value), old.interval(), old.probes()));
      case "net.ipv4.tcp_keepalive_intvl" ->
          tcp.withKeepAlive(
              new TcpOptionsConfig.KeepAlive(isOn, old.idle(), seconds(value), old.probes()));
      case "net.inet.tcp.mssdflt" ->
          number(value) == TcpOptionsConfig.DEFAULT_PEER_MSS ? tcp : null;
      default -> null;
    };
  }

  private static TcpOptionsConfig.Ecn ecn(String value) {
    return switch (value) {
      case "0" -> TcpOptionsConfig.Ecn.OFF;
      case "1" -> TcpOptionsConfig.Ecn.ON;
      case "2" -> TcpOptionsConfig.Ecn.ACCEPT;
      default -> throw new IllegalArgumentException("0 to 2");
    };
  }

  static @Nullable TcpOptionsConfig congestion(TcpOptionsConfig tcp, String algorithm) {
    return switch (algorithm) {
      case "reno", "newreno" -> tcp.withCongestion(TcpOptionsConfig.Congestion.NEW_RENO);
      case "cubic" -> tcp.withCongestion(TcpOptionsConfig.Congestion.CUBIC);
      default -> null;
    };
  }

  /// A SYN and so many more, each waited for twice as long as the one before.
  private SimDuration afterSyns(int retries) {
    if (retries < 0 || retries > 20) {
      throw new IllegalArgumentException("0 to 20");
    }
    return tcp.rtoInitial().times((1L << (retries + 1)) - 1);
  }

  /// The least shift by which a field of 16 bits can tell of a buffer.
  private static int shift(long octets) {
    int shift = 0;
    while (shift < 14 && 65_535L << shift < octets) {
      shift++;
    }
    return shift;
  }

  private static SimDuration seconds(String value) {
    return SimDuration.ofSeconds(number(value));
  }

  /// One number for both options of RFC 7323: 0 neither, 1 both, 2 scale only, 3 timestamps only.
  private TcpOptionsConfig rfc7323(int value) {
    if (value < 0 || value > 3) {
      throw new IllegalArgumentException("0 to 3");
    }
    return tcp.withTimestamps(value == 1 || value == 3).withWindowScale(value == 1 || value == 2);
  }

  private static boolean flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "0" -> false;
      case "1" -> true;
      default -> throw new IllegalArgumentException("0 or 1");
    };
  }

  private static SimDuration millis(String value) {
    return SimDuration.ofMillis(number(value));
  }

  private static int number(String value) {
    return Integer.parseInt(value);
  }

  /// The last of `least default most`.
  private static int most(String value) {
    return number(Arrays.asList(value.strip().split("\\s+", -1)).getLast());
  }
}
