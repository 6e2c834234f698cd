/// The values that both halves of Go-style `net/http` hand to scripts: [Header], [Cookie], [Body],
/// [RequestValue], and the constants ([HttpNames], [GoStatus]).
///
/// What Go has as a struct with fields is a Lua table with a metatable of methods, so scripts read
/// and set its fields as those of any table. What hides something, or is named by the other side of
/// a connection (the keys of a header), is userdata.
///
/// Start reading at [RequestValue]. May use: `vm`, `vm.api` and what they may use.
@NullMarked
package netarium.engine.vm.gohttp;

import org.jspecify.annotations.NullMarked;
