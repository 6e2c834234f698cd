package netarium.engine.tcp;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.TcpOption;
import netarium.engine.wire.TcpSegment;

/// What the options of a SYN say. `scale` is -1 when it offers none.
record SynOptions(
    int mss, int scale, boolean hasTimestamps, int timestampValue, boolean permitsSack) {
  /// RFC 7323 §2.3: a larger shift counts as 14.
  private static final int MAX_SCALE = 14;

  static SynOptions in(TcpSegment syn) {
    int mss = TcpOptionsConfig.DEFAULT_PEER_MSS;
    int scale = -1;
    boolean hasTimestamps = false;
    int timestampValue = 0;
    boolean permitsSack = false;
    for (TcpOption option : syn.options()) {
      switch (option) {
        case TcpOption.MaximumSegmentSize size -> {
          // RFC 9293 §3.7.1 gives 0 no meaning; a segment without text would go on for ever.
          if (size.octets() > 0) {
            mss = size.octets();
          }
        }
        case TcpOption.WindowScale windowScale -> scale = Math.min(MAX_SCALE, windowScale.shift());
        case TcpOption.Timestamps timestamps -> {
          hasTimestamps = true;
          timestampValue = timestamps.value();
        }
        case TcpOption.SackPermitted _ -> permitsSack = true;
        case TcpOption.SelectiveAck _ -> {}
        case TcpOption.NoOperation _ -> {}
        case TcpOption.Unknown _ -> {}
      }
    }
    return new SynOptions(mss, scale, hasTimestamps, timestampValue, permitsSack);
  }

  /// The options our SYN offers, or, with `heard`, our SYN,ACK: only what the other side offered
  /// too.
  static List<TcpOption> offer(
      TcpOptionsConfig config, int mss, SynOptions heard, int echo, SimTime now) {
    List<TcpOption> options = new ArrayList<>(4);
    options.add(new TcpOption.MaximumSegmentSize(mss));
    boolean scales = config.windowScale() && heard.scale() >= 0;
    boolean isScaleFirst = scales && config.dialect().hasScaleBeforeSack();
    if (isScaleFirst) {
      options.add(new TcpOption.WindowScale(ownScale(config)));
    }
    if (config.sack() && heard.permitsSack()) {
      options.add(new TcpOption.SackPermitted());
    }
    if (config.timestamps() && heard.hasTimestamps()) {
      options.add(new TcpOption.Timestamps(SegmentTimestamps.clock(now), echo));
    }
    if (scales && !isScaleFirst) {
      options.add(new TcpOption.WindowScale(ownScale(config)));
    }
    return TcpOption.aligned(options);
  }

  /// The shift we offer (RFC 7323 §2.3).
  static int ownScale(TcpOptionsConfig config) {
    int fixed = config.dialect().windowShift();
    return fixed >= 0 ? fixed : Receiver.scaleFor(config.receiveBuffer());
  }

  /// Stands for an other side that has not spoken yet: everything may be offered.
  static final SynOptions UNHEARD =
      new SynOptions(TcpOptionsConfig.DEFAULT_PEER_MSS, 0, true, 0, true);
}
