package netarium.app.canvas.paint;

import javafx.scene.paint.Color;
import netarium.topologies.node.NodeKind;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The pictograms of the canvas.
public final class Icons {
  static final Ikon BROKEN = MaterialDesignL.LINK_VARIANT_OFF;
  static final Ikon NETWORK = MaterialDesignS.SITEMAP;

  private Icons() {}

  public static Ikon of(NodeKind kind) {
    return switch (kind) {
      case VM -> MaterialDesignD.DESKTOP_CLASSIC;
      case SWITCH -> MaterialDesignS.SWITCH;
      case HUB -> MaterialDesignH.HUB;
      case ROUTER -> MaterialDesignR.ROUTER_NETWORK;
      case TUNNEL -> MaterialDesignC.CLOUD_OUTLINE;
    };
  }

  /// Draws an icon with its middle at a point.
  static void paint(Brush brush, Ikon icon, double x, double y, double size, Color color) {
    brush.pen().setFill(color);
    brush.pen().icon(icon, x, y, size);
  }
}
