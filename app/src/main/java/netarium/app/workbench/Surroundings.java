package netarium.app.workbench;

import java.time.InstantSource;
import java.util.Locale;
import netarium.app.preferences.Preferences;
import netarium.app.project.Background;
import netarium.app.project.Choosers;
import netarium.app.project.Questions;
import netarium.app.project.UserFolders;

/// What the window needs of the world around it. A test brings its own.
///
/// @param folders where preferences, recent projects and unsaved work are kept
/// @param background where slow work is done
/// @param questions asks the person in front of the window
/// @param choosers asks them for files
/// @param clock tells the time of day
/// @param preferences how people like the window
/// @param locale the language of the window
public record Surroundings(
    UserFolders folders,
    Background background,
    Questions questions,
    Choosers choosers,
    InstantSource clock,
    Preferences preferences,
    Locale locale) {}
