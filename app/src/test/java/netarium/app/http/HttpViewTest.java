package netarium.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.packets.PacketsModel;
import netarium.app.session.PlayheadRemote;
import netarium.app.session.Selection;
import netarium.app.theme.Theme;
import netarium.engine.analysis.HttpExchange;
import org.junit.jupiter.api.Test;

/// The list of exchanges as one sees and uses it, in a scene that is never shown.
class HttpViewTest {
  private static final SampleRun POOL = SampleRun.of("worker-pool");

  private static final class Rig {
    final PacketsModel packets = new PacketsModel();
    final Selection selection = new Selection();
    final PlayheadRemote remote = new PlayheadRemote();
    final HttpModel model = new HttpModel(packets, selection, remote.playhead());
    final List<String> opened = new ArrayList<>();
    final HttpView view;

    Rig(Locale locale, double width) {
      view = new HttpView(model, locale, opened::add);
      view.theme(Theme.LIGHT);
      Scene scene = new Scene(view, width, 300);
      assertEquals(width, scene.getWidth());
      layOut();
    }

    void layOut() {
      view.applyCss();
      view.layout();
    }

    void play() {
      packets.begin(POOL.topology());
      POOL.events().forEach(packets::accept);
      remote.edge(POOL.events().getLast().at().nanos());
      packets.caughtUp();
      layOut();
    }

    TableView<?> table() {
      return (TableView<?>) view.lookup(".table-view");
    }

    /// What the list says of the size of an exchange.
    String size(int row) {
      return view.lookupAll(".table-cell").stream()
          .filter(node -> node instanceof TableCell<?, ?>)
          .map(node -> (TableCell<?, ?>) node)
          .filter(cell -> cell.getIndex() == row)
          .filter(cell -> cell.getTableColumn().getText().startsWith("Size"))
          .findFirst()
          .orElseThrow()
          .getText();
    }

    String words() {
      StringBuilder words = new StringBuilder();
      view.lookupAll(".label")
          .forEach(node -> {
            if (node instanceof Label label && label.getText() != null) {
              words.append(label.getText()).append('\n');
            }
          });
      return words.toString();
    }
  }

  private static void with(Consumer<Rig> code) {
    Toolkit.on(() -> {
      Rig rig = new Rig(Locale.ENGLISH, 1100);
      rig.play();
      code.accept(rig);
      return 0;
    });
  }

  @Test
  void exchanges_areListedWithWhatCameOfThem() {
    with(rig -> {
      List<String> told = new ArrayList<>();
      for (int i = 0; i < rig.model.size(); i++) {
        HttpExchange each = rig.model.exchange(i);
        told.add(each.method() + " " + each.path() + " " + each.status());
      }
      assertEquals(
          List.of(
              "GET / 200",
              "POST /echo 200",
              "GET /broken 500",
              "GET /slow 200",
              "GET /weather 200",
              "GET / 200",
              "GET / 200",
              "GET /today 200"),
          told);
      assertEquals("scripts/client.lua:4", rig.model.sentBy(rig.model.exchange(0)));
    });
  }

  @Test
  void chosenRow_isChosenEverywhere() {
    with(rig -> {
      rig.remote.playhead().moveTo(0);
      rig.table().getSelectionModel().clearAndSelect(3);
      HttpExchange slow = rig.model.exchange(3);
      assertEquals(slow.ordinal(), rig.selection.event());
      assertEquals(slow.atClient().requestFirst(), rig.remote.playhead().instant());
      rig.layOut();
      assertTrue(rig.words().contains("http://server:8080/slow"), rig.words());
    });
  }

  @Test
  void selectedFrame_choosesItsExchange() {
    with(rig -> {
      HttpExchange weather = rig.model.exchange(4);
      var response = weather.response();
      assertNotNull(response);
      rig.selection.selectEvent(weather.server().octets().sentBy(response.from()));
      assertEquals(4, rig.table().getSelectionModel().getSelectedIndex());
      rig.selection.clear();
      assertEquals(-1, rig.table().getSelectionModel().getSelectedIndex());
    });
  }

  @Test
  void filter_leavesWhatMatches() {
    with(rig -> {
      rig.model.filter("weather");
      assertEquals(2, rig.model.size());
      rig.model.filter("");
      rig.model.show(HttpModel.Show.BAD);
      assertEquals(1, rig.model.size());
      assertEquals(500, rig.model.exchange(0).status());
      rig.model.show(HttpModel.Show.FLIGHT);
      assertEquals(0, rig.model.size());
      rig.model.clearFilter();
      assertEquals(8, rig.model.size());
    });
  }

  @Test
  void playheadInThePast_showsWhatWasKnown() {
    with(rig -> {
      HttpExchange slow = rig.model.exchange(3);
      rig.selection.selectEvent(slow.ordinal());
      rig.remote.playhead().moveTo(300_000_000);
      rig.layOut();
      assertTrue(rig.words().contains("waiting"), rig.words());
      assertEquals("–", rig.size(3));
      rig.remote.playhead().goLive();
      assertNotEquals("–", rig.size(3));
      rig.layOut();
      assertTrue(rig.words().contains("200 OK"), rig.words());
    });
  }

  @Test
  void detail_showsBothEndsAndTheContent() {
    with(rig -> {
      rig.selection.selectEvent(rig.model.exchange(4).ordinal());
      rig.layOut();
      String words = rig.words();
      assertTrue(words.contains("At both ends"), words);
      assertTrue(words.contains("server\n") && words.contains("client\n"), words);
      assertTrue(words.contains("Content-Length"), words);
    });
  }

  @Test
  void emptyList_saysWhatToDo() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Toolkit.on(() -> {
        Rig rig = new Rig(locale, 500);
        assertTrue(rig.words().contains("HTTP"), rig.words());
        assertNull(rig.model.chosen());
        rig.play();
        rig.model.filter("nowhere");
        rig.layOut();
        assertTrue(rig.view.lookup(".empty-title") != null);
        return 0;
      });
    }
  }
}
