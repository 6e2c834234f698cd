package netarium.engine.sim;

/// Something that happens at an instant of simulated time.
@FunctionalInterface
public interface Event {
  void fire();
}
