package netarium.engine.vm.program;

import netarium.engine.vm.Process;
import netarium.engine.vm.ProgramLoader;
import netarium.engine.vm.Vm;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;

/// A Lua program in a VM's own file tree, such as `/bin/httpd`: looked for when it starts, so that
/// what is there then is what runs.
public final class FileProgram {
  private static final String BINARIES = "/bin";

  private FileProgram() {}

  /// Loads what stands at the program's path.
  public static ProgramLoader atItsPath() {
    return process -> load(process, FilePath.join(Vm.HOME, process.program().script()));
  }

  private static void load(Process process, String path) {
    Vm vm = process.vm();
    FileResult<byte[]> source = vm.files().read(path, caller(vm, process.user()));
    switch (source) {
      case FileResult.Done<byte[]>(byte[] octets) -> new ScriptLoader(octets).load(process);
      case FileResult.Failed<byte[]> failed ->
          process.failToStart(
              failed.error().about(path)
                  + "; a program is a Lua file that the machine's \"files\" put there");
    }
  }

  /// The path of a program by its name: in `/bin`, unless the name says where.
  static String pathOf(String name) {
    return FilePath.normalize(FilePath.join(BINARIES, name));
  }

  /// What a program is called: what stands below the home directory is named from there, as the
  /// project's scripts are.
  static String nameOf(String path) {
    String home = Vm.HOME + "/";
    return path.startsWith(home) ? path.substring(home.length()) : path;
  }

  static FileCaller caller(Vm vm, String user) {
    return new FileCaller(user, vm.settings().epochNanos() + vm.simulator().nowNanos());
  }
}
