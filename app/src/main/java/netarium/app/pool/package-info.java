/// Pools of HTTP workers: the listener, each worker with its queue, and which requests it is on, at
/// any instant.
///
/// [PoolLog] keeps what happened to pools, [PoolState] is one pool at an instant, [PoolView] shows
/// them. No JavaFX below the view. May use: `session`, `text`, `packets`, the engine's trace.
@NullMarked
package netarium.app.pool;

import org.jspecify.annotations.NullMarked;
