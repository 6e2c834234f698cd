package netarium.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import netarium.engine.syntax.stubs.BundledStubs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `netarium stubs DIR`: what scripts can call, for editors that use the Lua language server.
@Command(
    name = "stubs",
    description = "Writes what scripts can call as stubs for the Lua language server.",
    mixinStandardHelpOptions = true)
final class StubsCommand implements Streams.Command {
  /// What every stub begins with.
  private static final String MARK = "---@meta";

  private static final String SETTINGS =
      """
      {
        "runtime.version": "Lua 5.2",
        "runtime.builtin": {
          "basic": "disable", "bit32": "disable", "coroutine": "disable", "debug": "disable",
          "io": "disable", "math": "disable", "os": "disable", "package": "disable",
          "string": "disable", "table": "disable"
        },
        "workspace.library": ["FOLDER"]
      }\
      """;

  private final Streams streams;

  @Parameters(paramLabel = "DIR", description = "The folder to write to; made if it is not there.")
  Path folder = Path.of("stubs");

  StubsCommand(Streams streams) {
    this.streams = streams;
  }

  /// Stubs of an earlier version are replaced; a file that is none is left alone.
  @Override
  public Integer call() throws IOException {
    Map<String, byte[]> files = BundledStubs.files();
    for (String name : files.keySet()) {
      Path file = folder.resolve(name);
      if (Files.exists(file) && !isStub(file)) {
        streams.err().println("netarium: " + file + " is no stub; name another folder");
        return ExitCode.COULD_NOT_OPEN;
      }
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    streams.out().println("wrote " + files.size() + " stubs to " + folder);
    streams.out().println("the Lua language server finds them by the .luarc.json of a project:");
    String path = folder.toAbsolutePath().normalize().toString();
    String quoted = path.replace('\\', '/').replace("\"", "\\\"");
    streams.out().println(SETTINGS.replace("FOLDER", quoted));
    return ExitCode.DONE;
  }

  private static boolean isStub(Path file) throws IOException {
    byte[] octets = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    return new String(octets, UTF_8).startsWith(MARK);
  }
}
