package netarium.app.consoles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import netarium.app.text.Texts;

/// A button for each machine; those for which there is no room are in a menu. A dot says that a
/// console has news.
final class ConsoleTabs extends HBox {
  private static final PseudoClass NEWS = PseudoClass.getPseudoClass("news");
  private static final double MENU_WIDTH = 40;

  private final Consumer<Console> choose;
  private final Texts texts;
  private final ToggleGroup group = new ToggleGroup();
  private final MenuButton more = new MenuButton();
  private final List<Tab> tabs = new ArrayList<>();

  /// A console with its button and the number of changes somebody has seen.
  private static final class Tab {
    final Console console;
    final ToggleButton button;
    long seen;

    Tab(Console console) {
      this.console = console;
      button = new ToggleButton(console.name());
    }
  }

  ConsoleTabs(Consumer<Console> choose, Texts texts) {
    this.choose = choose;
    this.texts = texts;
    getStyleClass().add("console-tabs");
    more.getStyleClass().addAll("flat", "console-more");
    more.setAccessibleText(texts.text("more"));
    group
        .selectedToggleProperty()
        .addListener((_, old, now) -> group.selectToggle(now == null ? old : now));
  }

  void show(List<Console> consoles) {
    tabs.clear();
    group.getToggles().clear();
    for (Console console : consoles) {
      Tab tab = new Tab(console);
      tab.button.getStyleClass().add("console-tab");
      tab.button.setToggleGroup(group);
      tab.button.setOnAction(_ -> choose.accept(console));
      tabs.add(tab);
    }
    requestLayout();
    arrange(getWidth());
  }

  /// Which console is looked at, and which others have something new.
  void showNews(Console shown) {
    for (Tab tab : tabs) {
      boolean isShown = tab.console == shown;
      if (isShown) {
        tab.seen = tab.console.changes();
        if (!tab.button.isSelected()) {
          group.selectToggle(tab.button);
          arrange(getWidth());
        }
      }
      boolean hasNews = tab.console.changes() != tab.seen;
      tab.button.pseudoClassStateChanged(NEWS, hasNews);
      tab.button.setAccessibleText(
          hasNews ? texts.text("tab.news", tab.console.name()) : tab.console.name());
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return MENU_WIDTH;
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = 0;
    for (Tab tab : tabs) {
      width += widthOf(tab) + getSpacing();
    }
    return width;
  }

  @Override
  protected void layoutChildren() {
    arrange(getWidth());
    super.layoutChildren();
  }

  /// As many buttons as fit, the shown one among them; the others go into the menu.
  private void arrange(double width) {
    List<Node> fitting = new ArrayList<>();
    List<Tab> others = new ArrayList<>();
    Tab chosen = tabs.stream().filter(tab -> tab.button.isSelected()).findFirst().orElse(null);
    double room = computePrefWidth(-1) <= width ? width + 1 : width - MENU_WIDTH;
    if (chosen != null) {
      room -= widthOf(chosen) + getSpacing();
    }
    boolean isFull = false;
    for (Tab tab : tabs) {
      if (tab == chosen) {
        fitting.add(tab.button);
        continue;
      }
      room -= widthOf(tab) + getSpacing();
      isFull |= room < 0;
      if (isFull) {
        others.add(tab);
      } else {
        fitting.add(tab.button);
      }
    }
    if (!others.isEmpty()) {
      fitting.add(more);
    }
    if (!fitting.equals(getChildren())) {
      getChildren().setAll(fitting);
      more.getItems().setAll(others.stream().map(this::item).toList());
    }
  }

  private MenuItem item(Tab tab) {
    MenuItem item = new MenuItem(tab.console.name());
    item.setOnAction(_ -> choose.accept(tab.console));
    return item;
  }

  /// A button that is not shown has no size yet: then it is guessed by its text.
  private static double widthOf(Tab tab) {
    double known = tab.button.getParent() == null ? 0 : tab.button.prefWidth(-1);
    return known > 0 ? known : 22 + 7.2 * tab.console.name().length();
  }
}
