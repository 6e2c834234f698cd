/// The standard libraries of Lua 5.2, written for our values.
///
/// A library is a class with a static `install(LuaMachine)`; its functions are {@link
/// netarium.engine.lua.Native}s, shared by all machines when they hold no state. Arguments are
/// checked with {@link netarium.engine.lua.lib.Args}, in the words of C Lua.
@NullMarked
package netarium.engine.lua.lib;

import org.jspecify.annotations.NullMarked;
