package netarium.editor.ui;

import java.net.URL;
import java.util.Objects;

/// The colours of an editor, as a stylesheet for the scene or any parent of the editor.
public enum EditorTheme {
  LIGHT("editor-light.css"),
  DARK("editor-dark.css");

  private final String file;

  EditorTheme(String file) {
    this.file = file;
  }

  public String stylesheet() {
    return resource(file).toExternalForm();
  }

  /// A file that is packed beside this class.
  static URL resource(String name) {
    return Objects.requireNonNull(EditorTheme.class.getResource(name), name + " is packed");
  }
}
