package netarium.app.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import netarium.app.canvas.Toolkit;
import netarium.app.canvas.scene.Glyph;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.app.timeline.TimelineLog.Mark;
import org.junit.jupiter.api.Test;

class TimelineViewTest {
  private record Shown(Driven driven, TimelineLog log, TimelineView view) {
    Canvas canvas() {
      return (Canvas) view.lookup(".timeline-canvas");
    }

    String state() {
      return ((Label) view.lookup(".timeline-state")).getText();
    }

    long instant() {
      return driven.transport.playhead().instant();
    }

    void runToTheEnd() {
      driven.transport.speed(Speed.MAX);
      driven.transport.run();
      driven.pulseUntilOver();
    }

    /// At a point of the strip itself, beside the gutter.
    void mouse(EventType<MouseEvent> type, double stripX, double stripY) {
      double x = canvas().localToScene(stripX, stripY).getX();
      double y = canvas().localToScene(stripX, stripY).getY();
      Event.fireEvent(
          canvas(),
          new MouseEvent(
              type,
              x,
              y,
              x,
              y,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              true,
              false,
              true,
              null));
    }

    void key(KeyCode code, boolean isShifted) {
      Event.fireEvent(
          view, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, isShifted, false, false, false));
    }

    void wheel(double stripX, double amount) {
      double x = canvas().localToScene(stripX, 50).getX();
      Event.fireEvent(
          canvas(),
          new ScrollEvent(
              ScrollEvent.SCROLL,
              x,
              50,
              x,
              50,
              false,
              false,
              false,
              false,
              false,
              false,
              0,
              amount,
              0,
              amount,
              ScrollEvent.HorizontalTextScrollUnits.NONE,
              0,
              ScrollEvent.VerticalTextScrollUnits.NONE,
              0,
              0,
              null));
    }
  }

  private static void with(Consumer<Shown> test) {
    Toolkit.on(() -> {
      try (Driven driven = new Driven(SmallProject.sample("hello-http"))) {
        TimelineLog log = new TimelineLog();
        driven.transport.read(log);
        TimelineView view =
            new TimelineView(log, driven.transport, driven.selection, Locale.ENGLISH);
        new Scene(view, 1132, 98);
        driven.transport.reset();
        view.applyCss();
        view.resize(1132, 98);
        view.layout();
        test.accept(new Shown(driven, log, view));
      }
      return 0;
    });
  }

  @Test
  void rows_holdEveryFrameAndMark() {
    with(shown -> {
      shown.runToTheEnd();
      assertEquals(22, shown.log.frames().size());
      int byGlyph = 0;
      for (Glyph glyph : Glyph.values()) {
        byGlyph += shown.log.row(glyph).size();
      }
      assertEquals(22, byGlyph);
      assertEquals(4, shown.log.row(Glyph.ARP).size());
      assertEquals(2, shown.log.row(Mark.START).size());
      assertEquals("client", shown.log.row(Mark.START).words(1));
      assertEquals(1, shown.log.row(Mark.CONSOLE).size());
      assertEquals(0, shown.log.row(Mark.DROP).size());
    });
  }

  @Test
  void state_saysWhereOneLooks() {
    with(shown -> {
      assertEquals("Nothing has run yet", shown.state());
      shown.runToTheEnd();
      assertEquals("At the live edge", shown.state());
      shown.driven.transport.stepBack();
      assertEquals("Looking at the past", shown.state());
    });
  }

  @Test
  void drag_scrubsThroughTheRun() {
    with(shown -> {
      shown.runToTheEnd();
      shown.mouse(MouseEvent.MOUSE_PRESSED, 200, 10);
      assertEquals(shown.view.scale().instant(200), shown.instant());
      shown.mouse(MouseEvent.MOUSE_DRAGGED, 400, 10);
      assertEquals(shown.view.scale().instant(400), shown.instant());
      shown.mouse(MouseEvent.MOUSE_DRAGGED, 5_000, 10);
      shown.mouse(MouseEvent.MOUSE_RELEASED, 5_000, 10);
      assertTrue(shown.driven.transport.playhead().isLive());
    });
  }

  @Test
  void clickOnAFrame_selectsIt() {
    with(shown -> {
      shown.runToTheEnd();
      long at = shown.log.frames().instant(5);
      shown.mouse(MouseEvent.MOUSE_PRESSED, shown.view.scale().x(at) + 2, 45);
      assertEquals(shown.log.frames().ordinal(5), shown.driven.selection.event());
      assertEquals(at, shown.instant());
      shown.mouse(MouseEvent.MOUSE_PRESSED, shown.view.scale().x(at) + 9, 45);
      assertEquals(shown.view.scale().instant(shown.view.scale().x(at) + 9), shown.instant());
    });
  }

  @Test
  void arrows_stepFromFrameToFrame() {
    with(shown -> {
      shown.runToTheEnd();
      shown.key(KeyCode.HOME, false);
      assertEquals(0, shown.instant());
      shown.key(KeyCode.RIGHT, false);
      assertEquals(shown.log.frames().ordinal(0), shown.driven.selection.event());
      shown.key(KeyCode.RIGHT, true);
      assertEquals(shown.log.frames().ordinal(0) + 1, shown.driven.selection.event());
      shown.key(KeyCode.LEFT, false);
      assertEquals(shown.log.frames().ordinal(0), shown.driven.selection.event());
      shown.key(KeyCode.END, false);
      assertTrue(shown.driven.transport.playhead().isLive());
    });
  }

  @Test
  void wheel_zoomsAndDoubleClickFitsAgain() {
    with(shown -> {
      shown.runToTheEnd();
      double whole = shown.view.scale().nanosPerPixel();
      long under = shown.view.scale().instant(500);
      shown.wheel(500, 400);
      assertTrue(shown.view.scale().nanosPerPixel() < whole);
      assertEquals(500, shown.view.scale().x(under), 1);
      shown.view.fit();
      assertEquals(whole, shown.view.scale().nanosPerPixel(), 1e-6);
    });
  }

  @Test
  void manyChanges_arePaintedOnce() {
    with(shown -> {
      shown.runToTheEnd();
      shown.view.layout();
      long before = shown.view.paintings();
      for (int i = 1; i <= 50; i++) {
        shown.driven.transport.playhead().moveTo(i * 1_000_000L);
      }
      shown.view.layout();
      assertEquals(before + 1, shown.view.paintings());
    });
  }

  @Test
  void liveEdge_staysInSight() {
    with(shown -> {
      shown.driven.transport.speed(Speed.HUNDREDTH);
      shown.driven.transport.run();
      for (int i = 0; i < 60; i++) {
        shown.driven.pulse();
        double x = shown.view.scale().x(shown.driven.transport.playhead().liveEdge());
        assertTrue(x >= 0 && x <= 1_000, "the edge is at " + x);
      }
      shown.wheel(500, 1_500);
      for (int i = 0; i < 60; i++) {
        shown.driven.pulse();
        double x = shown.view.scale().x(shown.driven.transport.playhead().liveEdge());
        assertTrue(x >= 0 && x <= 1_000, "zoomed in, the edge is at " + x);
      }
      assertFalse(shown.driven.transport.state().isEnded());
    });
  }
}
