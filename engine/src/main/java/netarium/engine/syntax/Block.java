package netarium.engine.syntax;

import java.util.List;

/// Statements with one scope.
public record Block(int start, int end, List<Statement> statements) implements Node {}
