package netarium.app.workbench;

import java.util.function.BooleanSupplier;
import netarium.app.canvas.CanvasActions;
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
        .add("run-pause", "F5", transport::toggle)
        .add("step-frame", "F10", transport::stepFrame)
        .add("step-back", "Shift+F10", transport::stepBack)
        .add("step-event", "Alt+F10", transport::stepEvent)
        .add("live-edge", "End", () -> !transport.playhead().isLive(), transport::goLive)
        .add("reset", "Shortcut+R", transport::reset);
  }

  private void file() {
    commands
        .add("new", "Shortcut+N", () -> app.create(Templates.EMPTY))
        .add("open", "Shortcut+O", documents::chooseFile)
        .add("save", "Shortcut+S", documents::save)
        .add("save-as", "Shortcut+Shift+S", documents::saveAs)
        .add("export-bundle", "", documents::exportBundle)
        .add("export-png", "", desk::exportPng)
        .add("export-svg", "", desk::exportSvg)
        .add("export-capture", "", desk.exports()::hasRun, desk.exports()::capture)
        .add("export-recording", "", desk.exports()::hasRun, desk.exports()::recording)
        .add("welcome", "Shortcut+Shift+W", documents::close)
        .add("close", "Shortcut+Q", app::closeWindow);
  }

  private void edit() {
    EditHistory history = desk.document().history();
    CanvasActions actions = desk.canvas().actions();
    BooleanSupplier onCanvas = desk::isNetworkShown;
    commands
        .add("undo", "Shortcut+Z", history::canUndo, history::undo)
        .add("redo", "Shortcut+Shift+Z", history::canRedo, history::redo)
        .add("cut", "Shortcut+X", onCanvas, actions::cutSelected)
        .add("copy", "Shortcut+C", onCanvas, actions::copySelected)
        .add("paste", "Shortcut+V", actions::canPaste, actions::paste)
        .add("duplicate", "Shortcut+D", onCanvas, actions::duplicateSelected)
        .add("delete", "Delete", onCanvas, actions::removeSelected)
        .add("select-all", "Shortcut+A", onCanvas, actions::selectAll)
        .add("find-node", "Shortcut+F", onCanvas, () -> desk.canvas().find())
        .add("new-script", "", () -> desk.newScript(desk.selectedVm().orElse("")));
  }

  private void view() {
    commands
        .add("fit", "Shortcut+0", () -> desk.canvas().showAll())
        .add("zoom-in", "Shortcut+Plus", () -> desk.zoom(1.25))
        .add("zoom-out", "Shortcut+Minus", () -> desk.zoom(0.8))
        .add("layout", "", () -> desk.canvas().actions().layOut())
        .add("legend", "", desk::switchLegend)
        .add("minimap", "", desk::switchMinimap)
        .add("show-project", "Alt+1", () -> shell().showProject(!shell().isProjectShown()))
        .add("show-inspector", "Alt+2", () -> shell().showInspector(!shell().isInspectorShown()))
        .add("fold-tools", "Alt+3", () -> shell().foldTools(!shell().areToolsFolded()))
        .add("full-tools", "Alt+4", () -> shell().fillWithTools(!shell().areToolsFull()))
        .add("theme", "", app::switchTheme)
        .add("preferences", "Shortcut+Comma", app::showPreferences)
        .add("palette", "Shortcut+Shift+P", () -> desk.palette().open())
        .add("help", "F1", app::showHelp);
  }

  private Shell shell() {
    return desk.shell();
  }
}
