package netarium.topologies.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every node has: an id that links, captures and the command line use, a name for the screen
/// (missing: the id), a place on the canvas (missing: laid out), interfaces in file order.
public record Common(
    String id,
    @Nullable String name,
    @Nullable Double x,
    @Nullable Double y,
    List<InterfaceSpec> interfaces) {
  public Common {
    interfaces = List.copyOf(interfaces);
  }

  public Common at(double newX, double newY) {
    return new Common(id, name, newX, newY, interfaces);
  }
}
