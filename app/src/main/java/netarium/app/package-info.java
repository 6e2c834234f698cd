/// The program: the `netarium` command line, and in time the workbench.
///
/// [Launcher] is the entry; `netarium.app.cli` holds one class per command.
@NullMarked
package netarium.app;

import org.jspecify.annotations.NullMarked;
