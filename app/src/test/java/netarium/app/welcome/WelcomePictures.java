package netarium.app.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import netarium.app.ToolPicture;
import netarium.app.project.Autosave;
import netarium.app.project.Background;
import netarium.app.project.Documents;
import netarium.app.project.FakePeople;
import netarium.app.project.RecentProjects;
import netarium.app.theme.Theme;

/// Pictures of the welcome page. Run by hand, and looked at.
final class WelcomePictures {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static Instant now = NOW;

  private WelcomePictures() {}

  static void main() throws IOException {
    int[][] sizes = {{1280, 800}, {1600, 1000}};
    for (int[] size : sizes) {
      String suffix = "-" + size[0];
      Gallery real = Gallery.bundled(Locale.ENGLISH);
      draw("welcome" + suffix, size, real, Locale.ENGLISH, false);
      draw("welcome-many" + suffix, size, many(), Locale.GERMAN, true);
    }
    Platform.exit();
  }

  private static void draw(String name, int[] size, Gallery gallery, Locale locale, boolean isUsed)
      throws IOException {
    Path folder = Files.createTempDirectory("welcome");
    ToolPicture.write(
        name,
        size[0],
        size[1],
        List.of(WelcomeView.class),
        theme -> view(folder, gallery, locale, isUsed, theme));
  }

  private static Parent view(
      Path folder, Gallery gallery, Locale locale, boolean isUsed, Theme theme) {
    FakePeople people = new FakePeople();
    RecentProjects recent = new RecentProjects(folder.resolve("r.json"), () -> now);
    Documents documents = new Documents(Background.DIRECT, people, people, recent);
    Autosave autosave =
        new Autosave(documents, Background.DIRECT, () -> now, folder.resolve("recovery"));
    if (isUsed) {
      use(recent, folder);
    }
    WelcomeModel model = new WelcomeModel(gallery, documents, recent, Background.DIRECT, autosave);
    model.start(folder.resolve("recovery"));
    WelcomeView view =
        new WelcomeView(
            model,
            new SamplePictures(Background.DIRECT, Locale.ENGLISH),
            new NoShell(),
            "0.1.0",
            locale);
    view.theme(theme);
    return (Parent) view.node();
  }

  private static void use(RecentProjects recent, Path folder) {
    String[] names = {
      "Class 9b, exercise 3", "Chat with rooms", "Campus with sixty nodes", "Hello"
    };
    int[] days = {8, 4, 1, 0};
    Path home = Path.of(System.getProperty("user.home"));
    for (int i = 0; i < names.length; i++) {
      now = NOW.minus(Duration.ofDays(days[i]));
      Path place = i == 1 ? folder : home.resolve("networks/" + names[i].replace(' ', '-'));
      recent.opened(place, names[i]);
    }
    now = NOW;
  }

  private static Gallery many() {
    List<SampleCard> cards = new ArrayList<>(Gallery.bundled(Locale.GERMAN).cards());
    for (int i = 0; i < 5; i++) {
      SampleCard like = cards.get(i % 2);
      cards.add(
          new SampleCard(
              like.name(),
              "Eine Adresse wird zum Namen",
              i == 2 ? "Kurz." : like.text(),
              8,
              List.of("DNS", "UDP", "WebSocket", "TLS").subList(0, 1 + i % 4),
              Optional.empty()));
    }
    return new Gallery(cards);
  }

  private static final class NoShell implements WelcomeView.Shell {
    @Override
    public void run() {}

    @Override
    public void switchTheme() {}

    @Override
    public void preferences() {}

    @Override
    public void help() {}
  }
}
