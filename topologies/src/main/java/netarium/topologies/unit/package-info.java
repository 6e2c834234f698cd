/// Quantities and addresses as a person writes them: `10Mbit/s`, `5ms`, `1%`, `64KiB`,
/// `10.0.1.2/24`.
///
/// Each is a small record that holds one exact whole number, has `parse`, which answers a
/// [netarium.topologies.unit.Parsed] and never throws, and a `toString` in the shortest form that
/// parses back to the same value. Start with [netarium.topologies.unit.Scale]. Imports nothing.
@NullMarked
package netarium.topologies.unit;

import org.jspecify.annotations.NullMarked;
