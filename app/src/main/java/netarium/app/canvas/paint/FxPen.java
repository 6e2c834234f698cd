package netarium.app.canvas.paint;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import netarium.app.canvas.scene.Glyph;
import netarium.app.theme.Fonts;
import org.kordamp.ikonli.Ikon;

/// Draws on a canvas of the toolkit. Glyphs come as pictures drawn once ([Sprites]).
public final class FxPen implements Pen {
  private final GraphicsContext gc;
  private final Fonts fonts;
  private final Sprites sprites;

  public FxPen(GraphicsContext gc, Fonts fonts, Sprites sprites) {
    this.gc = gc;
    this.fonts = fonts;
    this.sprites = sprites;
    gc.setLineJoin(StrokeLineJoin.ROUND);
    gc.setLineCap(StrokeLineCap.BUTT);
  }

  @Override
  public void clear(double width, double height) {
    gc.clearRect(0, 0, Math.max(width, gc.getCanvas().getWidth()), gc.getCanvas().getHeight());
  }

  @Override
  public void setFill(Color color) {
    gc.setFill(color);
  }

  @Override
  public void setStroke(Color color) {
    gc.setStroke(color);
  }

  @Override
  public void setLineWidth(double width) {
    gc.setLineWidth(width);
  }

  @Override
  public void setLineDashes(double... lengths) {
    gc.setLineDashes(lengths);
  }

  @Override
  public void setGlobalAlpha(double alpha) {
    gc.setGlobalAlpha(alpha);
  }

  @Override
  public void fillRect(double x, double y, double width, double height) {
    gc.fillRect(x, y, width, height);
  }

  @Override
  public void strokeRect(double x, double y, double width, double height) {
    gc.strokeRect(x, y, width, height);
  }

  @Override
  public void fillRoundRect(double x, double y, double width, double height, double arc) {
    gc.fillRoundRect(x, y, width, height, arc, arc);
  }

  @Override
  public void strokeRoundRect(double x, double y, double width, double height, double arc) {
    gc.strokeRoundRect(x, y, width, height, arc, arc);
  }

  @Override
  public void fillOval(double x, double y, double width, double height) {
    gc.fillOval(x, y, width, height);
  }

  @Override
  public void strokeOval(double x, double y, double width, double height) {
    gc.strokeOval(x, y, width, height);
  }

  @Override
  public void strokeLine(double fromX, double fromY, double toX, double toY) {
    gc.strokeLine(fromX, fromY, toX, toY);
  }

  @Override
  public void beginPath() {
    gc.beginPath();
  }

  @Override
  public void moveTo(double x, double y) {
    gc.moveTo(x, y);
  }

  @Override
  public void lineTo(double x, double y) {
    gc.lineTo(x, y);
  }

  @Override
  public void quadraticCurveTo(double controlX, double controlY, double x, double y) {
    gc.quadraticCurveTo(controlX, controlY, x, y);
  }

  @Override
  public void closePath() {
    gc.closePath();
  }

  @Override
  public void fill() {
    gc.fill();
  }

  @Override
  public void stroke() {
    gc.stroke();
  }

  @Override
  public void save() {
    gc.save();
  }

  @Override
  public void translate(double x, double y) {
    gc.translate(x, y);
  }

  @Override
  public void scale(double x, double y) {
    gc.scale(x, y);
  }

  @Override
  public void restore() {
    gc.restore();
  }

  @Override
  public void text(String text, double x, double y, Font font, TextAlignment align) {
    gc.setFont(font);
    gc.setTextAlign(align);
    gc.setTextBaseline(VPos.CENTER);
    gc.fillText(text, x, y);
  }

  @Override
  public void icon(Ikon icon, double x, double y, double size) {
    text(Character.toString(icon.getCode()), x, y, fonts.icon(size), TextAlignment.CENTER);
  }

  @Override
  public void glyph(Glyph glyph, double x, double y, double size) {
    double extent = sprites.extent();
    double shown = extent * size / sprites.size();
    gc.drawImage(
        sprites.image(glyph), Math.rint(x - shown / 2), Math.rint(y - shown / 2), shown, shown);
  }
}
