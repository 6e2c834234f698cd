package netarium.app.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import netarium.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// Blocks as nodes of JavaFX, one below the other, as wide as the page.
final class LessonPage extends VBox {
  private static final double INDENT = 22;

  private final Texts texts;
  private final Function<String, LessonTarget> targets;
  private final Consumer<LessonTarget> follow;

  /// `targets` says where a link leads, `follow` goes there.
  LessonPage(
      List<Block> blocks,
      Texts texts,
      Function<String, LessonTarget> targets,
      Consumer<LessonTarget> follow) {
    this.texts = texts;
    this.targets = targets;
    this.follow = follow;
    getStyleClass().add("lesson-page");
    fill(this, blocks);
  }

  private void fill(VBox box, List<Block> blocks) {
    for (Block block : blocks) {
      box.getChildren().add(node(block));
    }
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Heading(int level, List<Span> text) ->
          flow(text, "lesson-heading", "level-" + Math.min(level, 4));
      case Block.Paragraph(List<Span> text) -> flow(text, "lesson-paragraph");
      case Block.CodeBlock(String language, String code) -> code(language, code);
      case Block.Listing listing -> listing(listing);
      case Block.Quote(List<Block> blocks) -> {
        VBox box = new VBox();
        box.getStyleClass().add("lesson-quote");
        fill(box, blocks);
        yield box;
      }
      case Block.Grid(List<List<Block.Cell>> rows) -> grid(rows);
      case Block.Rule() -> {
        Region rule = new Region();
        rule.getStyleClass().add("lesson-rule");
        yield rule;
      }
    };
  }

  private TextFlow flow(List<Span> spans, String... classes) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().addAll(classes);
    spans.forEach(span -> flow.getChildren().add(node(span)));
    return flow;
  }

  private Node node(Span span) {
    String link = span.link();
    if (link != null) {
      return link(span, link);
    }
    Text text = new Text(span.text());
    text.getStyleClass().addAll(looks(span));
    return text;
  }

  private static List<String> looks(Span span) {
    List<String> looks = new ArrayList<>(List.of("lesson-words"));
    if (span.isStrong()) {
      looks.add("strong");
    }
    if (span.isEmphasis()) {
      looks.add("emphasis");
    }
    if (span.isCode()) {
      looks.add("code");
    }
    return looks;
  }

  /// A text and no control: it goes on in the next line where the page ends.
  private Node link(Span span, String address) {
    LessonTarget target = targets.apply(address);
    Text link = new Text(span.text());
    link.getStyleClass().addAll(looks(span));
    link.getStyleClass().add("lesson-link");
    Tooltip.install(link, new Tooltip(hint(target)));
    if (target instanceof LessonTarget.Nothing) {
      link.getStyleClass().add("dead");
      return link;
    }
    link.setAccessibleRole(AccessibleRole.HYPERLINK);
    link.setAccessibleText(span.text());
    link.setFocusTraversable(true);
    link.setPickOnBounds(true);
    link.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        follow.accept(target);
      }
    });
    link.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        follow.accept(target);
        event.consume();
      }
    });
    return link;
  }

  private String hint(LessonTarget target) {
    return switch (target) {
      case LessonTarget.Node(String id) -> texts.text("link.select", id);
      case LessonTarget.Link(String id) -> texts.text("link.select", id);
      case LessonTarget.Script(String path, int line) ->
          texts.text("link.open", line == 0 ? path : path + ":" + line);
      case LessonTarget.Page(String address) -> texts.text("link.copy", address);
      case LessonTarget.Nothing(String address) -> texts.text("link.nothing", address);
    };
  }

  private Node code(String language, String code) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("lesson-code");
    flow.getChildren().setAll(LuaColours.texts(language, code));
    // Long lines are read by scrolling: what is broken in the middle is not what one would type.
    ScrollPane scroll = new ScrollPane(flow);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("lesson-code-scroll");
    Button copy = new Button(null, new FontIcon("mdi2c-content-copy"));
    copy.getStyleClass().addAll("flat", "button-icon", "lesson-copy");
    copy.setTooltip(new Tooltip(texts.text("copy")));
    copy.setAccessibleText(texts.text("copy"));
    copy.setOnAction(_ -> copy(code));
    StackPane box = new StackPane(scroll, copy);
    StackPane.setAlignment(copy, Pos.TOP_RIGHT);
    box.getStyleClass().add("lesson-code-box");
    return box;
  }

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Node listing(Block.Listing listing) {
    VBox box = new VBox();
    box.getStyleClass().add("lesson-list");
    for (int i = 0; i < listing.items().size(); i++) {
      Label mark = new Label(listing.isNumbered() ? listing.start() + i + "." : "•");
      mark.getStyleClass().add("lesson-mark");
      mark.setMinWidth(INDENT);
      VBox item = new VBox();
      item.getStyleClass().add("lesson-item");
      fill(item, listing.items().get(i));
      HBox.setHgrow(item, Priority.ALWAYS);
      box.getChildren().add(new HBox(mark, item));
    }
    return box;
  }

  private Node grid(List<List<Block.Cell>> rows) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("lesson-grid");
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setHgrow(Priority.SOMETIMES);
      width.setMinWidth(36);
      grid.getColumnConstraints().add(width);
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < Math.min(columns, rows.get(row).size()); column++) {
        Block.Cell cell = rows.get(row).get(column);
        TextFlow flow = flow(cell.text(), "lesson-cell", row == 0 ? "head" : "body");
        flow.setPadding(new Insets(4, 8, 4, 8));
        flow.setTextAlignment(cell.isRight() ? TextAlignment.RIGHT : TextAlignment.LEFT);
        GridPane.setHalignment(flow, HPos.LEFT);
        grid.add(flow, column, row);
      }
    }
    return grid;
  }
}
