package netarium.topologies;

import netarium.topologies.json.Extras;
import org.jspecify.annotations.Nullable;

/// A text that lies on the canvas and does nothing.
public record Note(
    double x,
    double y,
    @Nullable Double width,
    @Nullable Double height,
    String text,
    Extras extras) {}
