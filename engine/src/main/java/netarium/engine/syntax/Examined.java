package netarium.engine.syntax;

import java.util.List;

/// What a recovering parse gives: a tree, whatever the text, and its problems by place.
///
/// What the parser could not make sense of is missing in the tree, or stands in it as
/// [Expression.Missing] and [Statement.Incomplete].
public record Examined(Block chunk, List<Problem> problems) {}
