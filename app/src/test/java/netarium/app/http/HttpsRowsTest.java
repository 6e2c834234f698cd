package netarium.app.http;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.packets.FrameTable;
import netarium.app.packets.PacketsModel;
import netarium.app.session.PlayheadRemote;
import netarium.app.session.Selection;
import netarium.app.theme.Theme;
import netarium.engine.analysis.HttpExchange;
import org.junit.jupiter.api.Test;

/// What the list of exchanges says of those that TLS protects, or was to protect.
class HttpsRowsTest {
  private static final SampleRun HTTPS = SampleRun.of("https");

  private final PacketsModel packets = new PacketsModel();
  private final Selection selection = new Selection();
  private final PlayheadRemote remote = new PlayheadRemote();
  private final HttpModel model = new HttpModel(packets, selection, remote.playhead());
  private final List<String> found = new ArrayList<>();

  private void play() {
    packets.begin(HTTPS.topology());
    HTTPS.events().forEach(packets::accept);
    remote.edge(HTTPS.events().getLast().at().nanos());
    packets.caughtUp();
  }

  @Test
  void exchanges_haveTheirSchemeAndWhatCameOfThem() {
    play();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < model.size(); i++) {
      HttpExchange each = model.exchange(i);
      told.add(each.url() + " " + (each.failure() == null ? each.status() : each.failure()));
    }
    assertEquals(
        List.of(
            "http://www.example.org/plain 200",
            "https://www.example.org/safe 200",
            "https://relay INSECURE",
            "https://www.example.org:444 INSECURE",
            "https://www.example.org:445 INSECURE",
            "https://www.example.org:80 INSECURE",
            "http://10.0.1.4:8443 REFUSED"),
        told);
    model.show(HttpModel.Show.BAD);
    assertEquals(5, model.size());
    model.filter("SELF-SIGNED");
    assertEquals(1, model.size());
  }

  @Test
  void handshake_choosesTheExchangeItWasFor() {
    play();
    HttpExchange relay = model.exchange(2);
    selection.selectEvent(requireNonNull(relay.tls()).ordinal());
    assertEquals(relay, model.chosen());
    HttpExchange safe = model.exchange(1);
    selection.selectEvent(requireNonNull(safe.tls()).ordinal());
    assertEquals(safe, model.chosen());
  }

  @Test
  void steps_followEachOther() {
    play();
    HttpExchange safe = model.exchange(1);
    long end = -1;
    for (HttpBars.Step step : HttpBars.Step.values()) {
      long[] extent = HttpBars.extent(step, safe.atClient(), -1, Long.MAX_VALUE);
      if (step == HttpBars.Step.LOOK_UP) {
        assertEquals(-1, extent[0], "the name is in the topology");
        continue;
      }
      assertTrue(extent[0] >= end, step + " begins before the one before it ends");
      end = extent[1];
    }
  }

  @Test
  void rows_showWhyNothingCame_andNoWordIsCut() {
    for (double width : new double[] {500, 1100}) {
      List<String> texts = rows(width);
      assertTrue(texts.contains(width < 600 ? "200" : "200 OK"), texts.toString());
      assertTrue(texts.contains(width < 600 ? "TLS" : "TLS failed"), texts.toString());
      assertTrue(
          texts.stream().anyMatch(text -> text.startsWith("certificate is valid for web")),
          texts.toString());
    }
  }

  private List<String> rows(double width) {
    return Toolkit.on(() -> {
      HttpsRowsTest rig = new HttpsRowsTest();
      HttpView view = new HttpView(rig.model, Locale.ENGLISH, _ -> {});
      view.theme(Theme.LIGHT);
      assertEquals(width, new Scene(view, width, 400).getWidth());
      view.applyCss();
      view.layout();
      rig.play();
      view.applyCss();
      view.layout();
      view.layout();
      TableView<?> table = (TableView<?>) view.lookup(".table-view");
      table
          .lookupAll(".table-cell")
          .forEach(node -> {
            if (node instanceof TableCell<?, ?> cell && cell.getText() != null) {
              rig.found.add(cell.getText());
            }
          });
      table
          .lookupAll(".http-status")
          .forEach(node -> rig.found.add(node instanceof Label label ? label.getText() : ""));
      return rig.found;
    });
  }

  @Test
  void glyph_ofAProtocol_isItsOwn() {
    assertEquals("TLS", FrameTable.glyph("TLSv1.3").label());
    assertEquals("TLS", FrameTable.glyph("TLSv1.2").label());
    assertEquals("UDP · DNS", FrameTable.glyph("DNS").label());
  }
}
