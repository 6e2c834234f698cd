package netarium.app.welcome;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/// The program's mark: a small network in a terrarium. Its colours come from the style sheet.
public final class Mark extends StackPane {
  private static final double HALF = 16;

  /// `size` is its height.
  public Mark(double size) {
    double across = HALF * Math.sqrt(3) / 2;
    Polygon glass =
        new Polygon(
            0, -HALF, across, -HALF / 2, across, HALF / 2, 0, HALF, -across, HALF / 2, -across,
            -HALF / 2);
    glass.getStyleClass().add("mark-glass");
    Group drawn = new Group(glass);
    double[][] nodes = {{0, -5.5}, {-6, 5}, {6, 5}};
    for (double[] node : new double[][] {nodes[1], nodes[2]}) {
      Line line = new Line(nodes[0][0], nodes[0][1], node[0], node[1]);
      line.getStyleClass().add("mark-link");
      drawn.getChildren().add(line);
    }
    for (int i = 0; i < nodes.length; i++) {
      Circle circle = new Circle(nodes[i][0], nodes[i][1], 3);
      circle.getStyleClass().add(i == 0 ? "mark-first" : "mark-node");
      drawn.getChildren().add(circle);
    }
    double scale = size / (2 * HALF + 2.5);
    drawn.setScaleX(scale);
    drawn.setScaleY(scale);
    getChildren().add(new Group(drawn));
    getStyleClass().add("mark");
    setMinSize(size, size);
    setMaxSize(size, size);
  }
}
