package netarium.topologies.path;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;

/// A project path names a file inside a project: parts joined by `/`, none of them `..`, the same
/// on every operating system. Both files that name such paths and archives that hold them go
/// through here, so nothing outside a project is ever read or written.
public final class ProjectPath {
  public static final String TOPOLOGY = "topology.json";
  public static final String LESSON = "lesson.md";
  public static final String SCRIPTS = "scripts/";
  public static final String FILES = "files/";
  private static final int MAX_CHARS = 200;
  private static final int MAX_PARTS = 12;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final List<String> DEVICES = List.of("con", "prn", "aux", "nul");
  private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9]");

  private ProjectPath() {}

  /// Whether `text` is such a path.
  public static Parsed<String> parse(String text) {
    String why = whyNot(text);
    return why == null
        ? Parsed.ok(text)
        : Parsed.bad(
            Quoted.text(text) + " " + why, "name a file of the project such as scripts/main.lua");
  }

  private static @Nullable String whyNot(String text) {
    if (text.isEmpty()) {
      return "is empty";
    }
    if (text.length() > MAX_CHARS) {
      return "is longer than " + MAX_CHARS + " characters";
    }
    if (text.startsWith("/") || text.startsWith("~") || DRIVE.matcher(text).matches()) {
      return "leads outside the project";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == ':' || Character.isISOControl(c) || isHalf(text, i)) {
        return "holds a character that no project path has";
      }
    }
    String[] parts = text.split("/", -1);
    if (parts.length > MAX_PARTS) {
      return "is more than " + MAX_PARTS + " folders deep";
    }
    for (String part : parts) {
      String why = whyNotPart(part);
      if (why != null) {
        return why;
      }
    }
    return null;
  }

  private static @Nullable String whyNotPart(String part) {
    if (part.equals("..")) {
      return "leads outside the project";
    }
    if (part.isEmpty() || part.equals(".")) {
      return "has an empty part";
    }
    if (part.endsWith(".") || part.endsWith(" ") || part.startsWith(" ")) {
      return "has a part that begins or ends with a space or ends with a dot";
    }
    int dot = part.indexOf('.');
    String stem = (dot < 0 ? part : part.substring(0, dot)).toLowerCase(Locale.ROOT);
    return DEVICES.contains(stem) || NUMBERED_DEVICE.matcher(stem).matches()
        ? "has a part that some systems keep for devices"
        : null;
  }

  private static boolean isHalf(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /// A path of a script: within `scripts/`.
  public static Parsed<String> parseScript(String text) {
    Parsed<String> path = parse(text);
    if (path instanceof Parsed.Ok && !text.startsWith(SCRIPTS)) {
      return Parsed.bad(
          Quoted.text(text) + " is not in the folder scripts",
          "did you mean \"" + SCRIPTS + Quoted.plain(text) + "\"?");
    }
    return path;
  }

  /// A path of something a machine's file can be copied from: within `files/` or `scripts/`.
  public static Parsed<String> parseSource(String text) {
    Parsed<String> path = parse(text);
    if (path instanceof Parsed.Ok && !text.startsWith(FILES) && !text.startsWith(SCRIPTS)) {
      return Parsed.bad(
          Quoted.text(text) + " is not in the folder files",
          "did you mean \"" + FILES + Quoted.plain(text) + "\"?");
    }
    return path;
  }

  /// Whether a project keeps a file of this name, by where it lies.
  public static boolean isKept(String path) {
    return path.equals(TOPOLOGY)
        || path.equals(LESSON)
        || path.startsWith(SCRIPTS)
        || path.startsWith(FILES);
  }
}
