/// The Lua modules that come with every machine, as files that its user can read: `hlhv.queen` and
/// what belongs to it.
///
/// They stand below `/usr/lib/lua`, where `require` looks last, and are loaded only by programs
/// that ask for them. Read [BundledModules]; [HlhvTable] is the global table of some of them. May
/// use: `lua`.
@NullMarked
package netarium.engine.vm.modules;

import org.jspecify.annotations.NullMarked;
