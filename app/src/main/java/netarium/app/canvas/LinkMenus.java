package netarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netarium.app.canvas.MenuModel.Entry;
import netarium.app.canvas.MenuModel.Separator;
import netarium.app.canvas.scene.LinkLine;
import netarium.topologies.json.Extras;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Probability;
import netarium.topologies.unit.TimeSpan;

/// The menu of a link. In a run it is cut, and its loss and delay change, as stimuli, which are
/// recorded; without a run the drawing changes.
final class LinkMenus {
  private static final double MOST_LOSS_PERCENT = 50;

  /// The slider of the delay moves in powers of ten of a microsecond.
  private static final double LEAST_DELAY_POWER = 0;

  private static final double MOST_DELAY_POWER = 6;
  private static final double PER_BILLION_OF_PERCENT = 10_000_000;

  private final CanvasModel model;
  private final CanvasActions actions;
  private final RunCommands run;
  private final OtherTools tools;

  LinkMenus(CanvasModel model, CanvasActions actions, RunCommands run, OtherTools tools) {
    this.model = model;
    this.actions = actions;
    this.run = run;
    this.tools = tools;
  }

  MenuModel of(String id) {
    List<Entry> entries = new ArrayList<>();
    Link link = model.history().topology().link(id);
    if (link == null) {
      return new MenuModel(id, "", entries);
    }
    LinkSettings now = model.settings(link);
    boolean isUp = isUp(now);
    entries.add(
        MenuModel.action(
            isUp ? "menu.cut-link" : "menu.heal-link", "X", true, () -> turn(id, !isUp)));
    String note = run.isRunning() ? "dial.stimulus" : "dial.drawing";
    double loss = now.loss().ab().value() * 100;
    entries.add(
        new MenuModel.Submenu(
            "menu.loss",
            percent(loss),
            true,
            List.of(
                new MenuModel.Dial(
                    "dial.loss",
                    loss,
                    0,
                    MOST_LOSS_PERCENT,
                    LinkMenus::percent,
                    note,
                    value -> lose(id, value)))));
    TimeSpan delay = now.delay().ab();
    entries.add(
        new MenuModel.Submenu(
            "menu.delay",
            spaced(delay),
            true,
            List.of(
                new MenuModel.Dial(
                    "dial.delay",
                    power(delay),
                    LEAST_DELAY_POWER,
                    MOST_DELAY_POWER,
                    power -> spaced(span(power)),
                    note,
                    power -> delay(id, span(power))))));
    entries.add(new Separator());
    entries.add(
        MenuModel.action("menu.capture", null, tools.canCapture(id), () -> tools.capture(id)));
    entries.add(MenuModel.action("menu.properties", "Enter", true, tools::showProperties));
    entries.add(new Separator());
    entries.add(MenuModel.destructive("menu.delete", "Del", actions::removeSelected));
    return new MenuModel(link.a().node() + " – " + link.b().node(), facts(link), entries);
  }

  private String facts(Link link) {
    LinkLine shown = shown(link.id());
    return shown == null
        ? ""
        : shown.rate()
            + " · "
            + shown.delay()
            + " · "
            + (shown.a().waiting() + shown.b().waiting())
            + "/"
            + link.settings().queue().ab();
  }

  private @org.jspecify.annotations.Nullable LinkLine shown(String id) {
    for (LinkLine line : model.scene().links()) {
      if (line.id().equals(id)) {
        return line;
      }
    }
    return null;
  }

  void turnAll(List<String> ids) {
    if (!ids.isEmpty()) {
      Link first = model.history().topology().link(ids.getFirst());
      boolean isUp = first == null || isUp(model.settings(first));
      ids.forEach(id -> turn(id, !isUp));
    }
  }

  private static boolean isUp(LinkSettings settings) {
    return settings.up().ab() || settings.up().ba();
  }

  /// Cuts or heals, in the run or in the drawing.
  private void turn(String id, boolean isUp) {
    if (!run.isRunning()) {
      actions.switchLink(id, isUp);
    } else if (isUp) {
      run.apply(new Stimulus.Heal(TimeSpan.ZERO, id, Extras.NONE));
    } else {
      run.apply(new Stimulus.Cut(TimeSpan.ZERO, id, Extras.NONE));
    }
  }

  private void lose(String id, double percent) {
    Probability chance = new Probability((int) Math.rint(percent * PER_BILLION_OF_PERCENT));
    set(id, new LinkSetting.SetLoss(Directional.both(chance)));
  }

  private void delay(String id, TimeSpan span) {
    set(id, new LinkSetting.SetDelay(Directional.both(span)));
  }

  private void set(String id, LinkSetting setting) {
    if (run.isRunning()) {
      run.apply(new Stimulus.SetLink(TimeSpan.ZERO, id, setting, Extras.NONE));
    } else {
      actions.setLink(id, setting);
    }
  }

  private static double power(TimeSpan span) {
    double micros = Math.max(1, span.nanos() / 1_000.0);
    return Math.clamp(Math.log10(micros), LEAST_DELAY_POWER, MOST_DELAY_POWER);
  }

  /// Two digits are enough for a slider.
  private static TimeSpan span(double power) {
    double micros = Math.pow(10, power);
    double unit = Math.pow(10, Math.floor(power) - 1);
    return TimeSpan.ofNanos(Math.round(Math.rint(micros / unit) * unit * 1_000));
  }

  private static String percent(double percent) {
    return String.format(Locale.ROOT, "%.2f", percent).replaceAll("\\.?0+$", "") + " %";
  }

  private static String spaced(TimeSpan span) {
    return span.toString().replaceAll("([0-9])([a-zµ])", "$1 $2");
  }
}
