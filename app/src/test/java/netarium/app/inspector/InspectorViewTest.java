package netarium.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import netarium.app.LossyRun;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.theme.Theme;
import netarium.engine.analysis.LayerField;
import netarium.engine.analysis.filter.FrameFilter;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.Test;

/// The inspector as one sees and uses it, in a scene that is never shown.
class InspectorViewTest {
  private static final SampleRun LOSSY = LossyRun.run();

  private final InspectorRig rig = new InspectorRig();

  private interface Use {
    void of(InspectorView view);
  }

  private void with(String filter, int index, Use code) {
    Toolkit.on(() -> {
      InspectorView view = rig.view(Locale.ENGLISH, Theme.LIGHT);
      Scene scene = InspectorRig.scene(view, Theme.LIGHT, 352, 700);
      rig.play(LOSSY);
      rig.select(filter, index);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      code.of(view);
      return 0;
    });
  }

  private static LayerTree tree(InspectorView view) {
    return (LayerTree) view.lookup(".inspector-layers");
  }

  private static String explanation(InspectorView view) {
    return ((Label) view.lookup(".inspector-explanation .label")).getText();
  }

  @Test
  void fieldChosenInTheTree_isExplained() {
    with(
        "http.response",
        0,
        view -> {
          assertEquals("200 means: the server found what was asked for.", explanation(view));
          TreeItem<LayerItem> ip = tree(view).getRoot().getChildren().get(1);
          TreeItem<LayerItem> ttl =
              ip.getChildren().stream()
                  .filter(item ->
                      item.getValue() instanceof LayerItem.OfField(LayerField f)
                          && f.key().equals("ip.ttl"))
                  .findFirst()
                  .orElseThrow();
          tree(view).getSelectionModel().select(ttl);
          assertEquals("ip.ttl", rig.model.field().orElseThrow().key());
          assertTrue(explanation(view).startsWith("Each router takes one off"));
        });
  }

  @Test
  void upFromTheFirstField_choosesItsLayer() {
    with(
        "http.response",
        0,
        view -> {
          LayerTree tree = tree(view);
          TreeItem<LayerItem> ip = tree.getRoot().getChildren().get(1);
          tree.getSelectionModel().select(ip.getChildren().getFirst());
          assertTrue(rig.model.field().isPresent());
          tree.getSelectionModel().clearAndSelect(tree.getRow(ip));
          assertEquals(ip, tree.getSelectionModel().getSelectedItem());
          assertTrue(rig.model.field().isEmpty(), "a layer is no field");
        });
  }

  @Test
  void octetChosenByKey_opensItsField() {
    with(
        "http.response",
        0,
        view -> {
          OctetsPane octets = (OctetsPane) view.lookup(".inspector-octets");
          Event.fireEvent(
              octets,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
          assertEquals("eth.dst", rig.model.field().orElseThrow().key());
          TreeItem<LayerItem> chosen = tree(view).getSelectionModel().getSelectedItem();
          assertTrue(chosen.getParent().isExpanded(), "Ethernet was closed");
          int octet = octets.octetAt(80, 8);
          assertTrue(octet >= 0 && octet < 8, "the first row: " + octet);
        });
  }

  @Test
  void closedLayer_staysClosedForTheNextFrame() {
    with(
        "tcp",
        0,
        view -> {
          TreeItem<LayerItem> ip = tree(view).getRoot().getChildren().get(1);
          ip.setExpanded(false);
          rig.select("tcp", 4);
          assertFalse(tree(view).getRoot().getChildren().get(1).isExpanded());
        });
  }

  @Test
  void why_opensTheLine() {
    with(
        "http.response",
        0,
        view -> {
          Hyperlink link = (Hyperlink) view.lookup(".inspector-summary .inspector-link");
          assertTrue(link.getText().startsWith("server.lua:"), link.getText());
          link.fire();
          assertTrue(rig.opened.getFirst().startsWith("scripts/server.lua:"));
        });
  }

  @Test
  void stepOfTheCauses_isSelectedEverywhere() {
    List<SimEvent> last = new ArrayList<>();
    with(
        "http.request",
        0,
        view -> {
          Scene scene = InspectorRig.scene(view.whyPage(), Theme.LIGHT, 352, 700);
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          ListView<?> steps = (ListView<?>) scene.lookup(".inspector-causes .list-view");
          last.add((SimEvent) steps.getItems().getLast());
          steps.getSelectionModel().clearAndSelect(steps.getItems().size() - 1);
          assertEquals(last, steps.getSelectionModel().getSelectedItems());
        });
    Toolkit.on(() -> {
      assertEquals(last.getFirst().ordinal(), rig.selection.event());
      return 0;
    });
  }

  @Test
  void everyFieldOfTheRun_canBeAskedForAndMatchesItself() {
    rig.play(LOSSY);
    List<SimEvent> events = LOSSY.events();
    int asked = 0;
    for (int i = 0; i < rig.packets.size(); i += 9) {
      rig.selection.selectEvent(rig.packets.row(i).ordinal());
      for (var layer : rig.model.dissection().orElseThrow().layers()) {
        asked += ask(layer.fields(), i);
      }
    }
    assertTrue(asked > 100, asked + " fields of " + events.size() + " events");
  }

  private int ask(List<LayerField> fields, int index) {
    int asked = 0;
    for (LayerField field : fields) {
      if (!field.filterValue().isEmpty() && FrameFilter.isName(field.key())) {
        String text = LayerTree.filter(field);
        FrameFilter.Result result = FrameFilter.compileForRun(text);
        assertTrue(result instanceof FrameFilter.Compiled, text);
        rig.packets.filter(text);
        while (rig.packets.filterSome(1_000_000)) {}
        assertTrue(rig.packets.indexOf(rig.selection.event()) >= 0, text);
        rig.packets.filter("");
        asked++;
      }
      asked += ask(field.children(), index);
    }
    return asked;
  }

  @Test
  void nothingSelected_saysWhatToDo() {
    Toolkit.on(() -> {
      InspectorView view = rig.view(Locale.GERMAN, Theme.DARK);
      InspectorRig.scene(view, Theme.DARK, 352, 500);
      assertTrue(view.lookup(".empty-state").isVisible());
      assertFalse(view.lookup(".inspector-summary").getParent().isVisible());
      TreeView<?> tree = tree(view);
      assertTrue(tree.getRoot().getChildren().isEmpty());
      return 0;
    });
  }
}
