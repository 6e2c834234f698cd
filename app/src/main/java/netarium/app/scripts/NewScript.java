package netarium.app.scripts;

import java.util.ArrayList;
import java.util.List;
import netarium.app.edit.TopologyEdit;
import netarium.app.project.Document;
import netarium.topologies.json.Extras;
import netarium.topologies.node.Node;
import netarium.topologies.node.Program;
import netarium.topologies.node.Vm;
import netarium.topologies.unit.Parsed;

/// Gives a machine a new script: the file and the program that runs it, undone together.
public final class NewScript {
  private final Document document;

  public NewScript(Document document) {
    this.document = document;
  }

  /// A free path for a script of this sort, such as `scripts/server.lua` or `scripts/server-2.lua`.
  public String freePath(ScriptTemplate template) {
    return freePath(template.stem());
  }

  private String freePath(String stem) {
    String path = "scripts/" + stem + ".lua";
    for (int number = 2; document.free(path) instanceof Parsed.Bad<String>; number++) {
      path = "scripts/" + stem + "-" + number + ".lua";
    }
    return path;
  }

  /// Makes a script and lets the machine run it. Returns its path.
  public String on(Vm vm, ScriptTemplate template) {
    String path = freePath(template);
    List<Program> programs = new ArrayList<>(vm.programs());
    Program.Start start = new Program.Start(List.of(), template.start(), Program.Restart.NEVER);
    programs.add(new Program.Script(path, start, Extras.NONE));
    TopologyEdit edit =
        new TopologyEdit.Several(
            "edit.new-script",
            List.of(new TopologyEdit.ChangeNode(vm.id(), vm.withPrograms(programs))));
    document.add(path, template.text(serverFor(vm)), edit);
    return path;
  }

  /// Makes a script that no machine runs yet. Returns its path.
  public String unused(ScriptTemplate template) {
    String path = freePath(template);
    document.add(path, template.text("server"));
    return path;
  }

  /// Whom a client on this machine most likely wants to ask: another machine that runs something,
  /// else any other, else itself.
  private String serverFor(Vm client) {
    String otherwise = "localhost";
    for (Node node : document.topology().nodes()) {
      if (node instanceof Vm other && !other.id().equals(client.id())) {
        if (!other.programs().isEmpty()) {
          return other.id();
        }
        otherwise = otherwise.equals("localhost") ? other.id() : otherwise;
      }
    }
    return otherwise;
  }
}
