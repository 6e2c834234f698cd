/// How programs come to run: a script with all its libraries ([Libraries]), a program of the file
/// tree, a pool of HTTP workers, what `/etc/bootstrap` lists, and what other programs start
/// ([SpawnApi]).
///
/// The packages of single libraries do not know each other's list; it stands here, above them all.
///
/// Read in this order: [ScriptLoader], [Libraries], [FileProgram]. May use: `vm` with all packages
/// of its libraries, and what `vm` may use.
@NullMarked
package netarium.engine.vm.program;

import org.jspecify.annotations.NullMarked;
