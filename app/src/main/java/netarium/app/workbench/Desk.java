package netarium.app.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import netarium.app.canvas.CanvasModel;
import netarium.app.canvas.CanvasPane;
import netarium.app.canvas.OtherTools;
import netarium.app.canvas.RunCommands;
import netarium.app.canvas.picture.NetworkPictures;
import netarium.app.canvas.scene.Item;
import netarium.app.canvas.scene.Viewport;
import netarium.app.capture.Captures;
import netarium.app.consoles.ConsolesView;
import netarium.app.edit.EditWords;
import netarium.app.inspector.InspectorView;
import netarium.app.lesson.LessonTarget;
import netarium.app.packets.PacketsModel;
import netarium.app.packets.PacketsView;
import netarium.app.palette.PalettePanel;
import netarium.app.problems.Place;
import netarium.app.problems.ProblemsView;
import netarium.app.problems.ScriptSyntax;
import netarium.app.project.Background;
import netarium.app.project.Document;
import netarium.app.project.Documents;
import netarium.app.project.Exports;
import netarium.app.properties.LiveChanges;
import netarium.app.properties.LiveTablesView;
import netarium.app.properties.Properties;
import netarium.app.properties.PropertiesView;
import netarium.app.properties.RunQuery;
import netarium.app.screen.ScreenView;
import netarium.app.scripts.NewScript;
import netarium.app.scripts.ScriptTab;
import netarium.app.scripts.ScriptTabs;
import netarium.app.scripts.ScriptTemplate;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Selection;
import netarium.app.session.Transport;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import netarium.app.timeline.TimelineView;
import netarium.app.transport.RunFigures;
import netarium.app.transport.TransportBar;
import netarium.app.tree.ProjectTree;
import netarium.app.tree.ProjectTreeView;
import netarium.engine.run.Simulation;
import netarium.topologies.node.Vm;
import netarium.topologies.stimulus.Stimulus;
import org.jspecify.annotations.Nullable;

/// Everything that shows and changes one open project: models first, then the tools on them, then
/// the frame they stand in.
public final class Desk implements AutoCloseable {
  private static final String NETWORK = "network";
  private static final String PACKETS = "packets";
  private static final String PROBLEMS = "problems";
  private static final String PROPERTIES = "properties";
  private static final String FRAME = "frame";
  private static final String WHY = "why";
  private static final String SCREEN = "screen";

  private final Document document;
  private final Texts texts;
  private final DeskModels models;
  private final Selection selection;
  private final Transport transport;
  private final CanvasPane canvas;
  private final ScriptTabs scripts;
  private final ProjectTreeView tree;
  private final ProjectSide side;
  private final PacketsView packets;
  private final TalkTools talk;
  private final InspectorView frames;
  private final PropertiesView properties;
  private final TimelineView timeline;
  private final Dock documentsDock = new Dock();
  private final Dock tools = new Dock();
  private final Dock consolesDock = new Dock();
  private final Dock inspector = new Dock();
  private final CommandPalette palette;
  private final ToolBarRow toolbar;
  private final StatusBar status;
  private final Shell shell;
  private final Commands commands;
  private final EditWords editWords;
  private final Exports exports;
  private final NetworkPictures pictures;
  private Theme theme = Theme.LIGHT;
  private boolean hasScreen;
  private long chosenEvent = Selection.NO_EVENT;

  Desk(AppGraph app, Surroundings world, Document document, Documents documents, Texts texts) {
    this.document = document;
    this.texts = texts;
    Locale locale = world.locale();
    editWords = new EditWords(locale);
    pictures = new NetworkPictures(locale);
    models = new DeskModels(document, locale);
    selection = models.selection;
    transport = models.transport;
    exports =
        new Exports(
            documents,
            world.background(),
            world.questions(),
            world.choosers(),
            new FilesOfRun(transport));
    canvas = new CanvasPane(models.canvas, new OnTheRun(), new ForTheCanvas(), app.theme(), locale);
    scripts =
        new ScriptTabs(
            document, models.errors, transport.playhead(), selection, locale, new ScriptPane());
    packets =
        new PacketsView(models.packets, selection, transport.playhead(), locale, exports::capture);
    talk = new TalkTools(models, tools, locale, this::openPlace);
    frames =
        new InspectorView(
            models.frame, transport.playhead(), locale, models.packets::filter, this::openPlace);
    timeline = new TimelineView(models.marks, transport, selection, locale);
    LiveTablesView tables =
        new LiveTablesView(models.tables, transport.playhead(), document, new FromTheRun(), locale);
    properties =
        new PropertiesView(new Properties(document, selection, new OnTheRun()), tables, locale);
    tree = new ProjectTreeView(new ProjectTree(document, selection), new FromTheTree(), locale);
    commands = new Commands(texts);
    new DeskCommands(app, this, documents, commands).add();
    palette = new CommandPalette(commands, texts);
    TransportBar transportBar = new TransportBar(transport, locale);
    toolbar = new ToolBarRow(texts, commands, MainMenu.of(commands, texts), transportBar);
    status = new StatusBar(new RunFigures(transport, locale));
    CanvasKeys.install(canvas, transport);
    CanvasPace.install(models.canvas, transport);
    fillDocks(locale);
    PalettePanel pieces = new PalettePanel(canvas.placing(), locale);
    side = new ProjectSide(document, tree, pieces, this::follow, texts, locale);
    shell =
        new Shell(
            new Shell.Parts(
                toolbar,
                side,
                documentsDock,
                inspector,
                timeline,
                tools,
                consolesDock,
                status,
                palette));
    side.onWidth(shell::projectWidth);
    listen(documents, world.background());
    documentChanged();
  }

  private void fillDocks(Locale locale) {
    documentsDock.add(NETWORK, "mdi2s-sitemap-outline", texts.text("tab.network"), canvas);
    tools.add(PACKETS, "mdi2f-format-list-bulleted", texts.text("tab.packets"), packets);
    talk.add(texts, exports);
    tools.add(
        PROBLEMS,
        "mdi2a-alert-circle-outline",
        texts.text("tab.problems"),
        new ProblemsView(models.problems, transport, this::open, locale));
    inspector.add(PROPERTIES, "mdi2t-tune", texts.text("tab.properties"), properties.node());
    inspector.add(FRAME, "mdi2l-layers-outline", frames.title(), frames);
    inspector.add(WHY, "mdi2l-lightbulb-outline", texts.text("tab.why"), frames.whyPage());
    consolesDock.add(
        "consoles",
        "mdi2c-console",
        texts.text("tab.consoles"),
        new ConsolesView(models.consoles, transport, selection, locale));
    consolesDock.add(
        SCREEN,
        "mdi2m-monitor",
        texts.text("tab.screen"),
        new ScreenView(models.screens, transport, selection, locale));
  }

  private void listen(Documents documents, Background background) {
    document.listen(this::documentChanged);
    selection.listen(this::chosen);
    packets.onFollow(talk::follow);
    models.packets.listen(() -> tools.tab(PACKETS).count(count(models.packets.frames().size())));
    models.problems.listen(() -> {
      tools.tab(PROBLEMS).count(count(models.problems.count()));
      tools.tab(PROBLEMS).alarm(models.problems.hasErrors());
    });
    models.screens.listen(this::screenDrawn);
    models.frame.listen(() -> inspector.tab(FRAME).title(frames.title()));
    models.problems.project(List.of(), documents.warnings());
    new ScriptSyntax(document, background, models.problems);
    models.canvas.listen(() -> status.zoom(models.canvas.viewport().zoom()));
  }

  /// Cuts, crashes and pings of the canvas reach the run as stimuli.
  private final class OnTheRun implements RunCommands, LiveChanges {
    @Override
    public void apply(Stimulus stimulus) {
      transport.apply(stimulus);
    }

    @Override
    public boolean isRunning() {
      return transport.liveRun().isPresent() && transport.state().phase() != Phase.OVER;
    }
  }

  private final class ForTheCanvas implements OtherTools {
    @Override
    public void openScript(String path) {
      scripts.open(path);
    }

    @Override
    public void newScript(String vm) {
      Desk.this.newScript(vm);
    }

    @Override
    public boolean canCapture(String link) {
      return exports.hasRun() && Captures.end(transport.topology(), link).isPresent();
    }

    @Override
    public void capture(String link) {
      exports.capture(link);
    }

    @Override
    public void showProperties() {
      shell.showInspector(true);
    }
  }

  /// What only the simulation itself knows, asked on its own thread and handed over on ours.
  private final class FromTheRun implements RunQuery {
    @Override
    public void files(String node, Consumer<List<FileRow>> then) {
      transport.ask(simulation -> filesOf(simulation, node), then);
    }

    private static List<FileRow> filesOf(Simulation simulation, String node) {
      return simulation.files(node).entrySet().stream()
          .map(each -> new FileRow(each.getKey(), each.getValue()))
          .toList();
    }
  }

  /// The last thing that was chosen is what the inspector shows.
  private void chosen() {
    if (selection.event() != chosenEvent) {
      chosenEvent = selection.event();
      if (selection.hasEvent() && !WHY.equals(inspector.shown())) {
        inspector.show(FRAME);
      }
    } else if (!selection.items().isEmpty()) {
      inspector.show(PROPERTIES);
    }
  }

  private static String count(int number) {
    return number == 0 ? "" : Integer.toString(number);
  }

  /// Opens where something can be mended.
  private void open(Place place) {
    switch (place) {
      case Place.InText(String file, int line, int _) -> scripts.reveal(file, line);
      case Place.OfNode(String id, String _) -> selection.select(Set.of(new Item.OfNode(id)));
      case Place.OfLink(String id, String _) -> selection.select(Set.of(new Item.OfLink(id)));
    }
  }

  /// Opens a line of a script, written as `scripts/client.lua:12`.
  private void openPlace(String place) {
    int colon = place.lastIndexOf(':');
    if (colon > 0) {
      scripts.reveal(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
    }
  }

  private final class FromTheTree implements ProjectTreeView.Opener {
    @Override
    public void network() {
      documentsDock.show(NETWORK);
    }

    @Override
    public void script(String path) {
      scripts.open(path);
    }

    @Override
    public void lesson() {
      side.showLesson();
    }
  }

  /// Scripts open as tabs beside the network.
  private final class ScriptPane implements ScriptTabs.Pane {
    @Override
    public void opened(ScriptTab tab) {
      TabStrip.Tab head =
          documentsDock.addClosable(
              tab.path(),
              "mdi2l-language-lua",
              tab.title(),
              tab.node(),
              texts.text("tab.close", tab.title()),
              () -> scripts.close(tab.path()));
      tab.modifiedProperty().subscribe(head::unsaved);
    }

    @Override
    public void shown(ScriptTab tab) {
      documentsDock.show(tab.path());
      tab.editor().requestFocus();
    }

    @Override
    public void closed(ScriptTab tab) {
      documentsDock.remove(tab.path());
    }
  }

  /// The first picture of a run comes to the front by itself.
  private void screenDrawn() {
    boolean hadScreen = hasScreen;
    hasScreen = !models.screens.all().isEmpty();
    if (hasScreen && !hadScreen) {
      showScreen();
    }
  }

  /// Brings the screens to the front, instead of the consoles.
  void showScreen() {
    consolesDock.show(SCREEN);
  }

  /// Where a link of the lesson leads.
  private void follow(LessonTarget target) {
    switch (target) {
      case LessonTarget.Node(String id) -> point(new Item.OfNode(id));
      case LessonTarget.Link(String id) -> point(new Item.OfLink(id));
      case LessonTarget.Script(String path, int line) -> scripts.reveal(path, Math.max(1, line));
      case LessonTarget.Page _, LessonTarget.Nothing _ -> {}
    }
  }

  private void point(Item item) {
    documentsDock.show(NETWORK);
    selection.select(Set.of(item));
  }

  ProjectSide side() {
    return side;
  }

  /// Begins a script on a machine, which then runs it, or as a file alone. The first machine to get
  /// one becomes a server, the next ones clients that ask it.
  void newScript(String vm) {
    NewScript made = new NewScript(document);
    boolean hasServer = !document.scripts().isEmpty();
    ScriptTemplate template = hasServer ? ScriptTemplate.CLIENT : ScriptTemplate.SERVER;
    String path =
        document.topology().node(vm) instanceof Vm machine
            ? made.on(machine, template)
            : made.unused(template);
    scripts.open(path);
  }

  /// The machine that is selected, if one and only one is.
  Optional<String> selectedVm() {
    Set<Item> items = selection.items();
    return items.size() == 1 && items.iterator().next() instanceof Item.OfNode(String id)
        ? Optional.of(id).filter(it -> document.topology().node(it) instanceof Vm)
        : Optional.empty();
  }

  private void documentChanged() {
    transport.projectChanged();
    toolbar.project(document.name(), document.isModified());
    toolbar.history(document.history(), editWords);
  }

  public Region node() {
    return shell;
  }

  public Document document() {
    return document;
  }

  public Transport transport() {
    return transport;
  }

  public Selection selection() {
    return selection;
  }

  public CanvasPane canvas() {
    return canvas;
  }

  /// The network, as the canvas has it.
  CanvasModel network() {
    return models.canvas;
  }

  /// The frames of the run, as the list of packets has them.
  PacketsModel frames() {
    return models.packets;
  }

  /// What programs say to each other.
  TalkTools talk() {
    return talk;
  }

  /// Brings one of the tools below to the front.
  void showTool(String id) {
    tools.show(id);
  }

  ScriptTabs scripts() {
    return scripts;
  }

  Shell shell() {
    return shell;
  }

  Exports exports() {
    return exports;
  }

  CommandPalette palette() {
    return palette;
  }

  public Commands commands() {
    return commands;
  }

  void exportPng() {
    byte[] octets = pictures.png(models.canvas.scene(), wholePicture(), theme, 2);
    exports.other(".png", out -> out.write(octets));
  }

  void exportSvg() {
    String text = pictures.svg(models.canvas.scene(), wholePicture(), theme, document.name());
    exports.other(".svg", out -> out.write(text.getBytes(UTF_8)));
  }

  private Viewport wholePicture() {
    return NetworkPictures.whole(models.canvas.scene(), 1);
  }

  boolean isScreenShown() {
    return SCREEN.equals(consolesDock.shown());
  }

  /// Which page of the inspector is in front.
  @Nullable String inspected() {
    return inspector.shown();
  }

  /// Whether the network is the document in front.
  boolean isNetworkShown() {
    return NETWORK.equals(documentsDock.shown());
  }

  void theme(Theme chosen) {
    theme = chosen;
    canvas.theme(theme);
    packets.theme(theme);
    talk.theme(theme);
    frames.theme(theme);
    timeline.theme(theme);
    toolbar.dark(theme == Theme.DARK);
  }

  @Override
  public void close() {
    transport.close();
    scripts.dispose();
    side.dispose();
    properties.dispose();
  }
}
