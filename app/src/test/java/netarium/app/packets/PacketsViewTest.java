package netarium.app.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import netarium.app.LossyRun;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.theme.Theme;
import org.junit.jupiter.api.Test;

/// The list as one sees and uses it, in a scene that is never shown.
class PacketsViewTest {
  private static final SampleRun LOSSY = LossyRun.run();

  private static void with(Consumer<PacketsRig> code) {
    Toolkit.on(() -> {
      PacketsRig rig = new PacketsRig(Locale.ENGLISH);
      Scene scene = rig.scene(Theme.DARK, 1170, 300);
      rig.play(LOSSY);
      scene.getRoot().layout();
      code.accept(rig);
      return 0;
    });
  }

  private static TableView<?> table(PacketsRig rig) {
    return (TableView<?>) rig.view.lookup(".table-view");
  }

  @Test
  void chosenRow_isChosenEverywhereAndMovesThePlayhead() {
    with(rig -> {
      table(rig).getSelectionModel().clearAndSelect(4);
      assertEquals(rig.model.row(4).ordinal(), rig.selection.event());
      assertEquals(rig.model.nanos(4), rig.remote.playhead().instant());
      assertFalse(rig.view.isFollowing(), "what one looks at stays in sight");
    });
  }

  @Test
  void frameOnItsWay_isChosenWithoutMovingThePlayhead() {
    with(rig -> {
      int hop = rig.model.frames().next(rig.model.tableRow(2));
      long there = rig.model.frames().sent(hop).at().nanos() + 1_000_000;
      rig.lookAt(there);
      table(rig).getSelectionModel().clearAndSelect(2);
      assertEquals(there, rig.remote.playhead().instant());
      int row = rig.model.frames().rowOf(rig.selection.event());
      assertEquals(1, rig.model.frames().depth(row), "the hop it is on");
    });
  }

  @Test
  void frameChosenElsewhere_isChosenHere() {
    with(rig -> {
      int hop = rig.model.frames().next(rig.model.tableRow(20));
      rig.selection.selectEvent(rig.model.frames().sent(hop).ordinal());
      assertEquals(20, table(rig).getSelectionModel().getSelectedIndex());
      rig.selection.clear();
      assertEquals(-1, table(rig).getSelectionModel().getSelectedIndex());
    });
  }

  @Test
  void choiceAndFilter_goTogether() {
    with(rig -> {
      rig.selection.selectEvent(rig.model.row(30).ordinal());
      long chosen = rig.selection.event();
      TextField field = (TextField) rig.view.lookup(".text-field");
      field.setText("tcp");
      while (rig.model.filterSome(1_000_000)) {}
      assertEquals(chosen, rig.selection.event(), "still chosen");
      assertEquals(rig.model.indexOf(chosen), table(rig).getSelectionModel().getSelectedIndex());
      field.setText("arp");
      while (rig.model.filterSome(1_000_000)) {}
      assertEquals(rig.model.size(), table(rig).getItems().size());
      field.setText("arp and");
      Label count = (Label) rig.view.lookup(".packets-count");
      assertEquals("A test is missing, such as tcp.flags.syn", count.getText());
    });
  }

  @Test
  void liveRows_areFollowedUntilSomebodyChooses() {
    Toolkit.on(() -> {
      PacketsRig rig = new PacketsRig(Locale.ENGLISH);
      rig.scene(Theme.LIGHT, 1170, 300);
      rig.playTo(LOSSY, 200_000_000);
      assertTrue(rig.view.isFollowing());
      Button resume = (Button) rig.view.lookup(".packets-resume");
      assertFalse(resume.isVisible());
      table(rig).getSelectionModel().clearAndSelect(3);
      assertFalse(rig.view.isFollowing());
      assertTrue(resume.isVisible());
      resume.fire();
      assertTrue(rig.view.isFollowing());
      assertFalse(resume.isVisible());
      return 0;
    });
  }

  @Test
  void export_asksWhoeverCan() {
    with(rig -> {
      rig.view.lookupAll(".button").stream()
          .map(Button.class::cast)
          .filter(button -> "pcapng".equals(button.getText()))
          .findFirst()
          .orElseThrow()
          .fire();
      assertEquals(1, rig.exports);
    });
  }
}
