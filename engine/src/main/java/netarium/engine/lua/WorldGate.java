package netarium.engine.lua;

/// How a machine asks for the instant of a world call: anything others could see or change.
@FunctionalInterface
public interface WorldGate {
  /// Always open: for machines outside a simulation.
  WorldGate OPEN = units -> true;

  /// Whether the world has advanced to the instant `unitsIntoTurn` after the turn's start, so that
  /// the call may go on in place. If not, the run ends with {@link RunStatus#WORLD} and the next
  /// one executes the call first.
  boolean reach(long unitsIntoTurn);
}
