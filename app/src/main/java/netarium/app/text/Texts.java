package netarium.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// What one tool says to people, in their language; English where theirs is missing.
///
/// The bundle of the package `netarium.app.packets` is `netarium/app/packets/texts.properties`,
/// with `texts_de.properties` beside it.
public final class Texts {
  private final Locale locale;
  private final ResourceBundle bundle;

  /// The texts of the tool that `owner` belongs to.
  public Texts(Class<?> owner, Locale locale) {
    this.locale = locale;
    bundle =
        ResourceBundle.getBundle(
            owner.getPackageName() + ".texts",
            locale,
            owner.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  public Locale locale() {
    return locale;
  }

  /// The text of a key, with `{0}`, `{1}` … replaced by `values`.
  public String text(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }
}
