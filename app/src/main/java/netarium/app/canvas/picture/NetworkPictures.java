package netarium.app.canvas.picture;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Scale;
import netarium.app.canvas.CanvasView;
import netarium.app.canvas.paint.Brush;
import netarium.app.canvas.paint.Ink;
import netarium.app.canvas.paint.LinkPainter;
import netarium.app.canvas.paint.NodePainter;
import netarium.app.canvas.paint.Overlay;
import netarium.app.canvas.paint.PacketPainter;
import netarium.app.canvas.paint.TextFit;
import netarium.app.canvas.paint.Words;
import netarium.app.canvas.scene.CanvasScene;
import netarium.app.canvas.scene.Viewport;
import netarium.app.theme.Fonts;
import netarium.app.theme.Theme;

/// Makes pictures of a scene, of all of it or of what a view shows, in either theme and without any
/// window. Toolkit thread only.
public final class NetworkPictures {
  private static final double MARGIN = 48;
  private static final double LARGEST = 8_192;

  private final Locale locale;

  public NetworkPictures(Locale locale) {
    this.locale = locale;
  }

  /// The view that shows a whole scene at this zoom, or smaller if the picture became too large.
  public static Viewport whole(CanvasScene scene, double zoom) {
    Viewport.Extent extent = Viewport.extent(scene);
    double side = Math.max(1, Math.max(extent.width(), extent.height()));
    double chosen = Math.min(zoom, (LARGEST - 2 * MARGIN) / side);
    return new Viewport(
        extent.west() - MARGIN / chosen,
        extent.north() - MARGIN / chosen,
        chosen,
        Math.ceil(extent.width() * chosen + 2 * MARGIN),
        Math.ceil(extent.height() * chosen + 2 * MARGIN));
  }

  /// The picture as the screen shows it; `scale` makes it finer.
  public Image image(CanvasScene scene, Viewport view, Theme theme, double scale) {
    CanvasView canvas = new CanvasView(locale);
    Scene window = new Scene(canvas, view.width(), view.height());
    theme.apply(window);
    canvas.theme(theme);
    canvas.show(scene, view, Overlay.NONE.withLegend(false));
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(scale, scale));
    parameters.setFill(theme.palette().canvas());
    return canvas.snapshot(parameters, null);
  }

  public byte[] png(CanvasScene scene, Viewport view, Theme theme, double scale) {
    return Png.encode(image(scene, view, theme, scale));
  }

  /// The picture as an SVG document with this title; its fonts are named, not contained.
  public String svg(CanvasScene scene, Viewport view, Theme theme, String title) {
    Ink ink = new Ink(theme.palette(), new Fonts(), new TextFit(), new Words(locale));
    SvgPen pen = new SvgPen(theme.palette());
    Brush brush = new Brush(pen, scene, view, ink);
    new LinkPainter(brush).paint();
    new NodePainter(brush).paint();
    new PacketPainter(brush).paint();
    return pen.document(title);
  }
}
