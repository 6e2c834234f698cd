/// What scripts can call, read from stubs: Lua files that declare every function with its
/// parameters, results and a text for people, in the annotations of LuaCATS (`---@param name type
/// text`), as the Lua language server reads them.
///
/// Completion, signatures, hover and the reference pages come from here; a test holds the bundled
/// stubs against what a process really finds.
///
/// Read in this order: [Stubs], [StubLibrary], [StubFunction]; then [StubReader], [DocBlock],
/// [TypeScanner]. May use: `syntax`.
@NullMarked
package netarium.engine.syntax.stubs;

import org.jspecify.annotations.NullMarked;
