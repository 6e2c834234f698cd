package netarium.engine.trace;

/// Names a port in the trace: the node's index in the topology and the interface's name.
public record PortId(int node, String interfaceName) {}
