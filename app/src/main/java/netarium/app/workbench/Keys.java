package netarium.app.workbench;

/// The shortcuts of the commands, as JavaFX writes them: once for the window and for its help.
final class Keys {
  private Keys() {}

  /// The shortcut of a command; empty where it has none.
  static String of(String command) {
    return switch (command) {
      case "run-pause" -> "F5";
      case "step-frame" -> "F10";
      case "step-back" -> "Shift+F10";
      case "step-event" -> "Alt+F10";
      case "live-edge" -> "End";
      case "reset" -> "Shortcut+R";
      case "new" -> "Shortcut+N";
      case "open" -> "Shortcut+O";
      case "save" -> "Shortcut+S";
      case "save-as" -> "Shortcut+Shift+S";
      case "welcome" -> "Shortcut+Shift+W";
      case "close" -> "Shortcut+Q";
      case "undo" -> "Shortcut+Z";
      case "redo" -> "Shortcut+Shift+Z";
      case "cut" -> "Shortcut+X";
      case "copy" -> "Shortcut+C";
      case "paste" -> "Shortcut+V";
      case "duplicate" -> "Shortcut+D";
      case "delete" -> "Delete";
      case "select-all" -> "Shortcut+A";
      case "find-node" -> "Shortcut+F";
      case "fit" -> "Shortcut+0";
      case "zoom-in" -> "Shortcut+Plus";
      case "zoom-out" -> "Shortcut+Minus";
      case "show-project" -> "Alt+1";
      case "lesson" -> "Alt+5";
      case "show-inspector" -> "Alt+2";
      case "fold-tools" -> "Alt+3";
      case "full-tools" -> "Alt+4";
      case "preferences" -> "Shortcut+Comma";
      case "palette" -> "Shortcut+Shift+P";
      case "help" -> "F1";
      default -> "";
    };
  }
}
