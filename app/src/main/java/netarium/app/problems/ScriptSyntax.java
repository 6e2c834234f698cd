package netarium.app.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import netarium.app.problems.Finding.Severity;
import netarium.app.project.Background;
import netarium.app.project.Document;
import netarium.editor.lang.Diagnostic;
import netarium.editor.lang.Diagnostics;

/// What is wrong with the words of the scripts, opened or not, as they are written. A script is
/// read again when its text has become another one, off the window's thread.
public final class ScriptSyntax {
  private final Document document;
  private final Background background;
  private final Problems problems;
  private final Map<String, Read> read = new TreeMap<>();
  private boolean isReading;

  private record Read(String text, List<Finding> findings) {}

  public ScriptSyntax(Document document, Background background, Problems problems) {
    this.document = document;
    this.background = background;
    this.problems = problems;
    document.listen(this::changed);
    changed();
  }

  /// One reading at a time: while one lasts, what is typed waits for the next.
  private void changed() {
    if (isReading) {
      return;
    }
    boolean isLess = read.keySet().retainAll(document.scripts());
    Map<String, String> news = new TreeMap<>();
    for (String path : document.scripts()) {
      String text = document.text(path);
      Read known = read.get(path);
      if (known == null || !known.text.equals(text)) {
        news.put(path, text);
      }
    }
    if (!news.isEmpty()) {
      isReading = true;
      background.run(() -> findings(news), this::done);
    } else if (isLess) {
      tell();
    }
  }

  private void done(Map<String, Read> found) {
    isReading = false;
    read.putAll(found);
    tell();
    changed();
  }

  private void tell() {
    problems.scripts(read.values().stream().flatMap(each -> each.findings.stream()).toList());
  }

  private static Map<String, Read> findings(Map<String, String> texts) {
    Map<String, Read> found = new TreeMap<>();
    texts.forEach((path, text) -> found.put(path, new Read(text, findings(path, text))));
    return found;
  }

  private static List<Finding> findings(String path, String text) {
    List<Finding> findings = new ArrayList<>();
    for (Diagnostic each : Diagnostics.of(text)) {
      Place place = new Place.InText(path, each.line(), each.column());
      List<String> words = List.of(path, Integer.toString(each.line()), each.message());
      findings.add(new Finding(Severity.ERROR, "syntax", words, place, Finding.NO_EVENT, 0, 1));
    }
    return findings;
  }
}
