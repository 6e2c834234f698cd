package netarium.topologies;

import java.util.function.Supplier;
import netarium.topologies.link.LinkRule;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Probability;
import netarium.topologies.unit.Rate;

/// Settings and rules of links for [RandomTopology].
final class RandomLinks {
  private final RandomTopology topology;

  RandomLinks(RandomTopology topology) {
    this.topology = topology;
  }

  LinkSettings settings() {
    LinkSettings settings = LinkSettings.DEFAULT;
    while (topology.flip()) {
      settings = settings.with(setting());
    }
    return settings;
  }

  LinkSetting setting() {
    return switch (topology.random.nextInt(11)) {
      case 0 -> new LinkSetting.SetRate(both(this::rate));
      case 1 -> new LinkSetting.SetDelay(both(topology::span));
      case 2 -> new LinkSetting.SetJitter(both(topology::span));
      case 3 -> new LinkSetting.SetLoss(both(this::chance));
      case 4 -> new LinkSetting.SetDuplicate(both(this::chance));
      case 5 -> new LinkSetting.SetReorder(both(this::chance));
      case 6 -> new LinkSetting.SetCorrupt(both(this::chance));
      case 7 -> new LinkSetting.SetQueue(both(() -> topology.random.nextInt(1_000_001)));
      case 8 -> new LinkSetting.SetMtu(both(() -> topology.random.nextInt(68, 65_536)));
      case 9 -> new LinkSetting.SetMark(both(() -> topology.random.nextInt(1_000_001)));
      default -> new LinkSetting.SetUp(both(topology::flip));
    };
  }

  LinkRule rule() {
    LinkRule.Action action = topology.pick(LinkRule.Action.values());
    return new LinkRule(
        "tcp.port == " + topology.random.nextInt(100),
        topology.maybe(() -> topology.random.nextLong(1, 1_000)),
        action,
        action == LinkRule.Action.DELAY ? topology.span() : topology.maybe(topology::span),
        topology.extras());
  }

  private <T> Directional<T> both(Supplier<T> value) {
    return topology.flip()
        ? Directional.both(value.get())
        : new Directional<>(value.get(), value.get());
  }

  private Rate rate() {
    return new Rate(1 + topology.random.nextLong(1L << topology.random.nextInt(1, 46)));
  }

  private Probability chance() {
    return topology.flip()
        ? new Probability(topology.random.nextInt(101) * 10_000_000)
        : new Probability(topology.random.nextInt(1_000_000_001));
  }
}
