/// What people set once: look, language, sizes, speed, questions. Stored in the user's config
/// folder, applied while the window is open.
///
/// [netarium.app.preferences.Preferences] is the model, [netarium.app.preferences.PreferencesView]
/// the pane. Imports `project` for the stored file, `session`, `theme` and `text`.
@NullMarked
package netarium.app.preferences;

import org.jspecify.annotations.NullMarked;
