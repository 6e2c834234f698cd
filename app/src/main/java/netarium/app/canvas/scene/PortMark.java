package netarium.app.canvas.scene;

/// A plugged port: the side of the body, the share of that side's length, whether its link is up.
public record PortMark(String interfaceName, Side side, double along, boolean isUp) {}
