package netarium.app.canvas.paint;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.Glyph;
import org.kordamp.ikonli.Ikon;

/// What painters draw with: a canvas of the toolkit or a file. The calls are those of JavaFX's
/// `GraphicsContext`, as far as a network needs them.
public interface Pen {
  /// Begins a picture of this size with nothing in it.
  void clear(double width, double height);

  void setFill(Color color);

  void setStroke(Color color);

  void setLineWidth(double width);

  /// On and off lengths; none for a solid line.
  void setLineDashes(double... lengths);

  void setGlobalAlpha(double alpha);

  void fillRect(double x, double y, double width, double height);

  void strokeRect(double x, double y, double width, double height);

  /// `arc` is the diameter of the corners.
  void fillRoundRect(double x, double y, double width, double height, double arc);

  void strokeRoundRect(double x, double y, double width, double height, double arc);

  void fillOval(double x, double y, double width, double height);

  void strokeOval(double x, double y, double width, double height);

  void strokeLine(double fromX, double fromY, double toX, double toY);

  void beginPath();

  void moveTo(double x, double y);

  void lineTo(double x, double y);

  void quadraticCurveTo(double controlX, double controlY, double x, double y);

  void closePath();

  void fill();

  void stroke();

  void save();

  void translate(double x, double y);

  void scale(double x, double y);

  void restore();

  /// Text whose middle is at `y`, in the colour of the fill.
  void text(String text, double x, double y, Font font, TextAlignment align);

  /// A pictogram with its middle at a point, in the colour of the fill.
  void icon(Ikon icon, double x, double y, double size);

  /// The shape of a protocol with its middle at a point and a halo that parts it from lines.
  void glyph(Glyph glyph, double x, double y, double size);
}
