package netarium.app.consoles;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import netarium.app.consoles.ConsoleLine.Kind;
import netarium.app.text.TimeText;
import org.jspecify.annotations.Nullable;

/// A line of a console: the instant in the gutter, then the text in its colours.
final class ConsoleCell extends ListCell<ConsoleLine> {
  private static final PseudoClass LATER = PseudoClass.getPseudoClass("later");
  private static final int BASIC_COLORS = 16;

  private final ConsoleList list;
  private final Label time = new Label();
  private final TextFlow text = new TextFlow();
  private final Text bare = new Text();
  private final HBox row = new HBox(time, text);
  private String sought = "";
  private @Nullable Kind worn;

  ConsoleCell(ConsoleList list) {
    this.list = list;
    getStyleClass().add("console-cell");
    time.getStyleClass().add("console-time");
    text.getStyleClass().add("console-text");
    bare.getStyleClass().addAll("ansi", "bare");
    row.getStyleClass().add("console-row");
    row.setFillHeight(false);
    list.register(this);
  }

  @Override
  protected void updateItem(ConsoleLine line, boolean isEmpty) {
    super.updateItem(line, isEmpty);
    setText(null);
    if (isEmpty || line == null) {
      dress(null);
      setGraphic(null);
      return;
    }
    dress(line.kind());
    time.setText(TimeText.millis(line.atNanos()));
    fill(line);
    setGraphic(row);
    showTime();
  }

  /// The style class of the kind; touched only when it changes, for that costs a restyling.
  private void dress(@Nullable Kind kind) {
    if (kind != worn) {
      worn = kind;
      getStyleClass().removeIf(style -> style.startsWith("line-"));
      if (kind != null) {
        getStyleClass().add("line-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
  }

  private void fill(ConsoleLine line) {
    sought = list.sought();
    List<Ansi.Span> spans = line.spans();
    if (sought.isEmpty() && line.kind() != Kind.TYPED && isBare(spans)) {
      bare.setText(spans.getFirst().text());
      show(bare);
      return;
    }
    show(text);
    text.getChildren().clear();
    if (line.kind() == Kind.TYPED) {
      text.getChildren().add(piece("› ", Sgr.PLAIN, "prompt"));
    }
    if (!sought.isEmpty() && marks(line.text())) {
      return;
    }
    for (Ansi.Span span : spans) {
      text.getChildren().add(piece(span.text(), span.look(), ""));
    }
  }

  private static boolean isBare(List<Ansi.Span> spans) {
    return spans.size() == 1 && spans.getFirst().look().equals(Sgr.PLAIN);
  }

  private void show(Node content) {
    if (!row.getChildren().contains(content)) {
      row.getChildren().set(1, content);
    }
  }

  /// What was sought stands out; the line's own colours give way to it.
  private boolean marks(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    String wanted = sought.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(wanted);
    if (at < 0 || lower.length() != line.length()) {
      return false;
    }
    int from = 0;
    while (at >= 0) {
      text.getChildren().add(piece(line.substring(from, at), Sgr.PLAIN, ""));
      from = at + wanted.length();
      Label mark = new Label(line.substring(at, from));
      mark.getStyleClass().add("found");
      text.getChildren().add(mark);
      at = lower.indexOf(wanted, from);
    }
    text.getChildren().add(piece(line.substring(from), Sgr.PLAIN, ""));
    return true;
  }

  private static Node piece(String characters, Sgr look, String style) {
    if (look.background() != Sgr.DEFAULT || look.isInverse()) {
      Label label = new Label(characters);
      label.getStyleClass().add("ansi");
      label.setStyle(labelStyle(look));
      return label;
    }
    Text piece = new Text(characters);
    piece.getStyleClass().add("ansi");
    if (!style.isEmpty()) {
      piece.getStyleClass().add(style);
    }
    if (!look.equals(Sgr.PLAIN)) {
      piece.setStyle(textStyle(look));
    }
    return piece;
  }

  private static String textStyle(Sgr look) {
    String fill =
        look.foreground() == Sgr.DEFAULT ? "" : "-fx-fill: " + color(look.foreground()) + ";";
    return fill + shape(look) + (look.isUnderlined() ? "-fx-underline: true;" : "");
  }

  private static String labelStyle(Sgr look) {
    String ink = ink(look);
    String paper = paper(look.background());
    return "-fx-text-fill: "
        + (look.isInverse() ? paper : ink)
        + "; -fx-background-color: "
        + (look.isInverse() ? ink : paper)
        + ";"
        + shape(look)
        + (look.isUnderlined() ? "-fx-underline: true;" : "");
  }

  /// On a coloured ground black and white are what they say, and plain text is black.
  private static String ink(Sgr look) {
    int ink = look.foreground();
    if (look.background() == Sgr.DEFAULT) {
      return ink == Sgr.DEFAULT ? "-color-fg-default" : color(ink);
    }
    return switch (ink) {
      case Sgr.DEFAULT -> look.background() == 0 ? "#ffffff" : "#0d1117";
      case 0 -> "#0d1117";
      case 7, 15 -> "#ffffff";
      default -> color(ink);
    };
  }

  private static String paper(int color) {
    if (color == Sgr.DEFAULT) {
      return "-color-bg-default";
    }
    return color < BASIC_COLORS ? "-netarium-ansi-paper-" + color % 8 : color(color);
  }

  private static String shape(Sgr look) {
    return (look.isBold() ? "-fx-font-family: \"JetBrains Mono SemiBold\";" : "")
        + (look.isItalic() ? "-fx-font-style: italic;" : "")
        + (look.isFaint() ? "-fx-opacity: 0.65;" : "");
  }

  private static String color(int color) {
    return color < BASIC_COLORS
        ? "-netarium-ansi-" + color
        : String.format(Locale.ROOT, "#%06x", Sgr.rgb(color));
  }

  /// The playhead has moved, or something else is sought.
  void refresh() {
    ConsoleLine line = getItem();
    if (line != null && !isEmpty()) {
      showTime();
      if (!sought.equals(list.sought())) {
        fill(line);
      }
    }
  }

  private void showTime() {
    pseudoClassStateChanged(LATER, getItem().atNanos() > list.instant());
  }
}
