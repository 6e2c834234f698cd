package netarium.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import netarium.editor.ui.EditorTheme;

/// A look: AtlantaFX's Primer with our tokens on top.
public enum Theme {
  LIGHT(new PrimerLight().getUserAgentStylesheet(), EditorTheme.LIGHT, "light.css"),
  DARK(new PrimerDark().getUserAgentStylesheet(), EditorTheme.DARK, "dark.css");

  private final String base;
  private final EditorTheme editor;
  private final String own;

  /// Read from the sheets once, when the first thing is painted.
  private static final class Palettes {
    static final Palette LIGHT = Palette.of(Tokens.of(Theme.LIGHT.tokens()));
    static final Palette DARK = Palette.of(Tokens.of(Theme.DARK.tokens()));
  }

  Theme(String base, EditorTheme editor, String own) {
    this.base = base;
    this.editor = editor;
    this.own = own;
  }

  public Palette palette() {
    return this == DARK ? Palettes.DARK : Palettes.LIGHT;
  }

  /// The sheets that name this theme's colours: the editor's, which the rest of the window shares,
  /// and what is ours alone.
  List<String> tokens() {
    return List.of(editor.stylesheet(), resource(own));
  }

  /// Our style sheets in the order in which they apply: the tokens of this theme, what both share,
  /// and the bridge that gives controls made for JavaFX's Modena our colours.
  public List<String> stylesheets() {
    List<String> sheets = new ArrayList<>(tokens());
    sheets.add(resource("workbench.css"));
    sheets.add(resource("modena-bridge.css"));
    return List.copyOf(sheets);
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
