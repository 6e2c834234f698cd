package netarium.app.screen;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// The keys of a keyboard by the names that games know.
final class ScreenKeys {
  private static final Map<KeyCode, String> NAMES = new EnumMap<>(KeyCode.class);

  static {
    NAMES.put(KeyCode.SPACE, "space");
    NAMES.put(KeyCode.ENTER, "return");
    NAMES.put(KeyCode.ESCAPE, "escape");
    NAMES.put(KeyCode.BACK_SPACE, "backspace");
    NAMES.put(KeyCode.UP, "up");
    NAMES.put(KeyCode.DOWN, "down");
    NAMES.put(KeyCode.LEFT, "left");
    NAMES.put(KeyCode.RIGHT, "right");
    NAMES.put(KeyCode.KP_UP, "up");
    NAMES.put(KeyCode.KP_DOWN, "down");
    NAMES.put(KeyCode.KP_LEFT, "left");
    NAMES.put(KeyCode.KP_RIGHT, "right");
    NAMES.put(KeyCode.HOME, "home");
    NAMES.put(KeyCode.END, "end");
    NAMES.put(KeyCode.PAGE_UP, "pageup");
    NAMES.put(KeyCode.PAGE_DOWN, "pagedown");
    NAMES.put(KeyCode.INSERT, "insert");
    NAMES.put(KeyCode.DELETE, "delete");
    NAMES.put(KeyCode.SHIFT, "lshift");
    NAMES.put(KeyCode.COMMA, ",");
    NAMES.put(KeyCode.PERIOD, ".");
    NAMES.put(KeyCode.MINUS, "-");
    NAMES.put(KeyCode.PLUS, "+");
    NAMES.put(KeyCode.EQUALS, "=");
    NAMES.put(KeyCode.SLASH, "/");
    NAMES.put(KeyCode.BACK_SLASH, "\\");
    NAMES.put(KeyCode.SEMICOLON, ";");
    NAMES.put(KeyCode.QUOTE, "'");
    NAMES.put(KeyCode.OPEN_BRACKET, "[");
    NAMES.put(KeyCode.CLOSE_BRACKET, "]");
    NAMES.put(KeyCode.BACK_QUOTE, "`");
    NAMES.put(KeyCode.NUMBER_SIGN, "#");
  }

  private ScreenKeys() {}

  /// Empty for keys that belong to the window: Tab, which leads on, and those with a meaning of
  /// their own.
  static Optional<String> name(KeyCode code) {
    String known = NAMES.get(code);
    if (known != null) {
      return Optional.of(known);
    }
    String plain = code.getName();
    if (code.isLetterKey() && plain.length() == 1) {
      return Optional.of(Character.toString(Character.toLowerCase(plain.charAt(0))));
    }
    if (code.isDigitKey()) {
      char digit = plain.charAt(plain.length() - 1);
      return Optional.of(code.isKeypadKey() ? "kp" + digit : Character.toString(digit));
    }
    return Optional.empty();
  }
}
