package netarium.app.welcome;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.project.Templates;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The first thing that is seen: a gallery between two side panels.
public final class WelcomeView {
  private static final double NARROW = 1120;

  private final WelcomeModel model;
  private final SamplePictures pictures;
  private final Shell shell;
  private final Texts texts;
  private final String version;
  private final BorderPane root = new BorderPane();
  private final FlowPane topics = new FlowPane(4, 4);
  private final TextField search = new TextField();
  private final VBox gallery = new VBox();
  private final CardGrid cards = new CardGrid(260, 4, 20);
  private final CardGrid templates = new CardGrid(190, 4, 12);
  private final SidePanel side;
  private final ScrollPane sideScroll;
  private Theme theme = Theme.LIGHT;

  /// What only the window can do.
  public interface Shell {
    /// Runs the project that was just opened.
    void run();

    void switchTheme();

    void preferences();

    void help();
  }

  /// `version` is what stands below the program's name.
  public WelcomeView(
      WelcomeModel model, SamplePictures pictures, Shell shell, String version, Locale locale) {
    this.model = model;
    this.pictures = pictures;
    this.shell = shell;
    this.version = version;
    texts = new Texts(WelcomeView.class, locale);
    Path home = Path.of(System.getProperty("user.home", "/"));
    side = new SidePanel(model, texts, ZoneId.systemDefault(), home);
    sideScroll = scroll(side);
    sideScroll.getStyleClass().add("welcome-side-scroll");
    root.getStyleClass().add("welcome");
    ScrollPane middle = scroll(middle());
    root.setCenter(middle);
    root.setRight(sideScroll);
    root.widthProperty().subscribe(this::placeSide);
    fillTemplates();
    theme(Theme.LIGHT);
    model.listen(this::refresh);
  }

  public Region node() {
    return root;
  }

  /// Draws the pictures for another theme.
  public void theme(Theme chosen) {
    theme = chosen;
    root.setLeft(new SideBar(model, shell, texts, theme, version));
    refresh();
  }

  private static ScrollPane scroll(Region content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return pane;
  }

  private Region middle() {
    Label title = new Label(texts.text("samples"));
    title.getStyleClass().add("welcome-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    search.setPromptText(texts.text("search"));
    search.setAccessibleText(texts.text("search"));
    search.setPrefWidth(220);
    search.setMinWidth(140);
    search.textProperty().subscribe(model::search);
    FontIcon lens = new FontIcon(MaterialDesignM.MAGNIFY);
    HBox field = new HBox(lens, search);
    field.getStyleClass().add("search-field");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, field);
    head.getStyleClass().add("gallery-head");
    Label below = new Label(texts.text("templates"));
    below.getStyleClass().add("section-title");
    gallery.getStyleClass().add("gallery");
    VBox all = new VBox(head, topics, gallery, below, templates);
    all.getStyleClass().add("welcome-middle");
    return all;
  }

  /// In a narrow window the side gives way, unless there is unsaved work to be told of.
  private void placeSide() {
    boolean isShown = root.getWidth() >= NARROW || !model.offers().isEmpty();
    sideScroll.setVisible(isShown);
    sideScroll.setManaged(isShown);
  }

  private void refresh() {
    side.refresh();
    placeSide();
    fillTopics();
    List<Node> parts = new ArrayList<>();
    List<SampleCard> shown = new ArrayList<>(model.shown());
    if (model.isUnfiltered() && !shown.isEmpty()) {
      parts.add(new StartHere(shown.removeFirst(), texts, pictures, theme, actions()));
    }
    if (shown.isEmpty() && parts.isEmpty()) {
      Label none = new Label(texts.text("search.none"));
      none.getStyleClass().add("nothing-found");
      none.setMaxWidth(Double.MAX_VALUE);
      parts.add(none);
    }
    List<SampleView> views = new ArrayList<>();
    for (SampleCard card : shown) {
      views.add(new SampleView(card, texts, pictures, theme, actions()));
    }
    cards.show(views);
    parts.add(cards);
    gallery.getChildren().setAll(parts);
  }

  private SampleView.SampleActions actions() {
    return new SampleView.SampleActions() {
      @Override
      public void open(SampleCard card) {
        model.openSample(card.name(), () -> {});
      }

      @Override
      public void openAndRun(SampleCard card) {
        model.openSample(card.name(), shell::run);
      }
    };
  }

  private void fillTopics() {
    if (topics.getChildren().isEmpty()) {
      topics.getStyleClass().add("topic-filter");
      topics.getChildren().add(topic("", texts.text("topic.all")));
      model.gallery().topics().forEach(each -> topics.getChildren().add(topic(each, each)));
    }
    for (Node each : topics.getChildren()) {
      if (each instanceof ToggleButton button) {
        button.setSelected(model.topic().equals(button.getUserData()));
      }
    }
  }

  private ToggleButton topic(String topic, String words) {
    ToggleButton button = new ToggleButton(words);
    button.setUserData(topic);
    button.getStyleClass().add("topic-button");
    button.setOnAction(_ -> model.topic(topic));
    return button;
  }

  private void fillTemplates() {
    List<Row> rows = new ArrayList<>();
    for (Templates each : Templates.values()) {
      String name = texts.text("template." + each.key());
      Row row =
          new Row(
              icon(each),
              name,
              texts.text("template.text." + each.key()),
              "",
              () -> model.create(each, each == Templates.EMPTY ? texts.text("new.name") : name));
      row.getStyleClass().add("template");
      rows.add(row);
    }
    templates.show(rows);
  }

  private static Ikon icon(Templates template) {
    return switch (template) {
      case EMPTY -> MaterialDesignD.DOTS_GRID;
      case SMALL_OFFICE -> MaterialDesignS.SITEMAP_OUTLINE;
      case TWO_NETWORKS -> MaterialDesignR.ROUTER_NETWORK;
      case CLIENT_SERVER -> MaterialDesignW.WEB;
    };
  }
}
