package netarium.engine.vm;

import netarium.engine.lua.LuaValue;
import org.jspecify.annotations.Nullable;

/// What a parked task waits for. Tried each time the task is woken, on its turn: another task may
/// have taken what there was in the meantime.
@FunctionalInterface
public interface Completion {
  /// The results of the call that waits, or null to go on waiting. May raise a Lua error in it.
  LuaValue @Nullable [] attempt();
}
