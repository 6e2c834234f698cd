/// The Lua machine: values, code, and the interpreter that runs it.
///
/// A {@link netarium.engine.lua.LuaMachine} is the Lua state of one simulated process. Its {@link
/// netarium.engine.lua.Coroutine}s have stacks and frames on the heap, so a process, a task or a
/// parked call is plain data: nothing here uses threads, and the Java stack never grows with Lua's
/// depth. The same program always takes the same steps, charges the same units ({@link
/// netarium.engine.lua.WorldGate}) and the same memory ({@link netarium.engine.lua.MemoryAccount}).
///
/// Start reading at `LuaMachine.run`, the one driver loop; then `Interpreter`, the opcode loop with
/// the fast cases, and `Execution`, which executes any instruction in full; `FastFunction` is the
/// loop's faster sister for hot functions. Libraries are in `lib`, the compiler in `compile`. May
/// import `netarium.engine.sim` and `netarium.engine.syntax`.
@NullMarked
package netarium.engine.lua;

import org.jspecify.annotations.NullMarked;
