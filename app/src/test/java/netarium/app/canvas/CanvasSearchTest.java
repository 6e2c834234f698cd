package netarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import netarium.app.canvas.scene.Item;
import netarium.app.edit.Building;
import netarium.topologies.Topology;
import org.junit.jupiter.api.Test;

class CanvasSearchTest {
  private static final Topology HELLO =
      Building.note("Watch the reply", 0, 0).apply(SampleRun.of("hello-http").topology());

  private static List<Item> found(String typed) {
    return CanvasSearch.find(HELLO, typed).stream().map(CanvasSearch.Found::item).toList();
  }

  @Test
  void names_areFoundByTheirBeginningFirst() {
    assertEquals(
        List.of(new Item.OfNode("server"), new Item.OfNode("sw")), found("S").subList(0, 2));
  }

  @Test
  void addressesScriptsLinksAndNotes_areFound() {
    assertEquals(List.of(new Item.OfNode("client")), found("10.0.1.3"));
    assertEquals(List.of(new Item.OfNode("client")), found("client.lua"));
    assertEquals(
        List.of(new Item.OfLink("l1"), new Item.OfLink("l2")),
        found("l").stream().filter(Item.OfLink.class::isInstance).toList());
    assertEquals(List.of(new Item.OfNote(0)), found("reply"));
  }

  @Test
  void nothing_isFoundForNothing() {
    assertTrue(found("  ").isEmpty());
    assertTrue(found("zebra").isEmpty());
  }
}
