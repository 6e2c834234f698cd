/// Pools of HTTP workers: a listener, and workers that each run a Lua handler in an environment of
/// their own.
///
/// [HttpPool] listens and deals requests; a [PoolWorker] is a process that has loaded the script
/// and is on one request at a time; a [PoolRequest] watches over the task that handles it.
/// [PoolApi] is what scripts see. Read in this order: [PoolPlan], [HttpPool], [PoolWorker],
/// [PoolRequest], [PoolApi]. May use: `vm`, `vm.web`, `lua`, `service` and what is below them.
@NullMarked
package netarium.engine.vm.pool;

import org.jspecify.annotations.NullMarked;
