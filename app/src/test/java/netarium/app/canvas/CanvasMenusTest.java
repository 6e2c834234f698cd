package netarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.Point;
import netarium.app.edit.EditHistory;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.stimulus.Stimulus;
import org.junit.jupiter.api.Test;

class CanvasMenusTest {
  private static final Point SOMEWHERE = new Point(0, 0);

  private final EditHistory history = new EditHistory(SampleRun.of("hello-http").topology());
  private final CanvasModel model =
      new CanvasModel(history, new Selection(), new Playhead(), Locale.ENGLISH);
  private final Asked asked = new Asked();
  private final CanvasMenus menus =
      new CanvasMenus(model, new CanvasActions(model), asked, asked, new Nowhere());

  private static final class Nowhere implements InPlace {
    @Override
    public void writeNote(int index) {}

    @Override
    public void rename(String node) {}

    @Override
    public void find() {}

    @Override
    public void close() {}
  }

  private static List<MenuModel.Entry> all(List<MenuModel.Entry> entries) {
    List<MenuModel.Entry> all = new ArrayList<>();
    for (MenuModel.Entry entry : entries) {
      all.add(entry);
      if (entry instanceof MenuModel.Submenu submenu) {
        all.addAll(all(submenu.entries()));
      }
    }
    return all;
  }

  private static MenuModel.Action action(MenuModel menu, String key) {
    return all(menu.entries()).stream()
        .filter(MenuModel.Action.class::isInstance)
        .map(MenuModel.Action.class::cast)
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not in " + menu));
  }

  private static MenuModel.Dial dial(MenuModel menu, String key) {
    return all(menu.entries()).stream()
        .filter(MenuModel.Dial.class::isInstance)
        .map(MenuModel.Dial.class::cast)
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void cutLink_changesTheDrawingWithoutARunAndTheRunWithOne() {
    MenuModel.Action cut = action(menus.at(SOMEWHERE, new Item.OfLink("l1")), "menu.cut-link");
    cut.action().run();
    assertTrue(asked.stimuli.isEmpty());
    assertEquals(false, history.topology().links().getFirst().settings().up().ab());
    action(menus.at(SOMEWHERE, new Item.OfLink("l1")), "menu.heal-link").action().run();
    asked.isRunning = true;
    action(menus.at(SOMEWHERE, new Item.OfLink("l1")), "menu.cut-link").action().run();
    assertEquals("l1", assertInstanceOf(Stimulus.Cut.class, asked.stimuli.getFirst()).link());
    assertEquals(true, history.topology().links().getFirst().settings().up().ab());
  }

  @Test
  void lossAndDelay_areSetLive() {
    asked.isRunning = true;
    MenuModel menu = menus.at(SOMEWHERE, new Item.OfLink("l2"));
    dial(menu, "dial.loss").set().accept(12.5);
    dial(menu, "dial.delay").set().accept(4);
    var loss = assertInstanceOf(Stimulus.SetLink.class, asked.stimuli.get(0)).setting();
    assertEquals(0.125, assertInstanceOf(LinkSetting.SetLoss.class, loss).value().ab().value());
    var delay = assertInstanceOf(Stimulus.SetLink.class, asked.stimuli.get(1)).setting();
    assertEquals("10ms", assertInstanceOf(LinkSetting.SetDelay.class, delay).value().toString());
    assertEquals("5 ms", dial(menu, "dial.delay").text().apply(dial(menu, "dial.delay").value()));
  }

  @Test
  void power_waitsForARun() {
    MenuModel menu = menus.at(SOMEWHERE, new Item.OfNode("server"));
    assertFalse(action(menu, "menu.crash-node").isEnabled());
    asked.isRunning = true;
    action(menus.at(SOMEWHERE, new Item.OfNode("server")), "menu.crash-node").action().run();
    assertInstanceOf(Stimulus.Crash.class, asked.stimuli.getFirst());
  }

  @Test
  void twoMachines_pingAndAskEachOtherInTheOrderOfTheirSelection() {
    model.select(
        new java.util.LinkedHashSet<>(
            List.of(new Item.OfNode("client"), new Item.OfNode("server"))));
    MenuModel menu = menus.at(SOMEWHERE, new Item.OfNode("server"));
    action(menu, "menu.ping-from").action().run();
    action(menu, "menu.request-from").action().run();
    var ping = assertInstanceOf(Stimulus.Start.class, asked.stimuli.get(0));
    assertEquals("client", ping.node());
    assertEquals(List.of("10.0.1.2"), ping.args());
    var request = assertInstanceOf(Stimulus.Start.class, asked.stimuli.get(1));
    assertEquals(List.of("http://10.0.1.2/"), request.args());
  }

  @Test
  void scripts_areOpenedAndBegunElsewhere() {
    MenuModel menu = menus.at(SOMEWHERE, new Item.OfNode("client"));
    action(menu, "menu.open-script").action().run();
    action(menu, "menu.new-script").action().run();
    action(menus.at(SOMEWHERE, new Item.OfLink("l1")), "menu.capture").action().run();
    assertEquals(List.of("open scripts/client.lua", "new client", "capture l1"), asked.calls);
  }

  @Test
  void severalThings_areAlignedTogether() {
    model.select(
        Set.of(new Item.OfNode("client"), new Item.OfNode("server"), new Item.OfNode("sw")));
    MenuModel menu = menus.at(SOMEWHERE, new Item.OfNode("sw"));
    action(menu, "align.bottom").action().run();
    assertEquals(264.0 - 24, history.topology().nodes().get(2).y(), "the lowest stays");
    assertEquals(216, history.topology().nodes().get(0).y());
  }

  @Test
  void canvas_offersWhatCanBeAdded() {
    action(menus.at(new Point(40, 48), null), "place.router").action().run();
    var router = history.topology().node("r1");
    assertTrue(router != null);
    assertEquals(40, router.x());
  }
}
