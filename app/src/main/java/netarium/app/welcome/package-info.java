/// What the window shows before a project is open: samples with pictures that the program makes
/// itself, recent projects, templates, unsaved work that was found.
///
/// Start at [netarium.app.welcome.WelcomeView]. Imports `project`, `samples`, `session`, `theme`,
/// `text`, and of the canvas what it needs to draw a picture.
@NullMarked
package netarium.app.welcome;

import org.jspecify.annotations.NullMarked;
