/// The Lua modules of a simulated machine that need a process, but nothing of how processes run:
/// `io`, `os`, `fs`.
///
/// Everything they know of their process is [ProcessHost], an interface of their own; whoever runs
/// processes implements it. Each function that can see or change something outside the Lua state is
/// a *world call*, so it happens at its exact instant.
///
/// Read in this order: [ProcessHost], [IoApi], [OsApi], [FsApi]. Uses `lua` and `vm.files`.
@NullMarked
package netarium.engine.vm.api;

import org.jspecify.annotations.NullMarked;
