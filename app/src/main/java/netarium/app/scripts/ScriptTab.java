package netarium.app.scripts;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import netarium.app.canvas.scene.Item;
import netarium.app.project.Document;
import netarium.app.session.Selection;
import netarium.app.text.Texts;
import netarium.editor.ui.CaretPlace;
import netarium.editor.ui.LineMark;
import netarium.editor.ui.LuaEditor;
import netarium.topologies.path.ProjectPath;

/// One script on screen: the editor, and below it where the caret is and which machines run it.
/// What is typed is in the document at once.
public final class ScriptTab {
  private final Document document;
  private final String path;
  private final LuaEditor editor;
  private final ScriptStatus status;
  private final BorderPane root = new BorderPane();
  private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
  private final Runnable unlisten;
  private final boolean hasCarriageReturns;
  private Subscription failed = Subscription.EMPTY;
  private List<RunErrors.RunError> marked = List.of();
  private boolean isTyping;

  ScriptTab(Document document, String path, Selection selection, Locale locale) {
    this.document = document;
    this.path = path;
    editor = new LuaEditor(locale);
    status =
        new ScriptStatus(
            new Texts(ScriptTab.class, locale),
            id -> selection.select(Set.of(new Item.OfNode(id))));
    hasCarriageReturns = document.text(path).contains("\r\n");
    editor.load(document.text(path));
    editor.onTextChanged(this::typed);
    editor.caretProperty().subscribe(status::caret);
    editor.diagnosticsProperty().subscribe(status::problems);
    root.setCenter(editor);
    root.setBottom(status);
    root.getStyleClass().add("script-tab");
    unlisten = document.listen(this::changed);
    changed();
  }

  public Region node() {
    return root;
  }

  /// The project path of the script.
  public String path() {
    return path;
  }

  /// What to write on the tab.
  public String title() {
    return path.startsWith(ProjectPath.SCRIPTS)
        ? path.substring(ProjectPath.SCRIPTS.length())
        : path;
  }

  public LuaEditor editor() {
    return editor;
  }

  /// Whether the script is unsaved.
  public ReadOnlyBooleanProperty modifiedProperty() {
    return modified.getReadOnlyProperty();
  }

  /// Where the caret is, for a status line elsewhere.
  public CaretPlace caret() {
    return editor.caretProperty().get();
  }

  /// Puts the caret on a line and the line in the middle.
  public void reveal(int line) {
    editor.reveal(line);
    editor.requestFocus();
  }

  /// Marks the lines at which a run failed, in place of those marked before.
  public void mark(List<RunErrors.RunError> errors) {
    if (errors.equals(marked)) {
      return;
    }
    marked = errors;
    status.failed(errors);
    failed.unsubscribe();
    failed = Subscription.EMPTY;
    for (RunErrors.RunError error : errors) {
      failed = failed.and(editor.markLine(error.line(), LineMark.FAILED, error.message()));
    }
  }

  private void typed() {
    isTyping = true;
    String text = editor.text();
    document.text(path, hasCarriageReturns ? text.replace("\n", "\r\n") : text);
    isTyping = false;
  }

  /// The document has changed: perhaps by us, perhaps because the file was read anew.
  private void changed() {
    if (!isTyping && document.has(path)) {
      String text = document.text(path).replace("\r\n", "\n").replace('\r', '\n');
      if (!text.equals(editor.text())) {
        int line = caret().line();
        editor.load(text);
        editor.reveal(line);
      }
    }
    modified.set(document.isModified(path));
    status.users(document.usersOf(path));
  }

  void dispose() {
    unlisten.run();
    failed.unsubscribe();
    editor.dispose();
  }
}
