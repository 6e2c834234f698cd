package netarium.topologies.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import netarium.topologies.node.FileContent;
import netarium.topologies.node.Node;
import netarium.topologies.node.Vm;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.problem.DidYouMean;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.read.ReadResult;
import netarium.topologies.read.TopologyReader;
import netarium.topologies.unit.Quoted;

/// Files in memory to a project: reads the topology and looks whether every file it names is there.
final class ProjectAssembly {
  private final Map<String, byte[]> contents;
  private final ProblemList problems;

  private ProjectAssembly(Map<String, byte[]> contents, ProblemList problems) {
    this.contents = contents;
    this.problems = problems;
  }

  /// `label` is what problems call the project; empty for the current folder.
  static OpenResult assemble(Map<String, byte[]> contents, String label, List<Problem> warnings) {
    String file = FolderReader.shown(label, ProjectPath.TOPOLOGY);
    byte[] octets = contents.get(ProjectPath.TOPOLOGY);
    if (octets == null) {
      Problem problem =
          new Problem(
              file,
              Position.START,
              "the project has no topology.json",
              "a project is a folder or archive with topology.json at its top");
      return new OpenResult.Refused(List.of(problem));
    }
    return switch (TopologyReader.read(octets, file)) {
      case ReadResult.Bad(List<Problem> found) -> new OpenResult.Refused(found);
      case ReadResult.Good good -> {
        ProjectAssembly assembly = new ProjectAssembly(contents, new ProblemList(file));
        assembly.checkFiles(good);
        if (assembly.problems.hasErrors()) {
          yield new OpenResult.Refused(assembly.problems.errors());
        }
        List<Problem> all = new ArrayList<>(warnings);
        all.addAll(good.warnings());
        yield new OpenResult.Opened(Project.read(good.topology(), contents), List.copyOf(all));
      }
    };
  }

  private void checkFiles(ReadResult.Good good) {
    List<Node> nodes = good.topology().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof Vm vm) {
        checkFiles(vm, i, good);
      }
    }
  }

  private void checkFiles(Vm vm, int i, ReadResult.Good good) {
    for (int j = 0; j < vm.programs().size(); j++) {
      String script = vm.programs().get(j).scriptPath();
      if (script != null) {
        Position at = good.places().at("nodes", i, "programs", j, "script");
        mustExist("a program", vm, script, ProjectPath.SCRIPTS, at);
      }
    }
    vm.files()
        .forEach((path, content) -> {
          if (content instanceof FileContent.From(String from)) {
            Position at = good.places().at("nodes", i, "files", path, "from");
            mustExist("a file", vm, from, ProjectPath.FILES, at);
          }
        });
  }

  private void mustExist(String who, Vm vm, String path, String folder, Position at) {
    if (contents.containsKey(path)) {
      return;
    }
    TreeSet<String> known = new TreeSet<>();
    contents.keySet().stream().filter(p -> p.startsWith(folder)).forEach(known::add);
    problems.error(
        at,
        who
            + " of node "
            + Quoted.text(vm.id())
            + " names "
            + Quoted.text(path)
            + ", which the project does not have",
        DidYouMean.orElse(path, known, "add the file or name another"));
  }
}
