package netarium.app.canvas.scene;

/// One end of a link: the node and port by their places in the scene, and how many frames wait
/// there to leave.
public record LinkEndMark(int node, int port, int waiting) {}
