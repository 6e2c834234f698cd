package netarium.engine.syntax.stubs;

import java.util.ArrayList;
import java.util.List;

/// Lines of a text as a stub gives them.
final class StubText {
  private static final String FENCE = "```";

  private StubText() {}

  /// The Lua blocks of a text whose lines come from consecutive lines of a file.
  static List<StubExample> examples(List<DocLine> lines) {
    List<StubExample> examples = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    int first = 0;
    for (DocLine each : lines) {
      if (first > 0 && each.text().strip().equals(FENCE)) {
        examples.add(new StubExample(code.toString(), first));
        code.setLength(0);
        first = 0;
      } else if (first > 0) {
        code.append(each.text()).append('\n');
      } else if (each.text().strip().equals(FENCE + "lua")) {
        first = each.line() + 1;
      }
    }
    return examples;
  }

  static String join(List<DocLine> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(each -> text.append(each.text()).append('\n'));
    return text.toString().strip();
  }

  /// Up to the first full stop that ends a sentence, in one line.
  static String summary(String text) {
    int paragraph = text.indexOf("\n\n");
    String first = paragraph < 0 ? text : text.substring(0, paragraph);
    int code = first.indexOf(FENCE);
    first = (code < 0 ? first : first.substring(0, code)).replace('\n', ' ').strip();
    int stop = first.indexOf(". ");
    return stop < 0 ? first : first.substring(0, stop + 1);
  }
}
