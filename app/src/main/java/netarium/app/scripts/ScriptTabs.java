package netarium.app.scripts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netarium.app.project.Document;
import netarium.app.session.Playhead;
import netarium.app.session.Selection;

/// The scripts that are open in tabs. Whoever has the tab pane listens; scripts that are removed or
/// renamed close by themselves.
public final class ScriptTabs {
  private final Document document;
  private final RunErrors errors;
  private final Playhead playhead;
  private final Selection selection;
  private final Locale locale;
  private final Pane pane;
  private final Map<String, ScriptTab> open = new LinkedHashMap<>();
  private final List<Runnable> unlisten = new ArrayList<>();
  private double fontSize = 13;

  /// Where the tabs are put.
  public interface Pane {
    /// A script was opened: add a tab.
    void opened(ScriptTab tab);

    /// Bring this tab to the front.
    void shown(ScriptTab tab);

    /// Take the tab away.
    void closed(ScriptTab tab);
  }

  public ScriptTabs(
      Document document,
      RunErrors errors,
      Playhead playhead,
      Selection selection,
      Locale locale,
      Pane pane) {
    this.document = document;
    this.errors = errors;
    this.playhead = playhead;
    this.selection = selection;
    this.locale = locale;
    this.pane = pane;
    unlisten.add(document.listen(this::closeGone));
    unlisten.add(errors.listen(this::markAll));
    unlisten.add(playhead.listen(this::markAll));
  }

  /// Opens a script, or brings its tab to the front; empty if the project has none of that path.
  public Optional<ScriptTab> open(String path) {
    if (!document.has(path)) {
      return Optional.empty();
    }
    ScriptTab tab = open.get(path);
    if (tab == null) {
      tab = new ScriptTab(document, path, selection, locale);
      tab.editor().setFontSize(fontSize);
      open.put(path, tab);
      pane.opened(tab);
      mark(tab);
    }
    pane.shown(tab);
    return Optional.of(tab);
  }

  /// Opens a script at a line.
  public void reveal(String path, int line) {
    open(path).ifPresent(tab -> tab.reveal(line));
  }

  public void close(String path) {
    ScriptTab tab = open.remove(path);
    if (tab != null) {
      pane.closed(tab);
      tab.dispose();
    }
  }

  public List<ScriptTab> open() {
    return List.copyOf(open.values());
  }

  public void fontSize(double pixels) {
    fontSize = pixels;
    open.values().forEach(tab -> tab.editor().setFontSize(pixels));
  }

  private void closeGone() {
    for (String path : List.copyOf(open.keySet())) {
      if (!document.has(path)) {
        close(path);
      }
    }
  }

  private void markAll() {
    open.values().forEach(this::mark);
  }

  private void mark(ScriptTab tab) {
    tab.mark(errors.of(tab.path(), playhead.instant()));
  }

  /// The document is closed: all tabs go.
  public void dispose() {
    List.copyOf(open.keySet()).forEach(this::close);
    unlisten.forEach(Runnable::run);
    unlisten.clear();
  }
}
