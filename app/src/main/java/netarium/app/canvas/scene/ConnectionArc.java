package netarium.app.canvas.scene;

/// A TCP connection between two nodes, by their places in the scene.
public record ConnectionArc(int from, int to, String label, boolean isEstablished) {}
