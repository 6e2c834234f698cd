package netarium.app.properties;

import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.property.editor.PropertyEditor;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// What a property is typed into, with what is wrong below it. Enter or leaving the field changes
/// the property, Esc brings back what it was; a wrong value stays in the field and changes nothing.
final class FieldEditor implements PropertyEditor<Object> {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  /// In larger networks every check takes too long to be made at every key.
  private static final int MOST_NODES_FOR_LIVE_CHECKS = 200;

  /// Where nothing is written and no value counts instead, words say what that means.
  private static final Set<String> WITH_HINTS = Set.of("gateway", "ipv6", "mac", "mtu", "until");

  private final FieldItem item;
  private final Field field;
  private final VBox root = new VBox();
  private final VBox inputs = new VBox();
  private final Label message = new Label();
  private final ToggleButton split = new ToggleButton();
  private final Input ab;
  private @Nullable Input other;
  private Field.Value shown = Field.Value.NONE;
  private boolean isShowing = true;

  /// One control, as far as all of them are alike.
  private interface Input {
    Node node();

    String text();

    void text(String text);
  }

  FieldEditor(FieldItem item) {
    this.item = item;
    field = item.field();
    ab = input();
    message.setWrapText(true);
    message.setMinHeight(VBox.USE_PREF_SIZE);
    message.getStyleClass().add("field-message");
    inputs.getStyleClass().add("field-inputs");
    HBox.setHgrow(inputs, Priority.ALWAYS);
    HBox line = new HBox(inputs);
    line.getStyleClass().add("field-line");
    if (field.isLive() && item.model().isRunning()) {
      FontIcon flash = new FontIcon(MaterialDesignF.FLASH_OUTLINE);
      flash.getStyleClass().add("live-mark");
      Label mark = new Label(null, flash);
      mark.setTooltip(new Tooltip(item.texts().text("live.tip")));
      line.getChildren().add(mark);
    }
    if (field.kind().isDirectional()) {
      line.getChildren().add(splitButton());
    }
    root.getChildren().addAll(line, message);
    root.getStyleClass().add("field-editor");
    say("");
    setValue(item.getValue());
  }

  private ToggleButton splitButton() {
    split.setGraphic(new FontIcon(MaterialDesignA.ARROW_LEFT_RIGHT));
    split.getStyleClass().addAll("flat", "split-button");
    split.setTooltip(new Tooltip(item.texts().text("split.tip")));
    split.setAccessibleText(item.texts().text("split.tip"));
    split.setOnAction(_ -> {
      if (!split.isSelected()) {
        commit();
      }
      arrange();
    });
    return split;
  }

  /// The control of the way back. Made when the directions first differ, for most never do.
  private Input ba() {
    Input made = other;
    if (made == null) {
      boolean wasShowing = isShowing;
      isShowing = true;
      made = input();
      made.text(ab.text());
      other = made;
      isShowing = wasShowing;
    }
    return made;
  }

  private void arrange() {
    if (!split.isSelected()) {
      inputs.getChildren().setAll(ab.node());
      return;
    }
    inputs
        .getChildren()
        .setAll(direction("direction.ab", ab.node()), direction("direction.ba", ba().node()));
  }

  private HBox direction(String key, Node input) {
    Label label = new Label(item.texts().text(key));
    label.getStyleClass().addAll("direction", "mono");
    label.setMinWidth(HBox.USE_PREF_SIZE);
    label.setTooltip(new Tooltip(item.texts().text("direction.tip", ends(key))));
    HBox.setHgrow(input, Priority.ALWAYS);
    HBox line = new HBox(label, input);
    line.getStyleClass().add("field-line");
    return line;
  }

  private Object[] ends(String key) {
    return item.model()
        .ends()
        .map(ends ->
            key.equals("direction.ab")
                ? new Object[] {ends.getFirst(), ends.getLast()}
                : new Object[] {ends.getLast(), ends.getFirst()})
        .orElse(new Object[] {"a", "b"});
  }

  private Input input() {
    return switch (field.kind()) {
      case FLAG, DIRECTIONAL_FLAG -> flag();
      case CHOICE -> choice();
      case LINES, ENTRIES, PAIRS, TABLE -> new TextInput(area());
      default -> new TextInput(line());
    };
  }

  private TextField line() {
    TextField line = new TextField();
    boolean isTold = field.otherwise().isEmpty() && WITH_HINTS.contains(field.label());
    line.setPromptText(isTold ? item.texts().text("hint." + field.label()) : field.otherwise());
    boolean isWords = field.kind() == Field.Kind.TEXT && field.label().equals("name");
    if (!isWords) {
      line.getStyleClass().add("mono");
    }
    line.setOnAction(_ -> commit());
    return line;
  }

  private TextArea area() {
    TextArea area = new TextArea();
    area.setPrefRowCount(field.kind().isRows() ? 3 : 4);
    area.setWrapText(!field.kind().isRows());
    if (field.kind().isRows()) {
      area.setPromptText(item.texts().text("hint." + field.label()));
      area.getStyleClass().add("mono");
    }
    return area;
  }

  private final class TextInput implements Input {
    private final TextInputControl control;

    TextInput(TextInputControl control) {
      this.control = control;
      control.setAccessibleText(item.getName());
      control.setAccessibleHelp(item.getDescription());
      control
          .focusedProperty()
          .subscribe(isFocused -> {
            if (!isFocused) {
              commit();
            }
          });
      control.textProperty().subscribe(_ -> typed());
      control.addEventHandler(
          KeyEvent.KEY_PRESSED,
          event -> {
            boolean isChanged = !value().equals(shown);
            if (event.getCode() == KeyCode.ESCAPE && isChanged) {
              setValue(shown);
              event.consume();
            }
          });
    }

    @Override
    public Node node() {
      return control;
    }

    @Override
    public String text() {
      return control.getText();
    }

    @Override
    public void text(String text) {
      if (!control.getText().equals(text)) {
        control.setText(text);
      }
    }
  }

  private Input flag() {
    CheckBox box = new CheckBox();
    box.setAccessibleText(item.getName());
    box.setOnAction(_ -> commit());
    return new Input() {
      @Override
      public Node node() {
        return box;
      }

      @Override
      public String text() {
        String value = Boolean.toString(box.isSelected());
        return value.equals(field.otherwise()) ? "" : value;
      }

      @Override
      public void text(String text) {
        box.setSelected(Boolean.parseBoolean(text.isEmpty() ? field.otherwise() : text));
      }
    };
  }

  private Input choice() {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(field.choices());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(item.getName());
    box.setOnAction(_ -> commit());
    return new Input() {
      @Override
      public Node node() {
        return box;
      }

      @Override
      public String text() {
        String value = box.getValue() == null ? "" : box.getValue();
        return value.equals(field.otherwise()) ? "" : value;
      }

      @Override
      public void text(String text) {
        box.setValue(text.isEmpty() ? field.otherwise() : text);
      }
    };
  }

  private Field.Value value() {
    return split.isSelected()
        ? new Field.Value(ab.text(), ba().text())
        : Field.Value.both(ab.text());
  }

  private void typed() {
    if (isShowing) {
      return;
    }
    boolean isSmall =
        item.model().document().topology().nodes().size() <= MOST_NODES_FOR_LIVE_CHECKS;
    Field.Value typed = value();
    if (typed.equals(shown)) {
      say("");
    } else if (isSmall) {
      say(item.model().objection(field, typed));
    }
  }

  private void commit() {
    if (isShowing) {
      return;
    }
    Field.Value typed = value();
    if (!typed.equals(shown)) {
      Optional<String> wrong = item.model().change(field, typed);
      say(wrong.orElse(""));
      if (wrong.isEmpty()) {
        setValue(item.getValue());
      }
    }
  }

  private void say(String what) {
    message.setText(what);
    message.setVisible(!what.isEmpty());
    message.setManaged(!what.isEmpty());
    root.pseudoClassStateChanged(REFUSED, !what.isEmpty());
  }

  /// The drawing may have changed: shows what it says now, unless that is shown already.
  void refresh() {
    Field.Value now = item.getValue();
    if (!now.equals(shown)) {
      setValue(now);
    }
  }

  @Override
  public Node getEditor() {
    return root;
  }

  @Override
  public Object getValue() {
    return value();
  }

  @Override
  public void setValue(Object value) {
    if (value instanceof Field.Value now) {
      isShowing = true;
      shown = now;
      split.setSelected(!now.isSame());
      ab.text(now.ab());
      if (other != null || split.isSelected()) {
        ba().text(now.ba());
      }
      arrange();
      say("");
      isShowing = false;
    }
  }
}
