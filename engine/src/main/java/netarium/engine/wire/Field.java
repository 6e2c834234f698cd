package netarium.engine.wire;

/// A named stretch of octets, for the inspector and for saying where octets are bad.
public record Field(String name, int offset, int length) {}
