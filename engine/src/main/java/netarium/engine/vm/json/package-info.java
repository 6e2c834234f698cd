/// `json`: JSON texts (RFC 8259) to Lua values and back, octet by octet.
///
/// What Lua and JSON do not share is settled here once:
///
/// - `null` is `json.null`, so that arrays keep their length and fields their name.
/// - A table whose keys are exactly 1 … n is an array, an empty one too; every other table is an
///   object with its keys in the order of `pairs`, numbers as text. `json.object(t)` says that a
///   table is an object even when it looks like an array, and `decode` says so of `{}`.
/// - Numbers are written with the digits that read back as the same number and no more, whole ones
///   without `.0`. NaN and the infinities have no JSON form and are refused, in both directions.
/// - Strings are UTF-8, or refused. A surrogate without its partner is refused, for it has no
///   UTF-8.
/// - Of fields with the same name the last one counts. A byte order mark is passed over.
///
/// Mistakes are raised, as JSON libraries of Lua do, with line and column: programs seldom look at
/// a second result, and a silent nil would fail later and elsewhere. Nothing here calls itself, so
/// depth costs no Java stack; it is limited all the same.
///
/// Read in this order: [JsonLibrary], [JsonDecoder], [JsonEncoder]. May use: `lua`, `vm`, `codec`.
@NullMarked
package netarium.engine.vm.json;

import org.jspecify.annotations.NullMarked;
