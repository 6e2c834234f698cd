package netarium.app.welcome;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import netarium.app.theme.Theme;

/// The picture of a sample in whatever space it gets, cut to size. It is asked for once the space
/// is known, and again when it has become another one.
final class PictureBox extends Region {
  private static final int STEP = 40;
  private static final double ROUND = 7;

  private final SamplePictures pictures;
  private final SampleCard card;
  private final Theme theme;
  private final ImageView view = new ImageView();
  private int asked;

  /// The corners on the side of the frame are round: those at the left if it `isAtLeft`, else those
  /// at the top.
  PictureBox(SamplePictures pictures, SampleCard card, Theme theme, boolean isAtLeft) {
    this.pictures = pictures;
    this.card = card;
    this.theme = theme;
    getStyleClass().add("sample-picture");
    Rectangle clip = new Rectangle();
    clip.setArcWidth(2 * ROUND);
    clip.setArcHeight(2 * ROUND);
    clip.widthProperty().bind(widthProperty().add(isAtLeft ? ROUND : 0));
    clip.heightProperty().bind(heightProperty().add(isAtLeft ? 0 : ROUND));
    setClip(clip);
    getChildren().add(view);
  }

  @Override
  protected void layoutChildren() {
    int wide = (int) Math.ceil(getWidth() / STEP) * STEP;
    int high = (int) Math.round(getHeight());
    if (wide > 0 && high > 0 && wide != asked) {
      asked = wide;
      pictures.picture(
          card,
          theme,
          wide,
          high,
          image -> {
            view.setImage(image);
            requestLayout();
          });
    }
    if (view.getImage() != null) {
      double left = (getWidth() - view.getImage().getWidth()) / 2;
      view.relocate(Math.rint(left), 0);
    }
  }
}
