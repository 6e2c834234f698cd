package netarium.engine.vm.program;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import netarium.engine.lua.LuaError;
import netarium.engine.vm.ProcessTable;
import netarium.engine.vm.Vm;
import netarium.engine.vm.api.CommandLine;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileResult;
import netarium.engine.wire.Octets;

/// `/etc/bootstrap`: the programs a machine starts by itself, one `program args…` per line, `#`
/// before a comment. They run as root and nobody is their parent.
public final class Bootstrap {
  public static final String PATH = "/etc/bootstrap";

  private final Vm vm;

  private Bootstrap(Vm vm) {
    this.vm = vm;
  }

  /// Has the programs of the file started now, after what has been scheduled for this instant.
  public static void schedule(Vm vm) {
    if (vm.files().exists(PATH, FileCaller.root(0))) {
      vm.simulator().at(vm.simulator().nowNanos(), new Bootstrap(vm)::run);
    }
  }

  private void run() {
    FileCaller root = FileProgram.caller(vm, FileCaller.ROOT);
    switch (vm.files().read(PATH, root)) {
      case FileResult.Failed<byte[]> failed -> vm.notice(failed.error().about(PATH));
      case FileResult.Done<byte[]>(byte[] octets) -> {
        int line = 0;
        for (String each : new String(octets, ISO_8859_1).lines().toList()) {
          start(each.strip(), PATH + ":" + ++line + ": ", root);
        }
      }
    }
  }

  private void start(String line, String place, FileCaller root) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    Optional<List<String>> words = CommandLine.words(line);
    if (words.isEmpty()) {
      vm.notice(place + "unfinished quote");
      return;
    }
    String path = FileProgram.pathOf(utf8(words.get().getFirst()));
    if (vm.table().isFull()) {
      vm.notice(place + path + " not started: " + SpawnApi.TOO_MANY);
      return;
    }
    switch (vm.files().read(path, root)) {
      case FileResult.Failed<byte[]> failed -> vm.notice(place + failed.error().about(path));
      case FileResult.Done<byte[]>(byte[] source) -> spawn(path, words.get(), source, place);
    }
  }

  private void spawn(String path, List<String> words, byte[] source, String place) {
    ProcessTable table = vm.table();
    List<Octets> arguments =
        words.stream().skip(1).map(word -> Octets.wrap(word.getBytes(ISO_8859_1))).toList();
    try {
      table.spawn(null, FileProgram.nameOf(path), arguments, false, new ScriptLoader(source));
    } catch (LuaError error) {
      vm.notice(place + path + " not started: " + error.getMessage());
    }
  }

  private static String utf8(String octets) {
    return new String(octets.getBytes(ISO_8859_1), UTF_8);
  }
}
