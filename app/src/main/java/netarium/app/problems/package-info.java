/// What is wrong, or what keeps anything from happening, each with a sentence that says what to do.
///
/// [Problems] is the model: mistakes of the project, errors of scripts, and [Hints], which are read
/// off the events of a run. [ProblemsView] lists them.
@NullMarked
package netarium.app.problems;

import org.jspecify.annotations.NullMarked;
