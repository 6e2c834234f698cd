/// The questions and file dialogs of `project` as windows of JavaFX, and the thread that does its
/// slow work. Imports `project`, `theme` and `text`.
@NullMarked
package netarium.app.dialogs;

import org.jspecify.annotations.NullMarked;
