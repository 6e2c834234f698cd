package netarium.topologies.link;

import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Probability;
import netarium.topologies.unit.Rate;
import netarium.topologies.unit.TimeSpan;

/// One setting of a link with its new value, as a stimulus or a hand on a slider brings it.
/// [LinkSettings#with] applies it.
public sealed interface LinkSetting {
  /// The value in each direction.
  Directional<?> value();

  record SetRate(Directional<Rate> value) implements LinkSetting {}

  record SetDelay(Directional<TimeSpan> value) implements LinkSetting {}

  record SetJitter(Directional<TimeSpan> value) implements LinkSetting {}

  record SetLoss(Directional<Probability> value) implements LinkSetting {}

  record SetDuplicate(Directional<Probability> value) implements LinkSetting {}

  record SetReorder(Directional<Probability> value) implements LinkSetting {}

  record SetCorrupt(Directional<Probability> value) implements LinkSetting {}

  record SetQueue(Directional<Integer> value) implements LinkSetting {}

  record SetMark(Directional<Integer> value) implements LinkSetting {}

  record SetMtu(Directional<Integer> value) implements LinkSetting {}

  record SetUp(Directional<Boolean> value) implements LinkSetting {}

  /// What files call it.
  default String key() {
    return switch (this) {
      case SetRate s -> "rate";
      case SetDelay s -> "delay";
      case SetJitter s -> "jitter";
      case SetLoss s -> "loss";
      case SetDuplicate s -> "duplicate";
      case SetReorder s -> "reorder";
      case SetCorrupt s -> "corrupt";
      case SetQueue s -> "queue";
      case SetMark s -> "mark";
      case SetMtu s -> "mtu";
      case SetUp s -> "up";
    };
  }
}
