package netarium.app.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import netarium.app.canvas.Toolkit;
import netarium.app.project.Autosave;
import netarium.app.project.Background;
import netarium.app.project.Document;
import netarium.app.project.Documents;
import netarium.app.project.FakePeople;
import netarium.app.project.RecentProjects;
import netarium.app.project.Templates;
import netarium.app.samples.BundledSamples;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first thing that is seen.
class WelcomeTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path temp;
  private final FakePeople people = new FakePeople();
  private RecentProjects recent;
  private Documents documents;
  private WelcomeModel model;

  @BeforeEach
  void prepare() {
    recent = new RecentProjects(temp.resolve("recent.json"), () -> NOW);
    documents = new Documents(Background.DIRECT, people, people, recent);
    Autosave autosave =
        new Autosave(documents, Background.DIRECT, () -> NOW, temp.resolve("recovery"));
    Gallery gallery = Gallery.bundled(Locale.ENGLISH);
    model = new WelcomeModel(gallery, documents, recent, Background.DIRECT, autosave);
  }

  @Test
  void gallery_describesEverySampleInEveryLanguage() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Gallery gallery = Gallery.bundled(locale);
      assertEquals(BundledSamples.names(), gallery.cards().stream().map(SampleCard::name).toList());
      for (SampleCard card : gallery.cards()) {
        assertTrue(card.minutes() > 0, card.name());
        assertFalse(card.topics().isEmpty(), card.name());
        assertFalse(card.text().isBlank(), card.name());
        assertTrue(card.pictureAt().isPresent(), card.name());
      }
    }
    assertEquals("Hallo HTTP", Gallery.bundled(Locale.GERMAN).cards().getFirst().title());
  }

  @Test
  void topicAndSearch_narrowTheGallery() {
    assertTrue(model.isUnfiltered());
    model.topic("ARP");
    assertEquals(List.of("hello-http"), names());
    model.topic("");
    model.search(" ever LEAVES ");
    assertEquals(List.of("loopback"), names());
    model.search("nothing like that");
    assertEquals(List.of(), names());
  }

  private List<String> names() {
    return model.shown().stream().map(SampleCard::name).toList();
  }

  @Test
  void recentProjectThatIsGone_isMissing() throws Exception {
    recent.opened(Files.createDirectory(temp.resolve("there")), "There");
    recent.opened(temp.resolve("gone"), "Gone");
    assertEquals(
        List.of("Gone"),
        model.recent().stream().filter(model::isMissing).map(each -> each.name()).toList());
  }

  @Test
  void unsavedWork_isOfferedRecoveredAndThenGone() throws Exception {
    Path root = temp.resolve("others");
    Documents theirs =
        new Documents(
            Background.DIRECT, people, people, new RecentProjects(temp.resolve("x"), () -> NOW));
    try (Autosave killed = new Autosave(theirs, Background.DIRECT, () -> NOW, root)) {
      theirs.create(Templates.CLIENT_SERVER.project("Lost"));
      theirs.current().orElseThrow().text("scripts/server.lua", "print(1)");
      killed.tick();
      Path left = Files.createDirectories(root.resolve("left"));
      try (var folders = Files.list(root)) {
        Path theirFolder = folders.filter(each -> !each.equals(left)).findFirst().orElseThrow();
        Files.copy(theirFolder.resolve("unsaved.netarium"), left.resolve("unsaved.netarium"));
      }
      model.start(root);
      assertEquals(1, model.offers().size());
      model.recover(model.offers().getFirst());
      Document document = documents.current().orElseThrow();
      assertEquals("print(1)", document.text("scripts/server.lua"));
      assertTrue(document.isModified());
      assertEquals(List.of(), model.offers());
      assertFalse(Files.exists(left));
    }
  }

  @Test
  void dates_areSaidAsPeopleSayThem() {
    Dates english = new Dates(new Texts(Dates.class, Locale.ENGLISH), ZoneOffset.UTC);
    assertEquals("today", english.day(NOW.minusSeconds(3600), NOW));
    assertEquals("yesterday", english.day(NOW.minusSeconds(86_400), NOW));
    assertEquals("Mon", english.day(Instant.parse("2026-11-16T01:00:00Z"), NOW));
    assertEquals("12 Nov", english.day(Instant.parse("2026-11-12T01:00:00Z"), NOW));
    assertEquals("12 Nov 2025", english.day(Instant.parse("2025-11-12T01:00:00Z"), NOW));
    assertEquals("~/a/b", Dates.place(Path.of("/home/u/a/b"), Path.of("/home/u")));
    assertEquals("/srv/a", Dates.place(Path.of("/srv/a"), Path.of("/home/u")));
  }

  @Test
  void firstSample_isOpenedAndRunByItsButton() {
    List<String> calls = new ArrayList<>();
    Toolkit.on(() -> {
      WelcomeView view =
          new WelcomeView(
              model,
              new SamplePictures(Background.DIRECT, Locale.ENGLISH),
              new Recording(calls),
              "1",
              Locale.ENGLISH);
      Scene scene = new Scene((javafx.scene.Parent) view.node(), 1000, 700);
      Theme.LIGHT.apply(scene);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      Set<Node> buttons = view.node().lookupAll(".start-here .button");
      assertEquals(2, buttons.size());
      ((Button) view.node().lookup(".start-here .success")).fire();
      return true;
    });
    assertEquals(List.of("run"), calls);
    assertEquals("Hello HTTP", documents.current().orElseThrow().name());
  }

  private record Recording(List<String> calls) implements WelcomeView.Shell {
    @Override
    public void run() {
      calls.add("run");
    }

    @Override
    public void switchTheme() {
      calls.add("theme");
    }

    @Override
    public void preferences() {
      calls.add("preferences");
    }

    @Override
    public void help() {
      calls.add("help");
    }
  }
}
