package netarium.app.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import netarium.app.canvas.SampleRun;
import netarium.app.canvas.Toolkit;
import netarium.app.pool.PoolState.Doing;
import netarium.app.session.PlayheadRemote;
import netarium.app.session.Selection;
import org.junit.jupiter.api.Test;

class PoolLogTest {
  private static final SampleRun POOL = SampleRun.of("worker-pool");

  private static PoolLog log() {
    PoolLog log = new PoolLog();
    log.begin(POOL.topology());
    POOL.events().forEach(log::accept);
    log.caughtUp();
    return log;
  }

  @Test
  void pool_standsAsItDidAtAnInstant() {
    PoolLog log = log();
    assertEquals(2, log.count());
    PoolState server = log.at(250_000_000).getFirst();
    assertEquals("server", log.name(server.node()));
    assertEquals(8080, server.port());
    assertTrue(server.isOpen());
    assertEquals(2, server.workers().size());
    assertEquals(1, server.underWay());
    PoolState.Request slow = server.workers().get(1).underWay().getFirst();
    assertEquals("GET /slow", slow.line);
    assertTrue(slow.isWaiting);
    assertEquals(Doing.READY, server.workers().getFirst().doing());
    PoolState over = log.at(Long.MAX_VALUE).getFirst();
    assertEquals(7, over.answered());
    assertEquals(1, over.failed());
    PoolState past = log.at(200_000_000).getFirst();
    assertEquals(2, past.underWay(), "the past is as it was");
  }

  @Test
  void view_showsWorkersAndTheirRequests() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Toolkit.on(() -> {
        PlayheadRemote remote = new PlayheadRemote();
        PoolLog log = new PoolLog();
        Selection selection = new Selection();
        PoolView view = new PoolView(log, remote.playhead(), selection, locale);
        Scene scene = new Scene(view, 900, 260);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        assertTrue(words(view).toLowerCase(Locale.ROOT).contains("pool"), "says what it is");
        log.begin(POOL.topology());
        POOL.events().forEach(log::accept);
        remote.edge(POOL.events().getLast().at().nanos());
        log.caughtUp();
        remote.playhead().moveTo(250_000_000);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        assertTrue(words(view).contains("GET /slow"), words(view));
        return 0;
      });
    }
  }

  private static String words(PoolView view) {
    StringBuilder words = new StringBuilder();
    for (String style : List.of(".label", ".button")) {
      view.lookupAll(style)
          .forEach(node -> {
            if (node instanceof Labeled labeled) {
              words.append(labeled.getText()).append('\n');
            }
          });
    }
    return words.toString();
  }
}
