package netarium.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import netarium.app.canvas.Toolkit;
import netarium.app.theme.Theme;
import org.junit.jupiter.api.Test;

class TabStripTest {
  private static List<String> words(double width) {
    return Toolkit.on(() -> {
      TabStrip strip = new TabStrip(_ -> {});
      strip.add("packets", "mdi2w-web", "Packets");
      strip.add("pool", "mdi2w-web", "Worker pool");
      strip.addClosable("script", "mdi2w-web", "client.lua", "Close", () -> {});
      strip.select("packets");
      Scene scene = new Scene(strip, width, 36);
      Theme.LIGHT.apply(scene);
      strip.applyCss();
      strip.layout();
      return strip.lookupAll(".tab-words").stream()
          .filter(Node::isVisible)
          .map(node -> ((Label) node).getText())
          .sorted()
          .toList();
    });
  }

  @Test
  void narrowStrip_keepsTheWordsOfTheTabInFront_andOfDocuments() {
    assertEquals(List.of("Packets", "Worker pool", "client.lua"), words(900));
    assertEquals(List.of("Packets", "client.lua"), words(160));
  }
}
