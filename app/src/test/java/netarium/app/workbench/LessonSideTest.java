package netarium.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.Item;
import netarium.topologies.path.ProjectPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lesson beside the canvas.
class LessonSideTest {
  @TempDir Path folder;

  private static void open(TestWindow window, String sample) {
    Toolkit.on(() -> {
      window.graph.documents().openSample(sample);
      return 0;
    });
    Hand.settle();
  }

  private static Node link(TestWindow window, String words) {
    return window.hand.find(
        words,
        node ->
            node.getStyleClass().contains("lesson-link") && words.equals(((Text) node).getText()));
  }

  @Test
  void link_selectsWhatItNames_andTheCanvasStaysInSight() {
    try (TestWindow window = new TestWindow(folder)) {
      open(window, "hello-http");
      window.hand.click("Lesson");
      assertTrue(window.hand.reads("Run it"));
      window.hand.click(link(window, "server"));
      assertEquals(
          Set.of(new Item.OfNode("server")), Toolkit.on(() -> window.desk().selection().items()));
      assertTrue(Toolkit.on(() -> window.desk().isNetworkShown()));
    }
  }

  @Test
  void link_opensAScript_byItsKey() {
    try (TestWindow window = new TestWindow(folder)) {
      open(window, "hello-http");
      window.hand.click("Lesson");
      Node script = link(window, "client.lua");
      Toolkit.on(() -> {
        script.requestFocus();
        return 0;
      });
      window.hand.press(KeyCode.ENTER);
      assertFalse(Toolkit.on(() -> window.desk().isNetworkShown()));
    }
  }

  @Test
  void pencil_showsTheMarkdown_andWhatIsTypedIsOnThePage() {
    try (TestWindow window = new TestWindow(folder)) {
      open(window, "hello-http");
      window.hand.press(KeyCode.ALT, KeyCode.DIGIT5);
      window.hand.click("Write the lesson, as Markdown");
      window.hand.type("# Mine\n\n");
      assertTrue(
          Toolkit.on(() -> window.desk().document().text(ProjectPath.LESSON)).startsWith("# Mine"));
      window.hand.click("Write the lesson, as Markdown");
      assertTrue(window.hand.reads("Mine"));
      assertTrue(Toolkit.on(() -> window.desk().document().isModified(ProjectPath.LESSON)));
    }
  }

  @Test
  void projectWithoutALesson_hasNoTab_untilOneIsAdded() {
    try (TestWindow window = new TestWindow(folder)) {
      window.open("New network");
      assertFalse(window.hand.reads("Lesson"));
      Toolkit.on(() -> {
        window.desk().document().add(ProjectPath.LESSON, "# Begin\n");
        return 0;
      });
      Hand.settle();
      window.hand.click("Lesson");
      assertTrue(window.hand.reads("Begin"));
      Toolkit.on(() -> {
        window.desk().document().remove(ProjectPath.LESSON);
        return 0;
      });
      Hand.settle();
      assertFalse(window.hand.reads("Lesson"));
      assertFalse(window.hand.reads("Begin"));
    }
  }

  @Test
  void card_saysWhatItsProgramWaitsFor_atTheLiveEdge() {
    try (TestWindow window = new TestWindow(folder)) {
      open(window, "hello-http");
      for (int i = 0; i < 4; i++) {
        window.hand.press(KeyCode.F10);
        window.runOn();
      }
      window.frames(3);
      assertEquals("waits for a message on :80", doing(window, "server"));
      assertEquals("reads from 10.0.1.2:80", doing(window, "client"));
    }
  }

  private static String doing(TestWindow window, String id) {
    return Toolkit.on(() ->
        window.desk().network().scene().nodes().stream()
            .filter(card -> card.id().equals(id))
            .findFirst()
            .orElseThrow()
            .state()
            .doing());
  }
}
