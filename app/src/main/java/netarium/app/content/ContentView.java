package netarium.app.content;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import netarium.app.content.ContentText.Kind;
import netarium.app.text.Texts;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Octets that a program sent: set out, as they came, or in hexadecimal. Only lines in sight are
/// drawn, and of very much content only the beginning is shown.
public final class ContentView extends BorderPane {
  /// How many octets are shown at most.
  public static final int MOST_OCTETS = 1 << 18;

  private static final double ROW = 18;
  private static final double WIDE = 590;
  private static final Pattern JSON =
      Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"?)(\\s*:)?|(-?[0-9][0-9.eE+-]*|true|false|null)");

  private final Texts texts;
  private final ToggleButton pretty = new ToggleButton();
  private final ToggleButton raw = new ToggleButton();
  private final ToggleButton octetsButton = new ToggleButton();
  private final Button copy = new Button();
  private final Label remark = new Label();
  private final ListView<String> list = new ListView<>();
  private Octets octets = Octets.EMPTY;
  private Kind kind = Kind.NONE;
  private long total;
  private @Nullable ToggleButton wanted;

  public ContentView(Locale locale) {
    texts = new Texts(ContentView.class, locale);
    getStyleClass().add("content");
    ToggleGroup group = new ToggleGroup();
    toggle(pretty, "pretty", group);
    toggle(raw, "raw", group);
    toggle(octetsButton, "octets", group);
    pretty.setSelected(true);
    copy.setGraphic(new FontIcon(MaterialDesignC.CONTENT_COPY));
    copy.setAccessibleText(texts.text("copy"));
    copy.setTooltip(new Tooltip(texts.text("copy")));
    copy.getStyleClass().add("content-copy");
    copy.setOnAction(_ -> copyAll());
    remark.getStyleClass().add("content-remark");
    remark.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(2, pretty, raw, octetsButton, gap, remark, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("content-bar");
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new LineCell());
    list.setAccessibleText(texts.text("lines"));
    setTop(bar);
    setCenter(list);
    setMinSize(0, 0);
    widthProperty()
        .addListener((_, before, now) -> {
          boolean isOther = (before.doubleValue() < WIDE) != (now.doubleValue() < WIDE);
          if (isOther && (octetsButton.isSelected() || kind == Kind.BINARY)) {
            fill();
          }
        });
  }

  private void toggle(ToggleButton button, String key, ToggleGroup group) {
    button.setText(texts.text(key));
    button.getStyleClass().add("chip-toggle");
    button.setToggleGroup(group);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> {
      button.setSelected(true);
      wanted = button;
      fill();
    });
  }

  /// Shows octets of a type; `all` is how many there are, of which these may be the beginning.
  public void show(Octets beginning, String type, long all) {
    if (total == all && octets.equals(beginning)) {
      return;
    }
    octets = beginning;
    total = all;
    kind = ContentText.kindOf(octets, type, octets.length() == all);
    boolean isText = kind == Kind.JSON || kind == Kind.TEXT;
    pretty.setDisable(kind != Kind.JSON);
    raw.setDisable(!isText);
    ToggleButton best = kind == Kind.BINARY ? octetsButton : kind == Kind.TEXT ? raw : pretty;
    ToggleButton chosen = wanted == null || wanted.isDisabled() ? best : wanted;
    chosen.setSelected(true);
    fill();
  }

  private void fill() {
    list.getItems().setAll(lines());
    String cut =
        total > octets.length()
            ? texts.text("cut", octets.length(), total)
            : texts.text("size", total);
    remark.setText(kind == Kind.NONE ? "" : cut);
  }

  private List<String> lines() {
    if (kind == Kind.NONE) {
      return List.of();
    }
    if (octetsButton.isSelected() || kind == Kind.BINARY) {
      return ContentText.hex(octets, 0, hexRow());
    }
    return raw.isSelected() || kind == Kind.TEXT
        ? ContentText.text(octets)
        : ContentText.json(octets);
  }

  /// Half as many octets a line where a whole one would be cut.
  private int hexRow() {
    boolean isNarrow = getWidth() > 0 && getWidth() < WIDE;
    return isNarrow ? ContentText.HEX_ROW / 2 : ContentText.HEX_ROW;
  }

  private void copyAll() {
    ClipboardContent content = new ClipboardContent();
    content.putString(String.join("\n", list.getItems()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// A line; of JSON names, texts and numbers in their colours.
  private final class LineCell extends ListCell<String> {
    LineCell() {
      getStyleClass().add("content-line");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setText(null);
        setGraphic(null);
      } else if (kind == Kind.JSON && !octetsButton.isSelected()) {
        setText(null);
        setGraphic(colored(line));
      } else {
        setGraphic(null);
        setText(line.replace('\t', ' '));
      }
    }

    private Node colored(String line) {
      TextFlow flow = new TextFlow();
      flow.setMinWidth(USE_PREF_SIZE);
      Matcher found = JSON.matcher(line);
      int at = 0;
      while (found.find()) {
        add(flow, line.substring(at, found.start()), "content-plain");
        String word = found.group();
        String style =
            found.group(1) == null
                ? "content-number"
                : found.group(2) == null ? "content-string" : "content-name";
        add(flow, word, style);
        at = found.end();
      }
      add(flow, line.substring(at), "content-plain");
      return flow;
    }

    private static void add(TextFlow flow, String text, String style) {
      if (!text.isEmpty()) {
        Text made = new Text(text);
        made.getStyleClass().add(style);
        flow.getChildren().add(made);
      }
    }
  }
}
