package netarium.app.scripts;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import netarium.app.text.Texts;
import netarium.editor.lang.Diagnostic;
import netarium.editor.ui.CaretPlace;
import netarium.topologies.node.Node;

/// The line below a script: which machines run it, what is wrong with it, where the caret is.
final class ScriptStatus extends HBox {
  private static final int MOST_NAMED = 4;

  private final Texts texts;
  private final Consumer<String> show;
  private final HBox users = new HBox();
  private final Label problems = new Label();
  private final Label caret = new Label();
  private List<String> shown = List.of();
  private List<Diagnostic> wrong = List.of();
  private List<RunErrors.RunError> failed = List.of();

  ScriptStatus(Texts texts, Consumer<String> show) {
    this.texts = texts;
    this.show = show;
    getStyleClass().add("script-status");
    users.getStyleClass().add("script-users");
    problems.getStyleClass().add("script-problems");
    problems.setMinWidth(0);
    caret.getStyleClass().addAll("mono", "script-caret");
    caret.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(users, gap, problems, caret);
    users.getChildren().add(new Label(texts.text("used.nowhere")));
  }

  void users(List<Node> nodes) {
    List<String> names = nodes.stream().map(Node::displayName).toList();
    if (names.equals(shown)) {
      return;
    }
    shown = names;
    users.getChildren().clear();
    users.getChildren().add(new Label(texts.text(nodes.isEmpty() ? "used.nowhere" : "used.on")));
    for (Node node : nodes.subList(0, Math.min(MOST_NAMED, nodes.size()))) {
      Hyperlink link = new Hyperlink(node.displayName());
      link.setOnAction(_ -> show.accept(node.id()));
      users.getChildren().add(link);
    }
    if (nodes.size() > MOST_NAMED) {
      users.getChildren().add(new Label(texts.text("used.more", nodes.size() - MOST_NAMED)));
    }
  }

  void problems(List<Diagnostic> found) {
    wrong = found;
    showProblem();
  }

  void failed(List<RunErrors.RunError> errors) {
    failed = errors;
    showProblem();
  }

  /// One thing at a time: what would keep the script from running, else what ended it.
  private void showProblem() {
    String text = "";
    if (!wrong.isEmpty()) {
      Diagnostic first = wrong.getFirst();
      text = texts.text("problem", Integer.toString(first.line()), first.message());
    } else if (!failed.isEmpty()) {
      RunErrors.RunError last = failed.getLast();
      text = texts.text("failed", Integer.toString(last.line()), last.message(), last.node());
    }
    problems.setText(text);
  }

  void caret(CaretPlace place) {
    caret.setText(place.line() + ":" + place.column());
    caret.setAccessibleText(texts.text("caret", place.line(), place.column()));
  }
}
