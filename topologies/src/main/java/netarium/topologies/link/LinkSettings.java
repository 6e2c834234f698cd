package netarium.topologies.link;

import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Probability;
import netarium.topologies.unit.Rate;
import netarium.topologies.unit.TimeSpan;

/// How a link carries frames, in each direction.
///
/// @param queue how many frames may wait
/// @param mark behind how many waiting frames a datagram that allows it is marked (RFC 3168); 0:
///   none
/// @param mtu the largest payload of a frame, in octets
public record LinkSettings(
    Directional<Rate> rate,
    Directional<TimeSpan> delay,
    Directional<TimeSpan> jitter,
    Directional<Probability> loss,
    Directional<Probability> duplicate,
    Directional<Probability> reorder,
    Directional<Probability> corrupt,
    Directional<Integer> queue,
    Directional<Integer> mark,
    Directional<Integer> mtu,
    Directional<Boolean> up) {
  public static final LinkSettings DEFAULT =
      new LinkSettings(
          Directional.both(new Rate(100_000_000)),
          Directional.both(TimeSpan.ofMillis(1)),
          Directional.both(TimeSpan.ZERO),
          Directional.both(Probability.ZERO),
          Directional.both(Probability.ZERO),
          Directional.both(Probability.ZERO),
          Directional.both(Probability.ZERO),
          Directional.both(100),
          Directional.both(0),
          Directional.both(1500),
          Directional.both(true));

  /// These settings with one of them changed.
  public LinkSettings with(LinkSetting s) {
    return switch (s) {
      case LinkSetting.SetRate(var v) -> withPace(v, delay, jitter, mtu, up);
      case LinkSetting.SetDelay(var v) -> withPace(rate, v, jitter, mtu, up);
      case LinkSetting.SetJitter(var v) -> withPace(rate, delay, v, mtu, up);
      case LinkSetting.SetMtu(var v) -> withPace(rate, delay, jitter, v, up);
      case LinkSetting.SetUp(var v) -> withPace(rate, delay, jitter, mtu, v);
      case LinkSetting.SetQueue(var v) -> withQueue(v, mark);
      case LinkSetting.SetMark(var v) -> withQueue(queue, v);
      case LinkSetting.SetLoss(var v) -> withChances(v, duplicate, reorder, corrupt);
      case LinkSetting.SetDuplicate(var v) -> withChances(loss, v, reorder, corrupt);
      case LinkSetting.SetReorder(var v) -> withChances(loss, duplicate, v, corrupt);
      case LinkSetting.SetCorrupt(var v) -> withChances(loss, duplicate, reorder, v);
    };
  }

  private LinkSettings withPace(
      Directional<Rate> newRate,
      Directional<TimeSpan> newDelay,
      Directional<TimeSpan> newJitter,
      Directional<Integer> newMtu,
      Directional<Boolean> newUp) {
    return new LinkSettings(
        newRate, newDelay, newJitter, loss, duplicate, reorder, corrupt, queue, mark, newMtu,
        newUp);
  }

  private LinkSettings withQueue(Directional<Integer> newQueue, Directional<Integer> newMark) {
    return new LinkSettings(
        rate, delay, jitter, loss, duplicate, reorder, corrupt, newQueue, newMark, mtu, up);
  }

  private LinkSettings withChances(
      Directional<Probability> newLoss,
      Directional<Probability> newDuplicate,
      Directional<Probability> newReorder,
      Directional<Probability> newCorrupt) {
    return new LinkSettings(
        rate, delay, jitter, newLoss, newDuplicate, newReorder, newCorrupt, queue, mark, mtu, up);
  }
}
