package netarium.app.workbench;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import netarium.app.lesson.LessonTarget;
import netarium.app.lesson.LessonView;
import netarium.app.project.Document;
import netarium.app.text.Texts;
import netarium.app.tree.ProjectTreeView;

/// The left side of the window: the project with the palette below it, and behind a tab of its own
/// the lesson, if there is one. It stands beside the canvas, for that is what it speaks of.
final class ProjectSide extends StackPane {
  private static final String PROJECT = "project";
  private static final String LESSON = "lesson";

  /// A page of text needs more room than a tree.
  private static final double LESSON_WIDTH = 312;

  private final Document document;
  private final Texts texts;
  private final Dock dock = new Dock();
  private final Node adding;
  private final LessonView lesson;
  private final Runnable unlisten;
  private DoubleConsumer width = _ -> {};
  private double widthOfTree = -1;

  /// `follow` goes where a link of the lesson leads.
  ProjectSide(
      Document document,
      ProjectTreeView tree,
      Region palette,
      Consumer<LessonTarget> follow,
      Texts texts,
      Locale locale) {
    this.document = document;
    this.texts = texts;
    adding = tree.adding();
    lesson = new LessonView(document, locale, follow);
    VBox project = new VBox(tree.node(), palette);
    VBox.setVgrow(tree.node(), Priority.ALWAYS);
    dock.add(PROJECT, "mdi2f-file-tree-outline", texts.text("tab.project"), project);
    dock.addTool(adding);
    dock.addTool(lesson.pencil());
    dock.onTurn(this::turned);
    getChildren().add(dock);
    unlisten = document.listen(this::changed);
    changed();
    turned();
  }

  /// `change` gives the side another width.
  void onWidth(DoubleConsumer change) {
    width = change;
  }

  /// Brings the lesson to the front, if there is one.
  void showLesson() {
    if (dock.has(LESSON)) {
      dock.show(LESSON);
    }
  }

  void showProject() {
    dock.show(PROJECT);
  }

  boolean isLessonShown() {
    return LESSON.equals(dock.shown());
  }

  LessonView lesson() {
    return lesson;
  }

  void dispose() {
    unlisten.run();
    lesson.dispose();
  }

  private void changed() {
    boolean hasLesson = document.lesson().isPresent();
    if (hasLesson && !dock.has(LESSON)) {
      dock.add(LESSON, "mdi2b-book-open-page-variant-outline", texts.text("tab.lesson"), lesson);
    } else if (!hasLesson && dock.has(LESSON)) {
      dock.remove(LESSON);
    }
  }

  private void turned() {
    boolean isLesson = isLessonShown();
    for (Node each : new Node[] {adding, lesson.pencil()}) {
      boolean isShown = isLesson == Objects.equals(each, lesson.pencil());
      each.setVisible(isShown);
      each.setManaged(isShown);
    }
    double had = getWidth();
    if (isLesson && had > 0 && had < LESSON_WIDTH) {
      widthOfTree = had;
      width.accept(LESSON_WIDTH);
    } else if (!isLesson && widthOfTree > 0) {
      width.accept(widthOfTree);
      widthOfTree = -1;
    }
  }
}
