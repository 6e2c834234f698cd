/// What scripts can call, one file per Lua module. Each module is a thin layer over the VM's one
/// socket layer, its one file tree and its clock; `vm.program` puts them all into a new process.
/// Larger libraries with packages of their own use what is public here: [Handles], [StreamConn],
/// [StreamListener], [Deadline], [NetError].
///
/// Everything others could see or change is a *world call* (`asWorldCall`), so that it happens at
/// its exact instant. `io`, `os` and `fs` know their process only as a [ProcessHost].
///
/// Read in this order: [TaskApi], [NetApi], [Handles], [DialApi], [ProcessHost], [IoApi]. May use:
/// `vm`, `lua`, `socket`, `codec` and what is below them.
@NullMarked
package netarium.engine.vm.api;

import org.jspecify.annotations.NullMarked;
