package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import netarium.engine.node.Host;
import netarium.engine.node.Node;
import netarium.engine.vm.ProgramLoader;
import netarium.engine.vm.Vm;
import netarium.engine.vm.api.FileProgram;
import netarium.engine.vm.api.ScriptLoader;
import netarium.engine.wire.Octets;
import netarium.topologies.project.Project;
import netarium.topologies.stimulus.Stimulus;

/// Starts programs that a stimulus asks for. One of the project is its script; a path is a file of
/// the machine; [#PING] and [#REQUEST] are there on every machine, unless a file takes their place.
final class StartedPrograms {
  static final String PING = "/bin/ping";
  static final String REQUEST = "/bin/request";

  private static final String PING_SOURCE =
      """
      local target = ...
      for number = 1, 4 do
        print(echo(target, number))
        if number < 4 then sleep(1) end
      end
      """;

  private static final String REQUEST_SOURCE =
      """
      local url = ...
      local host, port, path = url:match("^http://([^:/]+):?(%d*)(/?.*)$")
      if not host then error("not an address: " .. url, 0) end
      local conn = net.connect(host, tonumber(port) or 80)
      conn:send(http.build_request("GET", path == "" and "/" or path))
      while true do
        local answer, err = conn:recv()
        if answer then
          local response = http.parse_response(answer.data)
          if response then
            print(response.status, response.body)
          else
            print("no HTTP: " .. answer.data)
          end
          conn:close()
          break
        elseif err then
          print("no answer: " .. err)
          break
        end
      end
      """;

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
    boolean isReplaced =
        host.vm().files().exists(program, netarium.engine.vm.files.FileCaller.root(0));
    if (isReplaced) {
      return FileProgram.atItsPath();
    }
    return switch (program) {
      case PING ->
          process -> {
            process.machine().globals.set("echo", Ping.on(host, process));
            new ScriptLoader(PING_SOURCE.getBytes(UTF_8)).load(process);
          };
      case REQUEST -> new ScriptLoader(REQUEST_SOURCE.getBytes(UTF_8));
      default -> FileProgram.atItsPath();
    };
  }
}
