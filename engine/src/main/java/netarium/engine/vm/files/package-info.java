/// The files of one simulated machine: a tree in memory that no host path can reach.
///
/// It follows POSIX where a script can tell the difference: how a path is walked, what `rename` may
/// replace, that an unlinked file lives on while it is open, and C's texts for what goes wrong.
/// Failures are values ([FileError]); time and identity come in with each call ([FileCaller]), so
/// nothing here reads a clock. Links do not exist, neither hard nor symbolic.
///
/// Read in this order: [FileTree], [FileNode], [OpenFile], [FilePath]. Uses nothing.
@NullMarked
package netarium.engine.vm.files;

import org.jspecify.annotations.NullMarked;
