package netarium.app.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.DropMark;
import netarium.app.canvas.scene.Point;
import netarium.app.samples.BundledSamples;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Transport;
import netarium.app.workbench.Watchdog.Excuse;
import netarium.engine.trace.DropReason;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// A cable is cut and mended while a transfer is under way.
class LinkJourneyTest {
  private static final String SERVER =
      """
      net.listen(80)
      local got = 0
      while got < 150000 do
        local r = net.recv()
        if r then got = got + #r.data end
      end
      print("got " .. got)
      """;

  private static final String CLIENT =
      """
      local conn = net.connect("server", 80)
      for i = 1, 150 do conn:send(string.rep("x", 1000)) end
      """;

  @TempDir Path folder;

  @RepeatedTest(2)
  void cutLink_dropsWithItsReasonAndHealedOneSendsAgain(RepetitionInfo round) {
    try (TestWindow window = new TestWindow(folder, round)) {
      window.watchdog.excused(
          Excuse.OPENING,
          () ->
              Toolkit.on(() -> {
                window.graph.documents().create(upload());
                return 0;
              }));
      Transport transport = window.desk().transport();
      stepUntilSent(window, 60);
      choose(window, "Cut this link");
      runUntil(window, DropReason.LINK_DOWN);
      assertReasonIsRead(window);
      // The row that was clicked shows the past, when the cable was whole; the menu knows that it
      // is not now.
      choose(window, "Heal this link");
      Toolkit.on(() -> {
        transport.run();
        return 0;
      });
      assertEquals(Phase.OVER, window.runOn().phase());
      assertFalse(
          events(window, SimEvent.TcpRetransmission.class).isEmpty(),
          "what was lost is sent again");
      assertTrue(
          events(window, SimEvent.ConsoleWritten.class).stream()
              .anyMatch(each -> each.text().equals(octets("got 150000\n"))),
          "and arrives");
    }
  }

  /// The reason stands at the burst on the canvas, in the row of the frame, and where it is asked
  /// why.
  private static void assertReasonIsRead(TestWindow window) {
    List<String> bursts =
        Toolkit.on(() ->
            window.desk().canvas().view().shown().drops().stream().map(DropMark::reason).toList());
    assertTrue(
        bursts.stream().anyMatch(each -> each.startsWith("the link is cut")),
        "on the canvas: " + bursts);
    window.hand.click("Filter of the packets");
    window.hand.type("dropped");
    window.hand.press(KeyCode.ENTER);
    window.hand.click(
        window.hand.find(
            "link cut, in the list of packets",
            node -> node instanceof Labeled cell && "link cut".equals(cell.getText())));
    window.hand.click(
        window.hand.find(
            "the tab Why",
            node ->
                node instanceof Labeled tab
                    && "Why".equals(tab.getText())
                    && tab.getStyleClass().contains("tab-words")));
    window.hand.find(
        "the note of the inspector",
        node ->
            node instanceof Labeled note
                && note.getText() != null
                && note.getText().startsWith("Dropped at ")
                && note.getText().contains(": link cut"));
  }

  private static Octets octets(String text) {
    return Octets.wrap(text.getBytes(UTF_8));
  }

  private static Project upload() {
    if (Projects.open(BundledSamples.files("hello-http").orElseThrow(), "upload")
        instanceof OpenResult.Opened opened) {
      return opened
          .project()
          .with("scripts/server.lua", SERVER.getBytes(UTF_8))
          .with("scripts/client.lua", CLIENT.getBytes(UTF_8));
    }
    throw new AssertionError("the sample opens");
  }

  private static void stepUntilSent(TestWindow window, int frames) {
    for (int i = 0; i < frames; i++) {
      Toolkit.on(() -> {
        window.desk().transport().stepFrame();
        return 0;
      });
      window.runOn();
    }
  }

  private static void runUntil(TestWindow window, DropReason reason) {
    Toolkit.on(() -> {
      window.desk().transport().run();
      return 0;
    });
    for (int i = 0; i < 2_000; i++) {
      window.pulse();
      long lost =
          events(window, SimEvent.FrameDropped.class).stream()
              .filter(each -> each.reason() == reason)
              .count();
      if (lost >= 2) {
        Hand.settle();
        return;
      }
    }
    throw new AssertionError(
        "not enough was dropped because of "
            + reason
            + " until "
            + Toolkit.on(() -> window.desk().transport().state())
            + events(window, SimEvent.StimulusApplied.class)
            + events(window, SimEvent.FrameDropped.class).size());
  }

  /// Right-clicks the cable between the server and the switch, where no frame is in the way.
  private static void choose(TestWindow window, String entry) {
    for (double along = 0.3; along < 0.9; along += 0.1) {
      Point place = new Point(120 + (320 - 120) * along, 80 + (240 - 80) * along);
      window.hand.rightClick(window.place(place));
      if (window.hand.reads(entry)) {
        window.hand.click(entry);
        window.frames(2);
        return;
      }
      window.hand.press(KeyCode.ESCAPE);
    }
    throw new AssertionError("no menu offers to " + entry);
  }

  private static <T extends SimEvent> List<T> events(TestWindow window, Class<T> type) {
    return Toolkit.on(() ->
        window.desk().transport().log().events().stream()
            .filter(type::isInstance)
            .map(type::cast)
            .toList());
  }
}
