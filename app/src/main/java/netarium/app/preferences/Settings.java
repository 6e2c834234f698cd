package netarium.app.preferences;

import java.util.List;
import java.util.Locale;

/// All preferences at one moment, each within its bounds.
///
/// @param look light, dark, or as the system has it
/// @param language `en`, `de`, or empty for the system's
/// @param fontPixels the editor's font size
/// @param scalePercent how large everything is
/// @param autosaveSeconds how often unsaved work is kept
/// @param speed the name of the speed with which a run begins, as the transport calls it
/// @param asksBeforeClosing whether closing asks about unsaved work that has its place on the disk;
///   else it is saved
public record Settings(
    Look look,
    String language,
    int fontPixels,
    int scalePercent,
    int autosaveSeconds,
    String speed,
    boolean asksBeforeClosing) {
  public static final List<String> LANGUAGES = List.of("", "en", "de");
  public static final List<Integer> SCALES = List.of(100, 110, 125, 150, 175, 200);
  public static final int LEAST_FONT = 8;
  public static final int MOST_FONT = 40;

  /// Five seconds of work may be lost at most, and a write takes its time.
  public static final int MOST_AUTOSAVE = 4;

  public static final Settings DEFAULT = new Settings(Look.SYSTEM, "", 13, 100, 3, "FOLLOW", true);

  /// Which theme is shown.
  public enum Look {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// Whatever a file says, the result can be shown.
  public Settings {
    language = LANGUAGES.contains(language) ? language : "";
    fontPixels = Math.clamp(fontPixels, LEAST_FONT, MOST_FONT);
    scalePercent = Math.clamp(scalePercent, SCALES.getFirst(), SCALES.getLast());
    autosaveSeconds = Math.clamp(autosaveSeconds, 1, MOST_AUTOSAVE);
  }

  /// The language to speak; `system` is the one of the machine.
  public Locale locale(Locale system) {
    return language.isEmpty() ? system : Locale.of(language);
  }

  public Settings withLook(Look changed) {
    return new Settings(
        changed, language, fontPixels, scalePercent, autosaveSeconds, speed, asksBeforeClosing);
  }

  public Settings withLanguage(String changed) {
    return new Settings(
        look, changed, fontPixels, scalePercent, autosaveSeconds, speed, asksBeforeClosing);
  }

  public Settings withSizes(int font, int scale) {
    return new Settings(look, language, font, scale, autosaveSeconds, speed, asksBeforeClosing);
  }

  public Settings withAutosave(int seconds) {
    return new Settings(
        look, language, fontPixels, scalePercent, seconds, speed, asksBeforeClosing);
  }

  public Settings withSpeed(String changed) {
    return new Settings(
        look, language, fontPixels, scalePercent, autosaveSeconds, changed, asksBeforeClosing);
  }

  public Settings withQuestions(boolean onClosing) {
    return new Settings(
        look, language, fontPixels, scalePercent, autosaveSeconds, speed, onClosing);
  }
}
