package netarium.editor.ui;

import javafx.util.Subscription;

/// One ability of an editor. Whoever installs it holds the handle that takes it out again, with
/// every listener and mark of it.
public interface EditorComponent {
  Subscription installInto(LuaEditor editor);
}
