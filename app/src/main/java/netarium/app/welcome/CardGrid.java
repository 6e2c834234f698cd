package netarium.app.welcome;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// Cards of one width in as many columns as fit; all cards of a row are as high as the highest.
/// Arrow keys go from card to card.
final class CardGrid extends Region {
  private final double leastWidth;
  private final int mostColumns;
  private final double gap;

  CardGrid(double leastWidth, int mostColumns, double gap) {
    this.leastWidth = leastWidth;
    this.mostColumns = mostColumns;
    this.gap = gap;
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  void show(List<? extends Node> cards) {
    getChildren().setAll(cards);
  }

  private int columns(double width) {
    int fitting = (int) ((width + gap) / (leastWidth + gap));
    int columns = Math.clamp(fitting, 1, mostColumns);
    int cards = getManagedChildren().size();
    // Four cards look better in two rows of two than with one left over.
    return columns == mostColumns - 1 && cards == mostColumns && columns > 2 ? 2 : columns;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? leastWidth : width;
    return walk(inner, false);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return mostColumns * leastWidth + (mostColumns - 1) * gap;
  }

  @Override
  protected double computeMinWidth(double height) {
    return leastWidth;
  }

  @Override
  protected void layoutChildren() {
    walk(getWidth(), true);
  }

  /// The height of all rows; places the cards on the way if asked to.
  private double walk(double width, boolean isPlacing) {
    int columns = columns(width);
    double card = Math.floor((width - gap * (columns - 1)) / columns);
    List<Node> cards = getManagedChildren();
    double y = 0;
    for (int first = 0; first < cards.size(); first += columns) {
      List<Node> row = cards.subList(first, Math.min(cards.size(), first + columns));
      double height = 0;
      for (Node each : row) {
        height = Math.max(height, each.prefHeight(card));
      }
      for (int i = 0; isPlacing && i < row.size(); i++) {
        row.get(i).resizeRelocate(i * (card + gap), y, card, height);
      }
      y += height + gap;
    }
    return Math.max(0, y - gap);
  }

  private void pressed(KeyEvent event) {
    List<Node> cards = getManagedChildren();
    int at = cards.indexOf(event.getTarget());
    int step = step(event.getCode());
    if (at >= 0 && step != 0) {
      int target = at + step;
      if (target >= 0 && target < cards.size()) {
        cards.get(target).requestFocus();
      }
      event.consume();
    }
  }

  private int step(KeyCode code) {
    return switch (code) {
      case RIGHT -> 1;
      case LEFT -> -1;
      case DOWN -> columns(getWidth());
      case UP -> -columns(getWidth());
      default -> 0;
    };
  }
}
