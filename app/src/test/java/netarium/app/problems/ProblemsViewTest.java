package netarium.app.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import netarium.app.canvas.Toolkit;
import netarium.app.problems.Finding.Severity;
import netarium.app.session.Driven;
import netarium.app.session.SmallProject;
import netarium.app.session.Speed;
import netarium.app.text.Texts;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import org.junit.jupiter.api.Test;

class ProblemsViewTest {
  private static final List<String> KINDS =
      List.of(
          "project",
          "failed",
          "unknownName",
          "mistypedName",
          "noRoute",
          "noAnswer",
          "busy",
          "notice",
          "sameAddress",
          "arpNobody",
          "arpDown",
          "arpUnheard",
          "limit",
          "linkDown",
          "queueFull",
          "tooBig",
          "mustNotFragment",
          "noLink",
          "lonelySwitch",
          "routerNoRoute",
          "wrongGateway",
          "ttl",
          "storm",
          "nodeDown",
          "filtered",
          "slowReader",
          "udpNobody",
          "loopbackOnly",
          "otherPort",
          "noProgram",
          "tooEarly",
          "programEnded",
          "refused",
          "neverCalled",
          "noPrograms");

  @Test
  void everyKind_hasItsSentenceAndWhatToDoInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Texts texts = new Texts(ProblemsView.class, locale);
      for (String kind : KINDS) {
        try {
          for (String key : List.of(kind, "advice." + kind)) {
            String sentence = texts.text(key, "A", "B", "C", "D");
            assertFalse(sentence.isBlank());
            assertFalse(sentence.contains("{"), sentence);
          }
        } catch (MissingResourceException e) {
          throw new AssertionError(kind + " has no text", e);
        }
      }
    }
  }

  @Test
  void chosenProblem_isLookedAtAndItsPlaceOpened() {
    Toolkit.on(() -> {
      try (Driven driven =
          new Driven(
              new SmallProject()
                  .vm("pc", "10.0.1.2/24", "sleep(0.01)\nerror('oops')")
                  .project(1))) {
        Hints hints = new Hints(ordinal -> driven.transport.log().event(ordinal));
        driven.transport.read(hints);
        Problems problems = new Problems(hints);
        List<Place> opened = new ArrayList<>();
        ProblemsView view =
            new ProblemsView(problems, driven.transport, opened::add, Locale.ENGLISH);
        new Scene(view, 600, 200);
        problems.project(
            List.of(), List.of(new Problem("topology.json", new Position(3, 9), "odd", "mend it")));
        assertEquals(1, problems.count());
        driven.transport.speed(Speed.MAX);
        driven.transport.run();
        driven.pulseUntilOver();
        view.applyCss();
        view.layout();
        ListView<?> list = (ListView<?>) view.lookup(".list-view");
        assertEquals(2, list.getItems().size());
        Finding first = (Finding) list.getItems().getFirst();
        assertEquals(Severity.ERROR, first.severity(), "the worst stands first");
        list.getSelectionModel().select(0);
        assertEquals(first.event(), driven.selection.event());
        assertEquals(first.atNanos(), driven.transport.playhead().instant());
        view.open(first);
        assertEquals(List.of(new Place.InText("scripts/pc.lua", 2, 0)), opened);
        assertTrue(problems.hasErrors());
        driven.transport.reset();
        assertEquals(1, problems.count(), "what the run told is forgotten with it");
      }
      return 0;
    });
  }
}
