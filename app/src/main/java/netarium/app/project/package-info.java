/// The project that the window shows: opened, edited, saved, kept safe. Plain Java; everything
/// belongs to the FX thread but what is handed to the background executor.
///
/// Start at [netarium.app.project.Documents]: it opens, saves and closes;
/// [netarium.app.project.Document] is the project as it is on screen, unsaved text included.
/// [netarium.app.project.Autosave] writes unsaved work to a recovery folder,
/// [netarium.app.project.Recovery] finds what a killed process left there. People are asked through
/// [netarium.app.project.Questions] and [netarium.app.project.Choosers]. Imports `edit`, `session`,
/// `samples` and `text`.
@NullMarked
package netarium.app.project;

import org.jspecify.annotations.NullMarked;
