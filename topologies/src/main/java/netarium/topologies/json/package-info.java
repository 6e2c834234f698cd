/// JSON text with the place of every value, within limits, and back to text that is the same every
/// time.
///
/// [netarium.topologies.json.JsonTextReader] turns text into a [netarium.topologies.json.JsonTree],
/// whose nodes know line and column; the plain [netarium.topologies.json.JsonValue] without places
/// is what [netarium.topologies.json.JsonTextWriter] writes and what records keep of keys they do
/// not know. Imports `problem`, and Jackson's tokenizer.
@NullMarked
package netarium.topologies.json;

import org.jspecify.annotations.NullMarked;
