package netarium.app.canvas.scene;

import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Probability;
import netarium.topologies.unit.Rate;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// How a link was set and how busy it was, at any instant.
final class LinkHistory {
  private final Link link;
  private final History<LinkSettings> settings = new History<>();
  private final Load fromA = new Load();
  private final Load fromB = new Load();

  LinkHistory(Link link) {
    this.link = link;
  }

  Link link() {
    return link;
  }

  /// The settings that the run's stimuli had made by then; `drawn` as long as there were none, for
  /// the drawing may have changed since the run began.
  LinkSettings settings(long instant, LinkSettings drawn) {
    LinkSettings then = settings.at(instant);
    return then == null ? drawn : then;
  }

  Load load(boolean isFromA) {
    return isFromA ? fromA : fromB;
  }

  double busy(long instant, long window) {
    return Math.max(fromA.share(instant, window), fromB.share(instant, window));
  }

  void setUp(long instant, boolean isUp) {
    change(instant, new LinkSetting.SetUp(Directional.both(isUp)));
  }

  /// A setting in the words in which the trace tells of it; what cannot be read changes nothing.
  void set(long instant, String key, String value) {
    LinkSetting setting = setting(key, value);
    if (setting != null) {
      change(instant, setting);
    }
  }

  private void change(long instant, LinkSetting setting) {
    settings.put(instant, settings(Long.MAX_VALUE, link.settings()).with(setting));
  }

  private static @Nullable LinkSetting setting(String key, String value) {
    int slash = value.indexOf(" / ");
    String ab = slash < 0 ? value : value.substring(0, slash);
    String ba = slash < 0 ? value : value.substring(slash + 3);
    return switch (key) {
      case "up" -> new LinkSetting.SetUp(new Directional<>(ab.equals("true"), ba.equals("true")));
      case "rate" ->
          Rate.parse(ab) instanceof Parsed.Ok<Rate>(Rate one)
                  && Rate.parse(ba) instanceof Parsed.Ok<Rate>(Rate other)
              ? new LinkSetting.SetRate(new Directional<>(one, other))
              : null;
      case "delay" ->
          TimeSpan.parse(ab) instanceof Parsed.Ok<TimeSpan>(TimeSpan one)
                  && TimeSpan.parse(ba) instanceof Parsed.Ok<TimeSpan>(TimeSpan other)
              ? new LinkSetting.SetDelay(new Directional<>(one, other))
              : null;
      case "loss" ->
          Probability.parse(ab) instanceof Parsed.Ok<Probability>(Probability one)
                  && Probability.parse(ba) instanceof Parsed.Ok<Probability>(Probability other)
              ? new LinkSetting.SetLoss(new Directional<>(one, other))
              : null;
      default -> null;
    };
  }
}
