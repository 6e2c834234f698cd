package netarium.app.workbench;

import java.util.function.BooleanSupplier;
import netarium.app.canvas.CanvasActions;
import netarium.app.canvas.CanvasModel;
import netarium.app.canvas.scene.Viewport;
import netarium.app.edit.EditHistory;
import netarium.app.project.Documents;
import netarium.app.project.Templates;
import netarium.app.session.Transport;

/// The commands of an open project. Their words are in the bundle, their order is that of the
/// command palette.
final class DeskCommands {
  private final AppGraph app;
  private final Desk desk;
  private final Documents documents;
  private final Commands commands;

  DeskCommands(AppGraph app, Desk desk, Documents documents, Commands commands) {
    this.app = app;
    this.desk = desk;
    this.documents = documents;
    this.commands = commands;
  }

  void add() {
    run();
    file();
    edit();
    view();
  }

  private void run() {
    Transport transport = desk.transport();
    commands
        .add("run-pause", transport::toggle)
        .add("step-frame", transport::stepFrame)
        .add("step-back", transport::stepBack)
        .add("step-event", transport::stepEvent)
        .add("live-edge", () -> !transport.playhead().isLive(), transport::goLive)
        .add("reset", transport::reset);
  }

  private void file() {
    commands
        .add("new", () -> app.create(Templates.EMPTY))
        .add("open", documents::chooseFile)
        .add("save", documents::save)
        .add("save-as", documents::saveAs)
        .add("export-bundle", documents::exportBundle)
        .add("export-png", desk::exportPng)
        .add("export-svg", desk::exportSvg)
        .add("export-capture", desk.exports()::hasRun, desk.exports()::capture)
        .add("export-recording", desk.exports()::hasRun, desk.exports()::recording)
        .add("welcome", documents::close)
        .add("close", app::closeWindow);
  }

  private void edit() {
    EditHistory history = desk.document().history();
    CanvasActions actions = desk.canvas().actions();
    BooleanSupplier onCanvas = desk::isNetworkShown;
    commands
        .add("undo", history::canUndo, history::undo)
        .add("redo", history::canRedo, history::redo)
        .add("cut", onCanvas, actions::cutSelected)
        .add("copy", onCanvas, actions::copySelected)
        .add("paste", actions::canPaste, actions::paste)
        .add("duplicate", onCanvas, actions::duplicateSelected)
        .add("delete", onCanvas, actions::removeSelected)
        .add("select-all", onCanvas, actions::selectAll)
        .add("find-node", onCanvas, () -> desk.canvas().find())
        .add("new-script", () -> desk.newScript(desk.selectedVm().orElse("")));
  }

  private void view() {
    CanvasModel network = desk.network();
    commands
        .add("fit", () -> desk.canvas().showAll())
        .add("zoom-in", () -> zoom(1.25))
        .add("zoom-out", () -> zoom(0.8))
        .add("layout", () -> desk.canvas().actions().layOut())
        .add("legend", () -> network.showsLegend(!network.showsLegend()))
        .add("minimap", () -> network.showsMinimap(!network.showsMinimap()))
        .add("lesson", () -> desk.document().lesson().isPresent(), this::turnSide)
        .add("show-project", () -> shell().showProject(!shell().isProjectShown()))
        .add("show-inspector", () -> shell().showInspector(!shell().isInspectorShown()))
        .add("fold-tools", () -> shell().foldTools(!shell().areToolsFolded()))
        .add("full-tools", () -> shell().fillWithTools(!shell().areToolsFull()))
        .add("theme", app::switchTheme)
        .add("preferences", app::showPreferences)
        .add("palette", () -> desk.palette().open())
        .add("help", app::showHelp);
  }

  private void zoom(double factor) {
    Viewport viewport = desk.network().viewport();
    desk.network().viewport(viewport.zoomed(factor, viewport.width() / 2, viewport.height() / 2));
  }

  /// The lesson comes to the front, or the project where the lesson is.
  private void turnSide() {
    shell().showProject(true);
    if (desk.side().isLessonShown()) {
      desk.side().showProject();
    } else {
      desk.side().showLesson();
    }
  }

  private Shell shell() {
    return desk.shell();
  }
}
