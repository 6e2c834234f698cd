/// A simulated computer: one processor core, processes, tasks, a console.
///
/// A [Vm] runs [Process]es; each owns a Lua machine and has one or more [Task]s. [VirtualCpu] gives
/// the ready tasks their turns and turns units of work into simulated time. A task that waits is
/// parked with a [Completion]; [WaitQueue] and [Arrivals] wake it. [ProcessTable] knows who started
/// whom and lets go of what has ended. Files are in `vm.files`. What scripts can call stands in
/// `vm.api`, one file per Lua module; larger libraries have packages of their own: `vm.web`,
/// `vm.pool`, `vm.network`, `vm.json`, `vm.love`. `vm.program` puts them all into a process and
/// starts programs.
///
/// Read in this order: [VirtualCpu], [Task], [Process], [ProcessTable], [Vm]. May use: `lua`,
/// `socket`, `tls`, `codec`, `service` and what is below them.
@NullMarked
package netarium.engine.vm;

import org.jspecify.annotations.NullMarked;
