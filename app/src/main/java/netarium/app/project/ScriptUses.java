package netarium.app.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.Topology;
import netarium.topologies.node.FileContent;
import netarium.topologies.node.Node;
import netarium.topologies.node.Program;
import netarium.topologies.node.Vm;

/// Where a topology names files of its project.
final class ScriptUses {
  private ScriptUses() {}

  static boolean runs(Node node, String path) {
    return node instanceof Vm vm
        && vm.programs().stream().anyMatch(program -> path.equals(program.scriptPath()));
  }

  /// Without the programs that run this script and the machines' files that are copies of it.
  static Topology without(Topology topology, String path) {
    List<Node> nodes = new ArrayList<>(topology.nodes());
    nodes.replaceAll(node -> node instanceof Vm vm ? without(vm, path) : node);
    return topology.withNodes(nodes);
  }

  private static Vm without(Vm vm, String path) {
    List<Program> programs = new ArrayList<>(vm.programs());
    programs.removeIf(program -> path.equals(program.scriptPath()));
    Map<String, FileContent> files = new LinkedHashMap<>(vm.files());
    files.values().removeIf(content -> isFrom(content, path));
    return withFiles(vm.withPrograms(programs), files);
  }

  /// With the new path wherever the old one stood.
  static Topology renamed(Topology topology, String from, String to) {
    List<Node> nodes = new ArrayList<>(topology.nodes());
    nodes.replaceAll(node -> node instanceof Vm vm ? renamed(vm, from, to) : node);
    return topology.withNodes(nodes);
  }

  private static Vm renamed(Vm vm, String from, String to) {
    List<Program> programs = new ArrayList<>(vm.programs());
    programs.replaceAll(program -> from.equals(program.scriptPath()) ? at(program, to) : program);
    Map<String, FileContent> files = new LinkedHashMap<>(vm.files());
    files.replaceAll((_, content) -> isFrom(content, from) ? new FileContent.From(to) : content);
    return withFiles(vm.withPrograms(programs), files);
  }

  private static Program at(Program program, String path) {
    return switch (program) {
      case Program.Script p -> new Program.Script(path, p.start(), p.extras());
      case Program.HttpPool p ->
          new Program.HttpPool(path, p.port(), p.workers(), p.tls(), p.start(), p.extras());
      case Program.Command p -> p;
    };
  }

  private static boolean isFrom(FileContent content, String path) {
    return content instanceof FileContent.From(String from) && from.equals(path);
  }

  private static Vm withFiles(Vm vm, Map<String, FileContent> files) {
    return files.equals(vm.files())
        ? vm
        : new Vm(
            vm.common(),
            vm.platform(),
            vm.cpu(),
            vm.env(),
            vm.hosts(),
            vm.dns(),
            vm.doh(),
            files,
            vm.limits(),
            vm.tcp(),
            vm.tls(),
            vm.programs(),
            vm.extras());
  }
}
