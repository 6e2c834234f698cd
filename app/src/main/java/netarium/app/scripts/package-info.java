/// Scripts on screen: a tab for each around the Lua editor, what a run says about its lines, and
/// new scripts from templates.
///
/// Start at [netarium.app.scripts.ScriptTabs], which knows the open ones;
/// [netarium.app.scripts.ScriptTab] is one of them. Imports `project`, `session`, `edit`, `theme`,
/// `text` and the editor.
@NullMarked
package netarium.app.scripts;

import org.jspecify.annotations.NullMarked;
