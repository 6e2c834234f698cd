package netarium.engine.syntax.stubs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Consecutive `---` lines: a text, then tags.
final class DocBlock {
  /// `@name rest`; `choices` are the lines that begin with a bar below it.
  record Tag(int line, String name, String rest, List<DocLine> choices) {}

  private final List<DocLine> text = new ArrayList<>();
  private final List<Tag> tags = new ArrayList<>();
  private final List<DocLine> strays = new ArrayList<>();
  private int lastLine;

  boolean isEmpty() {
    return lastLine == 0;
  }

  int lastLine() {
    return lastLine;
  }

  /// Text between tags, which would be lost.
  List<DocLine> strays() {
    return strays;
  }

  void add(DocLine line) {
    lastLine = line.line();
    String stripped = line.text().strip();
    if (stripped.startsWith("@")) {
      int blank = stripped.indexOf(' ');
      String name = blank < 0 ? stripped.substring(1) : stripped.substring(1, blank);
      String rest = blank < 0 ? "" : stripped.substring(blank).strip();
      tags.add(new Tag(line.line(), name, rest, new ArrayList<>()));
    } else if (tags.isEmpty()) {
      text.add(line);
    } else if (stripped.startsWith("|") && tags.getLast().name().equals("alias")) {
      tags.getLast().choices().add(new DocLine(line.line(), stripped.substring(1).strip()));
    } else {
      strays.add(line);
    }
  }

  String text() {
    return StubText.join(text);
  }

  List<StubExample> examples() {
    return StubText.examples(text);
  }

  List<Tag> tags() {
    return tags;
  }

  boolean has(String name) {
    return all(name).findAny().isPresent();
  }

  Stream<Tag> all(String name) {
    return tags.stream().filter(each -> each.name().equals(name));
  }

  Optional<Tag> first(String name) {
    return all(name).findFirst();
  }
}
