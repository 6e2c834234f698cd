package netarium.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;

/// A look: AtlantaFX's Primer with our tokens on top.
public enum Theme {
  LIGHT(new PrimerLight().getUserAgentStylesheet(), "light.css"),
  DARK(new PrimerDark().getUserAgentStylesheet(), "dark.css");

  private final String base;
  private final String tokens;

  Theme(String base, String tokens) {
    this.base = base;
    this.tokens = tokens;
  }

  public Palette palette() {
    return this == DARK ? Palette.DARK : Palette.LIGHT;
  }

  /// Our style sheets in the order in which they apply: the tokens of this theme, what both share,
  /// and the bridge that gives controls made for JavaFX's Modena our colours.
  public List<String> stylesheets() {
    return List.of(resource(tokens), resource("workbench.css"), resource("modena-bridge.css"));
  }

  /// Dresses a scene. The user agent stylesheet is the toolkit's: all windows change together.
  public void apply(Scene scene) {
    new Fonts();
    if (!base.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(base);
    }
    scene.getStylesheets().setAll(stylesheets());
    scene.setFill(palette().canvas());
  }

  private static String resource(String name) {
    URL found = Theme.class.getResource(name);
    if (found == null) {
      throw new IllegalStateException("invariant broken: the program contains " + name);
    }
    return found.toExternalForm();
  }
}
