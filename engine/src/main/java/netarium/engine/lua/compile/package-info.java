/// Source text to {@link netarium.engine.lua.Proto}: the façade over LuaJ's compiler, and the only
/// package that imports `org.luaj`.
///
/// Nothing of LuaJ leaves it: constants become our values, its exceptions become Lua errors.
@NullMarked
package netarium.engine.lua.compile;

import org.jspecify.annotations.NullMarked;
