package netarium.engine.syntax;

import java.util.List;

/// Parameters and block of a function; a method's `self` is among the parameters, with no width.
public record FunctionBody(List<Identifier> parameters, boolean isVararg, Block block) {}
