package netarium.app.workbench;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Region;
import netarium.app.canvas.CanvasModel;
import netarium.app.canvas.CanvasPane;
import netarium.app.canvas.OtherTools;
import netarium.app.canvas.RunCommands;
import netarium.app.canvas.scene.Item;
import netarium.app.consoles.Consoles;
import netarium.app.edit.EditWords;
import netarium.app.packets.PacketsModel;
import netarium.app.packets.PacketsView;
import netarium.app.palette.PalettePanel;
import netarium.app.project.Document;
import netarium.app.project.Documents;
import netarium.app.scripts.NewScript;
import netarium.app.scripts.RunErrors;
import netarium.app.scripts.ScriptTab;
import netarium.app.scripts.ScriptTabs;
import netarium.app.scripts.ScriptTemplate;
import netarium.app.session.RunState.Phase;
import netarium.app.session.Selection;
import netarium.app.session.Transport;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import netarium.app.transport.TransportBar;
import netarium.app.tree.ProjectTree;
import netarium.app.tree.ProjectTreeView;
import netarium.topologies.node.Vm;
import netarium.topologies.stimulus.Stimulus;

/// Everything that shows and changes one open project: models first, then the tools on them, then
/// the frame they stand in.
public final class Desk implements AutoCloseable {
  private static final String NETWORK = "network";

  private final Document document;
  private final Texts texts;
  private final Selection selection = new Selection();
  private final Transport transport;
  private final CanvasModel canvasModel;
  private final CanvasPane canvas;
  private final ScriptTabs scripts;
  private final ProjectTreeView tree;
  private final PacketsView packets;
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

  Desk(AppGraph app, Surroundings world, Document document, Documents documents, Texts texts) {
    this.document = document;
    this.texts = texts;
    Locale locale = world.locale();
    editWords = new EditWords(locale);
    transport = new Transport(document::project, selection);
    canvasModel = new CanvasModel(document.history(), selection, transport.playhead(), locale);
    canvas = new CanvasPane(canvasModel, new OnTheRun(), new ForTheCanvas(), app.theme(), locale);
    RunErrors errors = new RunErrors();
    scripts =
        new ScriptTabs(document, errors, transport.playhead(), selection, locale, new ScriptPane());
    PacketsModel packetsModel = new PacketsModel();
    packets = new PacketsView(packetsModel, selection, transport.playhead(), locale, () -> {});
    Consoles consoles = new Consoles();
    tree = new ProjectTreeView(new ProjectTree(document, selection), new FromTheTree(), locale);
    transport.read(canvasModel.reader());
    transport.read(errors);
    transport.read(packetsModel);
    transport.read(consoles);

    commands = new Commands(texts);
    new DeskCommands(app, this, documents, commands).add();
    palette = new CommandPalette(commands, texts);
    TransportBar transportBar = new TransportBar(transport, locale);
    toolbar = new ToolBarRow(texts, commands, MainMenu.of(commands, texts), transportBar);
    status = new StatusBar(texts);
    documentsDock.add(NETWORK, "mdi2s-sitemap-outline", texts.text("tab.network"), canvas);
    tools.add("packets", "mdi2f-format-list-bulleted", texts.text("tab.packets"), packets);
    shell =
        new Shell(
            new Shell.Parts(
                toolbar,
                tree.node(),
                new PalettePanel(canvas.placing(), locale),
                documentsDock,
                inspector,
                new Region(),
                tools,
                consolesDock,
                status,
                palette));
    document.listen(this::documentChanged);
    transport.listen(this::runChanged);
    transport.playhead().listen(this::runChanged);
    canvasModel.listen(() -> status.zoom(canvasModel.viewport().zoom()));
    documentChanged();
    runChanged();
  }

  /// Cuts, crashes and pings of the canvas reach the run as stimuli.
  private final class OnTheRun implements RunCommands {
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
    public void capture(String link) {}

    @Override
    public void showProperties() {
      shell.showInspector(true);
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
    public void lesson() {}
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

  /// Begins a script: on a machine, which then runs it, or as a file alone.
  void newScript(String vm) {
    NewScript made = new NewScript(document);
    String path =
        document.topology().node(vm) instanceof Vm machine
            ? made.on(machine, ScriptTemplate.SERVER)
            : made.unused(ScriptTemplate.SERVER);
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
    toolbar.project(document.name(), document.isModified());
    toolbar.history(document.history(), editWords);
  }

  private void runChanged() {
    var state = transport.state();
    boolean isPast = !transport.playhead().isLive();
    String mood = isPast ? "past" : state.phase().name().toLowerCase(Locale.ROOT);
    status.state(texts.text("status." + mood), isPast ? "held" : mood);
    status.run(state.seed(), state.events(), state.frames(), state.hash());
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

  ScriptTabs scripts() {
    return scripts;
  }

  Shell shell() {
    return shell;
  }

  CommandPalette palette() {
    return palette;
  }

  public Commands commands() {
    return commands;
  }

  void zoom(double factor) {
    var viewport = canvasModel.viewport();
    canvasModel.viewport(viewport.zoomed(factor, viewport.width() / 2, viewport.height() / 2));
  }

  void switchLegend() {
    canvasModel.showsLegend(!canvasModel.showsLegend());
  }

  void switchMinimap() {
    canvasModel.showsMinimap(!canvasModel.showsMinimap());
  }

  /// Whether the network is the document in front.
  boolean isNetworkShown() {
    return NETWORK.equals(documentsDock.shown());
  }

  void theme(Theme theme) {
    canvas.theme(theme);
    scripts.theme(theme);
    packets.theme(theme);
    toolbar.dark(theme == Theme.DARK);
  }

  @Override
  public void close() {
    transport.close();
    scripts.dispose();
  }
}
