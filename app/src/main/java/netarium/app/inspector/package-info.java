/// What one thing of a run is: a frame with its layers, its octets and what each means, or another
/// event with its values; and why it happened, back to the line of a script.
///
/// [InspectorModel] knows what is selected and follows causes; [EventFacts] and [EventWords] tell
/// of events; [Words] speaks the engine's phrases. [InspectorView] shows it all: [SummaryPane],
/// [LayerTree], [OctetsPane], [WhyPane]. May use: `packets`, `session`, `text`, `theme`, `canvas`,
/// the engine's trace, analysis and wire.
@NullMarked
package netarium.app.inspector;

import org.jspecify.annotations.NullMarked;
