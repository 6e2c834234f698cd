package netarium.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.node.Host;
import netarium.engine.node.Node;
import netarium.engine.vm.Process;

/// The programs that live on a VM at one instant, by their scripts in the order of starting, and
/// those of them that stand still until somebody types.
public record ConsoleReaders(List<String> living, List<String> waiting) {
  public ConsoleReaders {
    living = List.copyOf(living);
    waiting = List.copyOf(waiting);
  }

  static ConsoleReaders of(Optional<Node> node) {
    List<String> living = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    if (node.isPresent() && node.get() instanceof Host host) {
      for (Process process : host.vm().processes()) {
        living.add(process.program().script());
        if (process.input().isAwaited()) {
          waiting.add(process.program().script());
        }
      }
    }
    return new ConsoleReaders(living, waiting);
  }
}
