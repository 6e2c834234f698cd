package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import netarium.engine.node.Host;
import netarium.engine.node.Node;
import netarium.engine.vm.ProgramLoader;
import netarium.engine.vm.Vm;
import netarium.engine.vm.program.ScriptLoader;
import netarium.engine.wire.Octets;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;

/// Starts programs that a stimulus asks for. One of the project is its script; a path is a file of
/// the machine, or one of the [BuiltInPrograms].
final class StartedPrograms {
  private final Project project;

  StartedPrograms(Project project) {
    this.project = project;
  }

  /// On a machine that is full, or on a node that is none, nothing starts; a machine says so.
  void start(Node node, Stimulus.Start start) {
    if (!(node instanceof Host host)) {
      return;
    }
    Vm vm = host.vm();
    if (vm.table().isFull()) {
      vm.notice("cannot start " + start.program() + ": too many processes");
      return;
    }
    List<Octets> arguments =
        start.args().stream().map(each -> Octets.wrap(each.getBytes(UTF_8))).toList();
    vm.table().spawn(null, start.program(), arguments, false, loader(host, start.program()));
  }

  private ProgramLoader loader(Host host, String program) {
    Optional<byte[]> script = project.script(program);
    if (script.isPresent()) {
      return new ScriptLoader(script.get());
    }
    return BuiltInPrograms.orAtItsPath(host, program);
  }
}
