/// Properties of what is selected, and what a running node holds at the playhead.
///
/// A property is a key of the `topology.json` that the drawing would be written as:
/// [netarium.app.properties.TopologyForm] puts what somebody typed there and reads the whole again,
/// so that the checks and messages are those of the file. [netarium.app.properties.Sections] says
/// which properties there are, [netarium.app.properties.PropertiesView] shows them in property
/// sheets. [netarium.app.properties.LiveTables] reads a run. Imports `project`, `scripts`, `edit`,
/// `session` and `text`.
@NullMarked
package netarium.app.properties;

import org.jspecify.annotations.NullMarked;
