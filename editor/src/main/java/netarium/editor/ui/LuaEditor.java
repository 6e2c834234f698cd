package netarium.editor.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import netarium.editor.lang.Diagnostic;
import netarium.editor.lang.Edit;
import netarium.editor.lang.LuaText;
import netarium.editor.lang.Search.Match;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

/// A code editor for one Lua script: an area of text, a bar above it for finding, and components.
///
/// Lines in this interface count from 1, as in messages; offsets from 0. Line ends are `\n`
/// whatever was loaded. Colours come from an [EditorTheme] on the scene.
public final class LuaEditor extends BorderPane {
  private final CodeArea area = new ScriptArea();
  private final LuaText lua = LuaText.of("");
  private final List<Consumer<TextChange>> listeners = new ArrayList<>();
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<CaretPlace> caret =
      new ReadOnlyObjectWrapper<>(CaretPlace.START);
  private final LineMarks marks = new LineMarks(this::refreshLine);
  private final Highlighting highlighting = new Highlighting(area, lua);
  private final SyntaxErrors errors = new SyntaxErrors(area);
  private final Zoom zoom = new Zoom(area);
  private final FindBar findBar;
  private final FindControl find;
  private Subscription installed = Subscription.EMPTY;

  /// `locale` is the language of the bars and tooltips.
  public LuaEditor(Locale locale) {
    EditorFonts.load();
    Messages messages = new Messages(locale);
    findBar = new FindBar(messages);
    find = new FindControl(findBar, area);
    getStyleClass().add("lua-editor");
    sceneProperty().subscribe(_ -> addRules());
    area.setAccessibleText(messages.text("editor.name"));
    area.setUndoManager(UndoUtils.plainTextUndoManager(area));
    area.getUndoManager().atMarkedPositionProperty().subscribe(isSaved -> dirty.set(!isSaved));
    area.getUndoManager().mark();
    area.plainTextChanges()
        .subscribe(
            change -> changed(change.getPosition(), change.getRemoved(), change.getInserted()));
    area.caretPositionProperty().addListener((_, _, _) -> caretMoved());
    setCenter(new VirtualizedScrollPane<>(area));
    List<EditorComponent> components =
        List.of(
            highlighting,
            new Gutter(area, marks, messages),
            errors,
            new BracketMatch(),
            new TypingKeys(area),
            find,
            new GoToLine(messages, area),
            zoom);
    components.forEach(each -> installed = installed.and(install(each)));
  }

  /// The whole script.
  public String text() {
    return lua.text();
  }

  /// Shows another script: nothing to undo, nothing unsaved, the caret at its start.
  public void load(String text) {
    errors.clear(this);
    area.replaceText(0, area.getLength(), text.replace("\r\n", "\n").replace('\r', '\n'));
    area.getUndoManager().forgetHistory();
    area.moveTo(0);
    area.showParagraphAtTop(0);
    markSaved();
  }

  /// Whether the text differs from what was loaded or saved last.
  public ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  /// Says that the text is what stands in its file now.
  public void markSaved() {
    area.getUndoManager().preventMerge();
    area.getUndoManager().mark();
    dirty.set(false);
  }

  /// Runs `action` after every change of the text.
  public Subscription onTextChanged(Runnable action) {
    return onChange(_ -> action.run());
  }

  /// What the last syntax check found; it follows the text by a moment.
  public ReadOnlyObjectProperty<List<Diagnostic>> diagnosticsProperty() {
    return errors.found();
  }

  public List<Diagnostic> diagnostics() {
    return errors.found().get();
  }

  /// Checks the syntax at once instead of a moment after the last change.
  public void checkNow() {
    errors.checkNow(this);
  }

  /// Marks a line until the handle is closed; the mark stays with its line while the text changes.
  public Subscription markLine(int line, LineMark mark, String message) {
    return marks.add(Math.clamp(line, 1, lua.lines()) - 1, mark, message);
  }

  /// Puts the caret at the start of a line and brings it to the middle of the view.
  public void reveal(int line) {
    int index = Math.clamp(line, 1, lua.lines()) - 1;
    area.moveTo(index, 0);
    area.showParagraphAtCenter(index);
  }

  public ReadOnlyObjectProperty<CaretPlace> caretProperty() {
    return caret.getReadOnlyProperty();
  }

  public void select(int anchor, int caret) {
    area.selectRange(anchor, caret);
    area.requestFollowCaret();
  }

  public String selectedText() {
    return area.getSelectedText();
  }

  /// Changes the text as if it had been typed: one step of undo.
  public void apply(Edit edit) {
    area.getUndoManager().preventMerge();
    area.replaceText(edit.start(), edit.end(), edit.text());
    area.getUndoManager().preventMerge();
    area.selectRange(edit.anchor(), edit.caret());
    area.requestFollowCaret();
  }

  public void undo() {
    area.undo();
  }

  public void redo() {
    area.redo();
  }

  /// Opens the bar above the text, with a field to replace if `isReplacing`.
  public void openFind(boolean isReplacing) {
    find.open(isReplacing);
  }

  /// 13 is the size at 100 %.
  public void setFontSize(double pixels) {
    zoom.set(pixels);
  }

  public Subscription install(EditorComponent component) {
    return component.installInto(this);
  }

  /// Takes out all that came with the editor; it is not shown again.
  public void dispose() {
    installed.unsubscribe();
    installed = Subscription.EMPTY;
    area.dispose();
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  LuaText lua() {
    return lua;
  }

  CodeArea area() {
    return area;
  }

  long restyledLines() {
    return highlighting.restyledLines();
  }

  /// How many want to know of changes.
  int listeners() {
    return listeners.size();
  }

  LineMarks marks() {
    return marks;
  }

  Subscription onChange(Consumer<TextChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Lays a style class over these places until `owner` sets others.
  void decorate(Object owner, String styleClass, List<Match> places) {
    highlighting.decorations().set(owner, styleClass, places, lua);
  }

  <E extends Event> Subscription filter(
      Node node, EventType<E> type, EventHandler<? super E> handler) {
    node.addEventFilter(type, handler);
    return () -> node.removeEventFilter(type, handler);
  }

  <E extends Event> Subscription listen(
      Node node, EventType<E> type, EventHandler<? super E> handler) {
    node.addEventHandler(type, handler);
    return () -> node.removeEventHandler(type, handler);
  }

  private void changed(int offset, String removed, String inserted) {
    int line = lua.lineAt(offset);
    int column = offset - lua.startOf(line);
    TextChange change =
        new TextChange(offset, removed, inserted, lua.replace(offset, removed.length(), inserted));
    marks.follow(change, column, lua.lines());
    // A line that is split gives its style to both halves.
    int last = line + change.insertedLines();
    for (int i = line; i <= last; i++) {
      if (!List.copyOf(area.getParagraph(i).getParagraphStyle()).equals(styleOf(i))) {
        refreshLine(i);
      }
    }
    for (Consumer<TextChange> each : List.copyOf(listeners)) {
      each.accept(change);
    }
  }

  /// The text area styles its lines while it enters a scene, before they can see the theme's
  /// colours: so the rules that name them come after it.
  private void addRules() {
    if (getScene() != null && getStylesheets().isEmpty()) {
      getStylesheets().add(EditorTheme.resource("editor.css").toExternalForm());
    }
  }

  private void caretMoved() {
    int offset = Math.min(area.getCaretPosition(), lua.length());
    int line = lua.lineAt(offset);
    caret.set(new CaretPlace(line + 1, offset - lua.startOf(line) + 1, offset));
  }

  private void refreshLine(int line) {
    if (line < area.getParagraphs().size()) {
      area.recreateParagraphGraphic(line);
      area.setParagraphStyle(line, styleOf(line));
    }
  }

  private List<String> styleOf(int line) {
    return marks.of(line).stream().filter(LineMark::coversLine).map(LineMark::styleClass).toList();
  }
}
