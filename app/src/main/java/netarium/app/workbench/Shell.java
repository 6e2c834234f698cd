package netarium.app.workbench;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The frame of the window: toolbar, project and palette at the left, documents in the middle, the
/// inspector at the right, the timeline, the tools below, the status line.
///
/// Sides and tools fold away and come back at the size they had.
final class Shell extends StackPane {
  private static final double PROJECT_WIDTH = 224;
  private static final double INSPECTOR_WIDTH = 352;
  private static final double TOOLS_SHARE = 0.36;
  private static final double CONSOLES_SHARE = 0.27;

  private final SplitPane across = new SplitPane();
  private final SplitPane down = new SplitPane();
  private final SplitPane toolsAcross = new SplitPane();
  private final Region project;
  private final Region inspector;
  private final BorderPane work = new BorderPane();
  private final Dock tools;
  private final Dock consoles;
  private double toolsDivider = 1 - TOOLS_SHARE;
  private boolean areToolsFolded;
  private boolean areToolsFull;

  /// What stands where.
  record Parts(
      Node toolbar,
      Region project,
      Dock documents,
      Region inspector,
      Region timeline,
      Dock tools,
      Dock consoles,
      Node status,
      Node overlay) {}

  Shell(Parts parts) {
    getStyleClass().add("shell");
    project = parts.project();
    inspector = parts.inspector();
    tools = parts.tools();
    consoles = parts.consoles();
    project.getStyleClass().add("side");
    inspector.getStyleClass().add("side");
    SplitPane.setResizableWithParent(project, false);
    SplitPane.setResizableWithParent(inspector, false);
    project.setPrefWidth(PROJECT_WIDTH);
    inspector.setPrefWidth(INSPECTOR_WIDTH);
    project.setMinWidth(160);
    inspector.setMinWidth(240);
    parts.documents().setMinWidth(240);
    across.getItems().setAll(project, parts.documents(), inspector);
    work.setCenter(across);
    work.setBottom(parts.timeline());
    toolsAcross.getItems().setAll(tools, consoles);
    toolsAcross.setDividerPositions(1 - CONSOLES_SHARE);
    down.setOrientation(Orientation.VERTICAL);
    down.getItems().setAll(work, toolsAcross);
    down.setDividerPositions(toolsDivider);
    SplitPane.setResizableWithParent(toolsAcross, false);
    BorderPane frame = new BorderPane(down);
    frame.setTop(parts.toolbar());
    frame.setBottom(parts.status());
    getChildren().setAll(frame, parts.overlay());
    down.heightProperty().subscribe(this::keepFolded);
    widthProperty().subscribe(this::placeSides);
  }

  /// A split pane knows shares only; the sides begin with the widths they are made for.
  private void placeSides() {
    if (getWidth() > 0 && across.getDividers().size() == 2) {
      double width = getWidth();
      across.setDividerPositions(
          project.getPrefWidth() / width,
          1 - Math.min(inspector.getPrefWidth(), width / 3) / width);
    }
  }

  boolean isProjectShown() {
    return across.getItems().contains(project);
  }

  void showProject(boolean isShown) {
    showSide(project, 0, isShown);
  }

  /// Gives the left side this width.
  void projectWidth(double wide) {
    project.setPrefWidth(wide);
    placeSides();
  }

  boolean isInspectorShown() {
    return across.getItems().contains(inspector);
  }

  void showInspector(boolean isShown) {
    showSide(inspector, across.getItems().size(), isShown);
  }

  private void showSide(Region side, int place, boolean isShown) {
    if (isShown != across.getItems().contains(side)) {
      if (isShown) {
        across.getItems().add(place, side);
      } else {
        side.setPrefWidth(side.getWidth());
        across.getItems().remove(side);
      }
      placeSides();
    }
  }

  /// Whether only the tabs of the tools are left.
  boolean areToolsFolded() {
    return areToolsFolded;
  }

  void foldTools(boolean isFolded) {
    if (isFolded && !areToolsFolded) {
      toolsDivider = down.getDividerPositions()[0];
    }
    areToolsFolded = isFolded;
    areToolsFull = false;
    toolsAcross.setMaxHeight(isFolded ? Dock.HEAD : Double.MAX_VALUE);
    toolsAcross.setMinHeight(Dock.HEAD);
    down.setDividerPositions(isFolded ? 1 : toolsDivider);
  }

  /// Whether the tools fill the window.
  boolean areToolsFull() {
    return areToolsFull;
  }

  void fillWithTools(boolean isFull) {
    if (isFull == areToolsFull) {
      return;
    }
    if (isFull && !areToolsFolded) {
      toolsDivider = down.getDividerPositions()[0];
    }
    areToolsFolded = false;
    areToolsFull = isFull;
    toolsAcross.setMaxHeight(Double.MAX_VALUE);
    work.setCenter(isFull ? null : across);
    down.setDividerPositions(isFull ? 0 : toolsDivider);
  }

  /// Gives the consoles and screens so much of the width.
  void giveConsoles(double share) {
    toolsAcross.setDividerPositions(1 - share);
  }

  private void keepFolded() {
    if (areToolsFolded) {
      down.setDividerPositions(1);
    }
  }

  /// The shares of the split panes, to come back to.
  double[] shares() {
    double tool = areToolsFolded || areToolsFull ? toolsDivider : down.getDividerPositions()[0];
    return new double[] {
      width(project), width(inspector), tool, toolsAcross.getDividerPositions()[0]
    };
  }

  private static double width(Region side) {
    return side.getWidth() > 0 ? side.getWidth() : side.getPrefWidth();
  }

  /// Sets what [#shares] told.
  void shares(double... shares) {
    if (shares.length == 4) {
      project.setPrefWidth(Math.clamp(shares[0], 160, 480));
      inspector.setPrefWidth(Math.clamp(shares[1], 240, 720));
      toolsDivider = Math.clamp(shares[2], 0.1, 0.95);
      down.setDividerPositions(toolsDivider);
      toolsAcross.setDividerPositions(Math.clamp(shares[3], 0.1, 0.95));
      placeSides();
    }
  }
}
