package netarium.engine.tcp;

import java.util.List;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;

/// What the two SYNs settle: segment size, window scale, timestamps, selective acknowledgements.
final class Negotiation {
  private final TcpConnection connection;
  private final TcpOptionsConfig config;
  private SynOptions heard = SynOptions.UNHEARD;
  private int pathMtu;
  private int mostOctets;
  private boolean usesSack;

  Negotiation(TcpConnection connection, int pathMtu) {
    this.connection = connection;
    this.config = connection.config();
    this.pathMtu = pathMtu;
    this.mostOctets = config.mss();
  }

  /// Both SYNs permitted it (RFC 2018 §2).
  boolean usesSack() {
    return usesSack;
  }

  int pathMtu() {
    return pathMtu;
  }

  /// What our SYN may carry; after the other side's has come, only what that one offered.
  List<TcpOption> synOptions() {
    int echo = connection.timestamps().recent();
    return SynOptions.offer(config, offeredMss(), heard, echo, connection.now());
  }

  int offeredMss() {
    int fitting =
        Math.max(TcpOptionsConfig.LEAST_MSS, pathMtu - TcpConnection.FIXED_HEADERS_OCTETS);
    return mostOctets == 0 ? fitting : Math.min(mostOctets, fitting);
  }

  /// The user wants no larger segments on this connection, either way.
  void atMost(int mss) {
    mostOctets = mostOctets == 0 ? mss : Math.min(mostOctets, mss);
    adjustMss();
  }

  /// Takes the options of the other side's SYN; answers whether SACK came into use.
  boolean hear(TcpSegment syn) {
    heard = SynOptions.in(syn);
    if (config.timestamps() && heard.hasTimestamps()) {
      connection.timestamps().switchOn(heard.timestampValue(), connection.now());
    }
    if (config.windowScale() && heard.scale() >= 0) {
      connection.snd().scale(heard.scale());
      connection.rcv().scale(SynOptions.ownScale(config));
    }
    boolean isNews = config.sack() && heard.permitsSack() && !usesSack;
    usesSack |= isNews;
    adjustMss();
    return isNews;
  }

  void lowerPathMtu(int mtu) {
    pathMtu = mtu;
    adjustMss();
    connection.congestion().mss(connection.snd().mss());
  }

  /// RFC 9293 §3.7.1: the effective send MSS, less the options every segment carries.
  private void adjustMss() {
    int options = connection.timestamps().isOn() ? SegmentTimestamps.OPTION_OCTETS : 0;
    connection.snd().mss(Math.min(heard.mss(), offeredMss()) - options);
  }
}
