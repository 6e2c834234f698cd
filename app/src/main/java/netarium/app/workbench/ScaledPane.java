package netarium.app.workbench;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows one region larger than it believes to be.
final class ScaledPane extends Pane {
  private final Scale scale = new Scale(1, 1, 0, 0);

  void content(Region content) {
    content.getTransforms().setAll(scale);
    getChildren().setAll(content);
  }

  /// 1 as designed, 2 twice as large.
  void scale(double factor) {
    scale.setX(factor);
    scale.setY(factor);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    getChildren()
        .forEach(each ->
            each.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY()));
  }
}
