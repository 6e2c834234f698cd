package netarium.app.workbench;

import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import netarium.app.project.Document;
import netarium.topologies.path.ProjectPath;

/// The lesson of a project as its Markdown text.
final class LessonPage extends StackPane {
  private final Document document;
  private final TextArea area = new TextArea();

  LessonPage(Document document) {
    this.document = document;
    area.setWrapText(true);
    area.getStyleClass().add("lesson-text");
    getChildren().add(area);
    Runnable unlisten = document.listen(this::changed);
    changed();
    area.textProperty().subscribe((_, text) -> document.text(ProjectPath.LESSON, text));
    parentProperty()
        .subscribe((_, parent) -> {
          if (parent == null && !document.has(ProjectPath.LESSON)) {
            unlisten.run();
          }
        });
  }

  private void changed() {
    String text = document.text(ProjectPath.LESSON);
    if (!text.equals(area.getText())) {
      area.setText(text);
    }
  }
}
