package netarium.engine.syntax;

/// A name where it is declared or used as a field, label or method.
public record Identifier(int start, int end, String text) implements Node {}
