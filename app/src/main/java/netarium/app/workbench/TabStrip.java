package netarium.app.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of tabs: icon, words, a count or a mark for unsaved work, and for documents a cross.
final class TabStrip extends HBox {
  private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final SequencedMap<String, Tab> tabs = new LinkedHashMap<>();
  private final Consumer<String> onSelect;
  private @Nullable String selected;

  /// One tab: what can change of it.
  static final class Tab {
    private final HBox box = new HBox();
    private final Label words;
    private final Label pill = new Label();
    private final Label dot = new Label("●");
    private final Tooltip tooltip = new Tooltip();
    private boolean isClosable;

    private Tab(String icon, String title) {
      FontIcon picture = new FontIcon(icon);
      picture.getStyleClass().add("tab-icon");
      words = new Label(title);
      words.getStyleClass().add("tab-words");
      words.setMinWidth(USE_PREF_SIZE);
      pill.getStyleClass().add("pill");
      dot.getStyleClass().add("unsaved-dot");
      box.getChildren().addAll(picture, words, pill, dot);
      box.getStyleClass().add("strip-tab");
      box.setAccessibleRole(AccessibleRole.TAB_ITEM);
      box.setAccessibleText(title);
      box.setFocusTraversable(true);
      count("");
      unsaved(false);
    }

    /// Other words than before.
    void title(String title) {
      words.setText(title);
      box.setAccessibleText(title);
    }

    /// A number beside the words; empty for none.
    void count(String text) {
      pill.setText(text);
      show(pill, !text.isEmpty());
    }

    /// Whether what is counted has to be seen to.
    void alarm(boolean isOn) {
      pill.pseudoClassStateChanged(ALARM, isOn);
    }

    void unsaved(boolean isUnsaved) {
      show(dot, isUnsaved);
    }

    /// How wide it is with its words.
    private double fullWidth() {
      double shown = box.prefWidth(-1);
      return words.isManaged() ? shown : shown + words.prefWidth(-1) + box.getSpacing();
    }

    /// Without words the icon stands for them, and says them when it is pointed at.
    private void wordless(boolean isWordless) {
      if (isWordless == words.isManaged()) {
        show(words, !isWordless);
        if (isWordless) {
          tooltip.setText(words.getText());
          Tooltip.install(box, tooltip);
        } else {
          Tooltip.uninstall(box, tooltip);
        }
      }
    }

    private static void show(Label part, boolean isShown) {
      part.setVisible(isShown);
      part.setManaged(isShown);
    }
  }

  TabStrip(Consumer<String> onSelect) {
    this.onSelect = onSelect;
    getStyleClass().add("tab-strip");
    setAccessibleRole(AccessibleRole.TAB_PANE);
  }

  Tab add(String id, String icon, String title) {
    Tab tab = new Tab(icon, title);
    tabs.put(id, tab);
    getChildren().add(tab.box);
    tab.box.setOnMousePressed(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        select(id);
      }
    });
    tab.box.setOnKeyPressed(event -> key(event, id));
    return tab;
  }

  /// A tab that can be closed, by its cross or the middle button.
  Tab addClosable(String id, String icon, String title, String closeWords, Runnable onClose) {
    Tab tab = add(id, icon, title);
    tab.isClosable = true;
    Button cross = new Button(null, new FontIcon("mdi2c-close"));
    cross.getStyleClass().add("tab-close");
    cross.setFocusTraversable(false);
    cross.setAccessibleText(closeWords);
    cross.setTooltip(new Tooltip(closeWords));
    cross.setOnAction(_ -> onClose.run());
    tab.box.getChildren().add(cross);
    tab.box.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.MIDDLE) {
        onClose.run();
      }
    });
    return tab;
  }

  /// Where there is no room for all words, tools in the back have their icons only. Documents keep
  /// theirs: they all have the same icon.
  @Override
  protected void layoutChildren() {
    double needed = tabs.values().stream().mapToDouble(Tab::fullWidth).sum();
    boolean isTight = needed > getWidth() + 0.5;
    tabs.forEach((id, tab) -> tab.wordless(isTight && !tab.isClosable && !id.equals(selected)));
    super.layoutChildren();
  }

  private void key(KeyEvent event, String id) {
    List<String> ids = List.copyOf(tabs.keySet());
    int at = ids.indexOf(id);
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
      select(id);
    } else if (code == KeyCode.LEFT && at > 0) {
      focus(ids.get(at - 1));
    } else if (code == KeyCode.RIGHT && at < ids.size() - 1) {
      focus(ids.get(at + 1));
    } else {
      return;
    }
    event.consume();
  }

  private void focus(String id) {
    select(id);
    tab(id).box.requestFocus();
  }

  void remove(String id) {
    Tab gone = tabs.remove(id);
    if (gone != null) {
      getChildren().remove(gone.box);
    }
  }

  boolean has(String id) {
    return tabs.containsKey(id);
  }

  Tab tab(String id) {
    Tab found = tabs.get(id);
    if (found == null) {
      throw new IllegalStateException("invariant broken: there is a tab " + id);
    }
    return found;
  }

  @Nullable String selected() {
    return selected;
  }

  void select(String id) {
    mark(id);
    onSelect.accept(id);
  }

  /// Shows a tab as the selected one and tells nobody.
  void mark(String id) {
    selected = id;
    for (Map.Entry<String, Tab> each : tabs.entrySet()) {
      each.getValue().box.pseudoClassStateChanged(SELECTED, each.getKey().equals(id));
    }
    requestLayout();
  }
}
