package netarium.app.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.ViewState;
import netarium.app.capture.Captures;
import netarium.app.session.Speed;
import netarium.app.session.Transport;
import netarium.topologies.project.Projects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Single things of the window that no journey passes.
class WindowTest {
  private static final double[] SIZES = {200, 300, 0.5, 0.6};

  @TempDir Path folder;

  private interface Deed {
    void on(AppGraph graph);
  }

  private static void on(TestWindow window, Deed deed) {
    Toolkit.on(() -> {
      deed.on(window.graph);
      return 0;
    });
    Hand.settle();
  }

  private static void openSample(TestWindow window) {
    on(window, graph -> graph.documents().openSample("hello-http"));
  }

  @Test
  void spaceOnTheCanvas_runsAndPausesAndArrowsStep() {
    try (TestWindow window = new TestWindow(folder)) {
      openSample(window);
      Transport transport = window.desk().transport();
      window.hand.click(window.onCanvas(0.5, 0.95));
      window.hand.press(KeyCode.SPACE);
      assertTrue(Toolkit.on(transport::isRunning));
      window.frames(1);
      window.hand.press(KeyCode.SPACE);
      assertFalse(Toolkit.on(transport::isRunning));
      window.hand.press(KeyCode.RIGHT);
      window.runOn();
      long first = Toolkit.on(() -> window.desk().selection().event());
      window.hand.press(KeyCode.RIGHT);
      window.runOn();
      long second = Toolkit.on(() -> window.desk().selection().event());
      assertTrue(first >= 0 && second > first, first + " " + second);
      window.hand.press(KeyCode.LEFT);
      assertEquals(first, Toolkit.on(() -> window.desk().selection().event()));
    }
  }

  @Test
  void firstPicture_bringsTheScreenToTheFront() {
    try (TestWindow window = new TestWindow(folder)) {
      on(window, graph -> graph.documents().openSample("paddles"));
      Transport transport = window.desk().transport();
      assertFalse(Toolkit.on(() -> window.desk().isScreenShown()));
      on(window, _ -> transport.speed(Speed.MAX));
      on(window, _ -> transport.run());
      for (int i = 0; i < 1_000 && !Toolkit.on(() -> window.desk().isScreenShown()); i++) {
        window.frames(1);
      }
      assertTrue(Toolkit.on(() -> window.desk().isScreenShown()));
    }
  }

  @Test
  void why_staysInFrontWhenAnotherFrameIsChosen() {
    try (TestWindow window = new TestWindow(folder)) {
      openSample(window);
      on(window, graph -> graph.desk().orElseThrow().transport().speed(Speed.MAX));
      on(window, graph -> graph.desk().orElseThrow().transport().run());
      window.runOn();
      on(window, graph -> graph.desk().orElseThrow().selection().selectEvent(frame(graph, 0)));
      assertEquals("frame", Toolkit.on(() -> window.desk().inspected()));
      window.hand.click("Why");
      on(window, graph -> graph.desk().orElseThrow().selection().selectEvent(frame(graph, 1)));
      assertEquals("why", Toolkit.on(() -> window.desk().inspected()));
    }
  }

  private static long frame(AppGraph graph, int row) {
    return graph.desk().orElseThrow().frames().row(row).ordinal();
  }

  @Test
  void sizes_areTheSameAtTheNextStart() {
    try (TestWindow window = new TestWindow(folder)) {
      openSample(window);
      on(window, graph -> graph.desk().orElseThrow().shell().shares(SIZES));
    }
    try (TestWindow window = new TestWindow(folder)) {
      openSample(window);
      assertArrayEquals(SIZES, Toolkit.on(() -> window.desk().shell().shares()), 4);
      double[] shares = Toolkit.on(() -> window.desk().shell().shares());
      assertEquals(0.5, shares[2], 0.01);
      assertEquals(0.6, shares[3], 0.01);
    }
  }

  @Test
  void droppedProject_isOpened() throws IOException {
    Path bundle = folder.resolve("dropped" + Projects.BUNDLE_ENDING);
    try (TestWindow window = new TestWindow(folder)) {
      openSample(window);
      Files.write(bundle, Toolkit.on(() -> window.desk().document().project().bundle()));
      DroppedFiles dropped = new DroppedFiles(window.graph.documents());
      File picture = folder.resolve("picture.png").toFile();
      assertFalse(Toolkit.on(() -> dropped.open(List.of(picture))));
      assertTrue(Toolkit.on(() -> dropped.open(List.of(picture, bundle.toFile()))));
      Hand.settle();
      Optional<Path> place = Toolkit.on(() -> window.desk().document().location());
      assertEquals(Optional.of(bundle), place);
    }
  }

  @Test
  void oneLink_isCapturedAlone() throws IOException {
    try (TestWindow window = new TestWindow(folder)) {
      openSample(window);
      on(window, graph -> graph.desk().orElseThrow().transport().speed(Speed.MAX));
      on(window, graph -> graph.desk().orElseThrow().transport().run());
      window.runOn();
      window.person.place = folder.resolve("all.pcapng");
      on(window, graph -> graph.desk().orElseThrow().exports().capture());
      window.person.place = folder.resolve("one.pcapng");
      on(window, graph -> graph.desk().orElseThrow().exports().capture("l1"));
      assertTrue(Captures.end(window.topology(), "l1").isPresent());
      assertTrue(Captures.end(window.topology(), "none").isEmpty());
      long one = Files.size(folder.resolve("one.pcapng"));
      long all = Files.size(folder.resolve("all.pcapng"));
      assertTrue(one > 1_000 && one < all * 3 / 4, one + " of " + all);
    }
  }

  @Test
  void slowSpeed_letsDropsStayAsLongForTheEye() {
    try (TestWindow window = new TestWindow(folder)) {
      openSample(window);
      ViewState usual = Toolkit.on(() -> window.desk().network().view());
      on(window, graph -> graph.desk().orElseThrow().transport().speed(Speed.THOUSANDTH));
      ViewState slow = Toolkit.on(() -> window.desk().network().view());
      assertEquals(ViewState.PLAIN.lingerNanos(), usual.lingerNanos());
      assertEquals(1_200_000, slow.lingerNanos());
    }
  }
}
