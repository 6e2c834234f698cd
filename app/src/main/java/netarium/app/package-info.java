/// The program: the window and the `netarium` command line.
///
/// [Launcher] is the entry; `netarium.app.cli` holds one class per command,
/// `netarium.app.workbench` the window, and every other package one tool of it or what they share.
@NullMarked
package netarium.app;

import org.jspecify.annotations.NullMarked;
