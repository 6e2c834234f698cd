package netarium.app.canvas;

/// What menus of the canvas ask of other tools. The workbench gives it.
public interface OtherTools {
  /// Opens a script of the project.
  void openScript(String path);

  /// Begins a new script on a machine: asks for a template, adds it and opens it.
  void newScript(String vm);

  /// Whether there is anything to save of a link: something has run, and the link ends at a machine
  /// or a router, where captures are taken.
  boolean canCapture(String link);

  /// Saves what a link carries, or has carried, as a capture.
  void capture(String link);

  /// Shows the properties of what is selected.
  void showProperties();
}
