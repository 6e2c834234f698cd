package netarium.app.properties;

import java.util.Optional;
import netarium.topologies.Topology;
import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonValue;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// A changed property as something that is done to a running network.
final class Stimuli {
  private Stimuli() {}

  /// What to do to the run so that it is as `after` says; empty where that takes a new start.
  static Optional<Stimulus> of(
      Subject subject, Field field, @Nullable JsonValue value, Topology after) {
    if (!field.isLive()) {
      return Optional.empty();
    }
    return switch (subject) {
      case Subject.OfLink(String id) -> link(after.link(id), field);
      case Subject.OfNode(String id) ->
          Optional.ofNullable(value)
              .map(it -> new Stimulus.SetNode(TimeSpan.ZERO, id, field.liveKey(), it, Extras.NONE));
      case Subject.OfProject _, Subject.OfNote _ -> Optional.empty();
    };
  }

  private static Optional<Stimulus> link(@Nullable Link link, Field field) {
    return link == null
        ? Optional.empty()
        : setting(link.settings(), field.liveKey())
            .map(it -> new Stimulus.SetLink(TimeSpan.ZERO, link.id(), it, Extras.NONE));
  }

  private static Optional<LinkSetting> setting(LinkSettings settings, String key) {
    return Optional.ofNullable(
        switch (key) {
          case "rate" -> new LinkSetting.SetRate(settings.rate());
          case "delay" -> new LinkSetting.SetDelay(settings.delay());
          case "jitter" -> new LinkSetting.SetJitter(settings.jitter());
          case "loss" -> new LinkSetting.SetLoss(settings.loss());
          case "duplicate" -> new LinkSetting.SetDuplicate(settings.duplicate());
          case "reorder" -> new LinkSetting.SetReorder(settings.reorder());
          case "corrupt" -> new LinkSetting.SetCorrupt(settings.corrupt());
          case "queue" -> new LinkSetting.SetQueue(settings.queue());
          case "mark" -> new LinkSetting.SetMark(settings.mark());
          case "mtu" -> new LinkSetting.SetMtu(settings.mtu());
          case "up" -> new LinkSetting.SetUp(settings.up());
          default -> null;
        });
  }
}
