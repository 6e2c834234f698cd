package netarium.app.inspector;

import netarium.engine.analysis.Layer;
import netarium.engine.analysis.LayerField;

/// A line of the tree: a layer or one of its fields, or the same for an event that is no frame.
sealed interface LayerItem {
  record OfLayer(Layer layer) implements LayerItem {}

  record OfField(LayerField field) implements LayerItem {}

  record OfEvent(String title) implements LayerItem {}

  record OfFact(Fact fact) implements LayerItem {}
}
