package netarium.app.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A place where several tools lie one behind the other, each with its tab.
final class Dock extends BorderPane {
  /// How high the row of tabs is, in pixels: what is left of a folded dock.
  static final double HEAD = 36;

  private final Map<String, Region> pages = new LinkedHashMap<>();
  private final StackPane body = new StackPane();
  private final HBox head = new HBox();
  private final TabStrip strip = new TabStrip(this::turnTo);
  private Runnable onTurn = () -> {};

  Dock() {
    getStyleClass().add("dock");
    head.getStyleClass().add("dock-head");
    HBox.setHgrow(strip, Priority.ALWAYS);
    strip.setMinWidth(0);
    head.getChildren().add(strip);
    head.setMinHeight(HEAD);
    head.setPrefHeight(HEAD);
    setTop(head);
    setCenter(body);
    setMinSize(0, HEAD);
  }

  /// Calls `action` whenever another tool is in front.
  void onTurn(Runnable action) {
    onTurn = action;
  }

  TabStrip.Tab add(String id, String icon, String title, Region page) {
    pages.put(id, page);
    return first(id, strip.add(id, icon, title));
  }

  TabStrip.Tab addClosable(
      String id, String icon, String title, Region page, String closeWords, Runnable onClose) {
    pages.put(id, page);
    return first(id, strip.addClosable(id, icon, title, closeWords, onClose));
  }

  private TabStrip.Tab first(String id, TabStrip.Tab tab) {
    if (pages.size() == 1) {
      turnTo(id);
      strip.mark(id);
    }
    return tab;
  }

  /// Puts something at the right end of the row of tabs.
  void addTool(Node tool) {
    head.getChildren().add(tool);
  }

  void remove(String id) {
    boolean wasShown = id.equals(strip.selected());
    pages.remove(id);
    strip.remove(id);
    if (wasShown && !pages.isEmpty()) {
      show(pages.keySet().iterator().next());
    }
  }

  boolean has(String id) {
    return pages.containsKey(id);
  }

  TabStrip.Tab tab(String id) {
    return strip.tab(id);
  }

  @Nullable String shown() {
    return strip.selected();
  }

  /// Brings a tool to the front.
  void show(String id) {
    strip.select(id);
  }

  private void turnTo(String id) {
    Region page = pages.get(id);
    if (page != null) {
      body.getChildren().setAll(page);
      onTurn.run();
    }
  }
}
