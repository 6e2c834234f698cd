package netarium.app.workbench;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import netarium.app.preferences.Looks;
import netarium.app.preferences.PreferencesView;
import netarium.app.preferences.Settings;
import netarium.app.project.Autosave;
import netarium.app.project.Document;
import netarium.app.project.Documents;
import netarium.app.project.RecentProjects;
import netarium.app.project.Templates;
import netarium.app.session.Speed;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import netarium.app.transport.TransportWords;
import netarium.app.welcome.Gallery;
import netarium.app.welcome.SamplePictures;
import netarium.app.welcome.WelcomeModel;
import netarium.app.welcome.WelcomeView;
import org.jspecify.annotations.Nullable;

/// Everything of the window that lives longer than one project, joined by constructors: documents,
/// autosave, preferences, the welcome page, and the [Desk] of the open project.
public final class AppGraph implements AutoCloseable {
  private final Surroundings world;
  private final Texts texts;
  private final RecentProjects recent;
  private final Documents documents;
  private final Autosave autosave;
  private final WelcomeModel welcome;
  private final WelcomeView welcomeView;
  private final Looks looks;
  private final ScaledPane root = new ScaledPane();
  private final StackPane pages = new StackPane();
  private final Scene scene;
  private final Runnable unlisten;
  private @Nullable Desk desk;
  private Theme theme = Theme.LIGHT;
  private Consumer<Theme> themeListener = _ -> {};
  private Runnable closer = () -> {};

  public AppGraph(Surroundings world, double width, double height) {
    this.world = world;
    texts = new Texts(AppGraph.class, world.locale());
    recent = new RecentProjects(world.folders().config().resolve("recent.json"), world.clock());
    documents = new Documents(world.background(), world.questions(), world.choosers(), recent);
    autosave =
        new Autosave(documents, world.background(), world.clock(), world.folders().recovery());
    Gallery gallery = Gallery.bundled(world.locale());
    welcome = new WelcomeModel(gallery, documents, recent, world.background(), autosave);
    SamplePictures pictures = new SamplePictures(world.background(), world.locale());
    welcomeView = new WelcomeView(welcome, pictures, new WelcomeShell(), "0.1", world.locale());
    scene = new Scene(root, width, height);
    new DroppedFiles(documents).watch(scene);
    DragKeeper.watch(scene);
    unlisten = documents.listen(this::documentChanged);
    documents.savesUnasked(() -> !world.preferences().settings().asksBeforeClosing());
    root.content(pages);
    looks = new Looks(world.preferences(), this::theme);
    world.preferences().listen(this::preferencesChanged);
    preferencesChanged();
    documentChanged();
    welcome.start(world.folders().recovery());
  }

  /// What the welcome page asks of the window.
  private final class WelcomeShell implements WelcomeView.Shell {
    @Override
    public void run() {
      desk().ifPresent(open -> open.transport().run());
    }

    @Override
    public void switchTheme() {
      AppGraph.this.switchTheme();
    }

    @Override
    public void preferences() {
      showPreferences();
    }

    @Override
    public void help() {
      showHelp();
    }
  }

  public Scene scene() {
    return scene;
  }

  public Documents documents() {
    return documents;
  }

  public Autosave autosave() {
    return autosave;
  }

  /// The open project's tools; empty while the welcome page is shown.
  public Optional<Desk> desk() {
    return Optional.ofNullable(desk);
  }

  public Theme theme() {
    return theme;
  }

  /// Tells `listener` of the theme now and whenever it changes.
  void onTheme(Consumer<Theme> listener) {
    themeListener = listener;
    listener.accept(theme);
  }

  /// Has `action` close the window once nothing unsaved is lost by it.
  void onClose(Runnable action) {
    closer = action;
  }

  void closeWindow() {
    documents.whenSafe(() -> {
      close();
      closer.run();
    });
  }

  void create(Templates template) {
    welcome.create(template, texts.text("new.name"));
  }

  void switchTheme() {
    looks.flip();
  }

  private void preferencesChanged() {
    Settings settings = world.preferences().settings();
    root.scale(settings.scalePercent() / 100.0);
    autosave.interval(Duration.ofSeconds(settings.autosaveSeconds()));
    desk().ifPresent(open -> open.scripts().fontSize(settings.fontPixels()));
  }

  void showPreferences() {
    TransportWords words = new TransportWords(world.locale());
    PreferencesView view =
        new PreferencesView(
            world.preferences(),
            Stream.of(Speed.values()).map(Speed::name).toList(),
            name -> words.speed(Speed.valueOf(name)),
            world.locale());
    pages
        .getChildren()
        .add(new Sheet(texts, texts.text("command.preferences"), view.node(), view::dispose));
  }

  void showHelp() {
    pages
        .getChildren()
        .add(new Sheet(texts, texts.text("command.help"), new HelpPage(texts), () -> {}));
  }

  /// Dresses everything for a theme.
  public void theme(Theme chosen) {
    theme = chosen;
    chosen.apply(scene);
    for (Class<?> tool : Sheets.OWNERS) {
      scene.getStylesheets().add(Sheets.of(tool));
    }
    welcomeView.theme(chosen);
    desk().ifPresent(open -> open.theme(chosen));
    themeListener.accept(chosen);
  }

  private void documentChanged() {
    Desk old = desk;
    desk = null;
    if (old != null) {
      closing(old);
    }
    Document document = documents.current().orElse(null);
    if (document == null) {
      show(welcomeView.node());
      scene.getAccelerators().clear();
    } else {
      Desk open = new Desk(this, world, document, documents, texts);
      desk = open;
      open.theme(theme);
      open.shell().shares(world.preferences().layout());
      open.scripts().fontSize(world.preferences().settings().fontPixels());
      open.transport().speed(Speed.named(world.preferences().settings().speed()));
      show(open.node());
      open.commands().install(scene);
    }
  }

  /// The next project finds the parts of the window as large as this one leaves them.
  private void closing(Desk open) {
    world.preferences().layout(open.shell().shares());
    open.close();
  }

  private void show(Region page) {
    pages.getChildren().setAll(page);
  }

  /// Puts the window on the screen: its title follows the project, closing it asks for unsaved
  /// work.
  public void show(Stage stage) {
    stage.setScene(scene);
    stage.setTitle("Netarium");
    stage.setOnCloseRequest(event -> {
      event.consume();
      closeWindow();
    });
    stage
        .focusedProperty()
        .subscribe(isFocused -> {
          if (isFocused) {
            documents.checkOutside();
          }
        });
    stage.show();
  }

  /// A frame of the screen is due: the run and all that shows it go on.
  public void pulse(long frameNanos) {
    desk().ifPresent(open -> open.transport().pulse(frameNanos));
  }

  @Override
  public void close() {
    unlisten.run();
    if (desk != null) {
      closing(desk);
    }
    looks.close();
    autosave.close();
  }
}
