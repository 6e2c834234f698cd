/// What scripts can call, one file per Lua module. Each module is a thin layer over the VM's one
/// socket layer, its one file tree and its clock; [Libraries] puts them all into a new process.
///
/// Everything others could see or change is a *world call* (`asWorldCall`), so that it happens at
/// its exact instant. `io`, `os` and `fs` know their process only as a [ProcessHost].
///
/// Read in this order: [TaskApi], [NetApi], [Handles], [DialApi], [ProcessHost], [IoApi]. May use:
/// `vm` with the packages of its larger libraries, `lua`, `socket`, `codec` and what is below them.
@NullMarked
package netarium.engine.vm.api;

import org.jspecify.annotations.NullMarked;
