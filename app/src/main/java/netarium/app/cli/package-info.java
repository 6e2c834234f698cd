/// The command line: one class per command, over the engine's `run` package. Everything a command
/// prints goes to the streams it was given, so that tests read what a user reads.
///
/// Read [NetariumCommand] first, then [RunCommand].
@NullMarked
package netarium.app.cli;

import org.jspecify.annotations.NullMarked;
