/// A console for every machine: what its programs print and when, and a line to type into them.
///
/// [Consoles] is the model: an [EventReader][netarium.app.session.EventReader] that keeps the lines
/// of all machines. [ConsolesView] shows one of them at the playhead.
@NullMarked
package netarium.app.consoles;

import org.jspecify.annotations.NullMarked;
