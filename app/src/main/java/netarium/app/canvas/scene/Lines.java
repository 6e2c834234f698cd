package netarium.app.canvas.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Probability;
import org.jspecify.annotations.Nullable;

/// The lines of a topology's links, and like [Cards] the very same ones as long as nothing about
/// them changes.
final class Lines {
  private static final double METER_STEPS = 26;

  private final List<Link> drawn;
  private final Ports ports;
  private final List<List<Point>> bends;
  private final SceneWords words;
  private final List<@Nullable Known> known = new ArrayList<>();
  private List<LinkLine> lines = List.of();

  private record Known(LinkSettings settings, LinkLine line) {}

  Lines(List<Link> drawn, Ports ports, List<List<Point>> bends, SceneWords words) {
    this.drawn = drawn;
    this.ports = ports;
    this.bends = bends;
    this.words = words;
    drawn.forEach(_ -> known.add(null));
  }

  List<LinkLine> at(
      long instant, List<@Nullable LinkHistory> histories, ViewState view, int[][] waiting) {
    boolean isNew = lines.size() != drawn.size();
    List<LinkLine> now = new ArrayList<>(drawn.size());
    for (int i = 0; i < drawn.size(); i++) {
      LinkHistory history = histories.get(i);
      LinkSettings settings = settings(drawn.get(i), history, instant);
      double busy = history == null ? 0 : metered(history.busy(instant, view.loadNanos()));
      LinkLine line = line(i, settings, busy, view, waiting[i]);
      now.add(line);
      isNew = isNew || !lines.get(i).equals(line);
    }
    if (isNew) {
      lines = List.copyOf(now);
    }
    return lines;
  }

  private LinkLine line(
      int index, LinkSettings settings, double busy, ViewState view, int[] waiting) {
    Link link = drawn.get(index);
    Item item = new Item.OfLink(link.id());
    boolean isSelected = view.selection().contains(item);
    boolean isHovered = item.equals(view.hover());
    Known before = known.get(index);
    if (before != null
        && before.settings.equals(settings)
        && before.line.busy() == busy
        && before.line.a().waiting() == waiting[0]
        && before.line.b().waiting() == waiting[1]
        && before.line.isSelected() == isSelected
        && before.line.isHovered() == isHovered) {
      return before.line;
    }
    int[] ends = ports.ends(link.id());
    if (ends == null) {
      throw new IllegalStateException("invariant broken: a drawn link has both its ends");
    }
    LinkLine line =
        new LinkLine(
            link.id(),
            new LinkEndMark(ends[0], ends[1], waiting[0]),
            new LinkEndMark(ends[2], ends[3], waiting[1]),
            bends.get(index),
            rate(settings),
            spaced(settings.delay().toString()),
            trouble(settings),
            busy,
            isUp(settings),
            isSelected,
            isHovered);
    known.set(index, new Known(settings, line));
    return line;
  }

  /// In the steps that a meter shows, so that links are not drawn anew for less.
  private static double metered(double share) {
    return Math.ceil(share * METER_STEPS) / METER_STEPS;
  }

  static LinkSettings settings(Link link, @Nullable LinkHistory history, long instant) {
    return history == null ? link.settings() : history.settings(instant, link.settings());
  }

  static boolean isUp(LinkSettings settings) {
    return settings.up().ab() || settings.up().ba();
  }

  /// Rates go without their unit's common end: `10M`.
  private static String rate(LinkSettings settings) {
    return settings.rate().toString().replace("bit/s", "");
  }

  private static String spaced(String duration) {
    return duration.replaceAll("([0-9])([a-zµ])", "$1 $2");
  }

  private String trouble(LinkSettings settings) {
    Directional<Probability> loss = settings.loss();
    double worst = Math.max(loss.ab().value(), loss.ba().value());
    return worst == 0 ? "" : words.of("loss", percent(worst));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g", share * 100).replaceAll("\\.?0+$", "");
  }
}
