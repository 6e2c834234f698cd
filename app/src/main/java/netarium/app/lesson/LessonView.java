package netarium.app.lesson;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import netarium.app.project.Document;
import netarium.app.text.Texts;
import netarium.topologies.Topology;
import netarium.topologies.path.ProjectPath;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lesson of a project, to read; with the pencil pressed, its Markdown, to write.
public final class LessonView extends BorderPane {
  private final Document document;
  private final Texts texts;
  private final Consumer<LessonTarget> follow;
  private final ScrollPane scroll = new ScrollPane();
  private final TextArea area = new TextArea();
  private final ToggleButton pencil = new ToggleButton(null, new FontIcon("mdi2p-pencil"));
  private final Runnable unlisten;
  private @Nullable Shown shown;

  /// What the page was made of.
  private record Shown(String text, Topology topology, Set<String> scripts) {}

  /// `follow` goes where a link leads.
  public LessonView(Document document, Locale locale, Consumer<LessonTarget> follow) {
    this.document = document;
    this.follow = follow;
    texts = new Texts(LessonView.class, locale);
    getStyleClass().add("lesson-view");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("lesson-scroll");
    area.setWrapText(true);
    area.getStyleClass().add("lesson-text");
    area.setAccessibleText(texts.text("edit"));
    area.textProperty().subscribe((_, text) -> typed(text));
    pencil.getStyleClass().addAll("flat", "button-icon");
    pencil.setTooltip(new Tooltip(texts.text("edit")));
    pencil.setAccessibleText(texts.text("edit"));
    pencil.selectedProperty().subscribe(_ -> turn());
    turn();
    unlisten = document.listen(this::changed);
  }

  /// What turns the page into its Markdown and back, for the head of the panel.
  public Node pencil() {
    return pencil;
  }

  /// Whether the Markdown is there to write, rather than the page to read.
  public boolean isWriting() {
    return pencil.isSelected();
  }

  public void write(boolean isOn) {
    pencil.setSelected(isOn);
  }

  /// The document is closed.
  public void dispose() {
    unlisten.run();
  }

  private void turn() {
    setCenter(isWriting() ? area : scroll);
    changed();
    if (isWriting()) {
      area.requestFocus();
    }
  }

  private void typed(String text) {
    if (isWriting()) {
      document.text(ProjectPath.LESSON, text);
    }
  }

  private void changed() {
    String text = document.text(ProjectPath.LESSON);
    if (isWriting()) {
      if (!text.equals(area.getText())) {
        area.setText(text);
      }
      return;
    }
    Shown now = new Shown(text, document.topology(), document.scripts());
    if (!now.equals(shown)) {
      shown = now;
      double place = scroll.getVvalue();
      scroll.setContent(
          new LessonPage(
              Markdown.read(text),
              texts,
              address -> LessonTarget.of(address, now.topology(), now.scripts()),
              this::goTo));
      scroll.setVvalue(place);
    }
  }

  private void goTo(LessonTarget target) {
    if (target instanceof LessonTarget.Page(String address)) {
      LessonPage.copy(address);
    } else {
      follow.accept(target);
    }
  }
}
