/// The project as a tree: its machines with their addresses, its scripts, files and lesson.
///
/// [netarium.app.tree.ProjectTree] is the model, [netarium.app.tree.ProjectTreeView] the view.
/// Imports `project`, `scripts`, `edit`, `session`, `text`, and the icons of the canvas.
@NullMarked
package netarium.app.tree;

import org.jspecify.annotations.NullMarked;
