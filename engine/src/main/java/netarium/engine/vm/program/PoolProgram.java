package netarium.engine.vm.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netarium.engine.tls.TlsIdentity;
import netarium.engine.tls.TlsLayer;
import netarium.engine.vm.Process;
import netarium.engine.vm.ProgramLoader;
import netarium.engine.vm.pool.HttpPool;
import netarium.engine.vm.pool.PoolApi;
import netarium.engine.vm.pool.PoolPlan;
import netarium.engine.wire.Octets;

/// A program that is a pool of HTTP workers and no script itself.
public final class PoolProgram {
  private static final String USAGE =
      "usage: lua-httpd [--port N] [--workers N] [--tls] SCRIPT [ARGS]";

  private PoolProgram() {}

  /// A pool by a script of the project, named as the program is; with `tls` it speaks HTTPS as its
  /// machine.
  public static ProgramLoader of(byte[] source, int port, int workers, boolean tls) {
    return process -> {
      String script = process.program().script();
      open(process, script, source, process.arguments(), new Place(port, workers, tls));
    };
  }

  /// Where a pool serves, and how.
  private record Place(int port, int workers, boolean tls) {}

  /// `lua-httpd [--port N] [--workers N] [--tls] SCRIPT`.
  public static ProgramLoader command() {
    return PoolProgram::fromArguments;
  }

  private static void fromArguments(Process process) {
    List<Octets> arguments = process.arguments();
    int port = PoolPlan.DEFAULT_PORT;
    int workers = PoolPlan.DEFAULT_WORKERS;
    boolean tls = false;
    int at = 0;
    while (at < arguments.size() && text(arguments.get(at)).startsWith("-")) {
      String option = text(arguments.get(at));
      if (option.equals("--tls")) {
        tls = true;
        at++;
        continue;
      }
      String value = at + 1 < arguments.size() ? text(arguments.get(at + 1)) : "";
      boolean isPort = option.equals("--port") || option.equals("-p");
      boolean isWorkers = option.equals("--workers") || option.equals("-w");
      int number = number(value, isPort ? 65_535 : PoolPlan.MOST_WORKERS);
      if (number < (isPort ? 0 : 1) || !(isPort || isWorkers)) {
        process.failToStart(
            (isPort || isWorkers ? "wrong value for " + option : "unknown option " + option)
                + "; "
                + USAGE);
        return;
      }
      if (isPort) {
        port = number;
      } else {
        workers = number;
      }
      at += 2;
    }
    if (at >= arguments.size()) {
      process.failToStart(USAGE);
      return;
    }
    String script = text(arguments.get(at));
    Optional<byte[]> source = PoolApi.read(process, script);
    if (source.isEmpty()) {
      process.failToStart("lua-httpd: cannot open " + script);
      return;
    }
    List<Octets> rest = new ArrayList<>(arguments.subList(at + 1, arguments.size()));
    open(process, script, source.get(), rest, new Place(port, workers, tls));
  }

  private static void open(
      Process process, String script, byte[] source, List<Octets> arguments, Place place) {
    PoolPlan.Handling handling =
        new PoolPlan.Handling.Script(script, Octets.wrap(source), arguments, Libraries::install);
    Optional<TlsIdentity> identity =
        place.tls ? process.vm().tls().map(TlsLayer::identity) : Optional.empty();
    new HttpPool(process, new PoolPlan(handling, place.port, place.workers, identity))
        .open()
        .ifPresent(error -> process.failToStart(script + ": " + error.sentence()));
  }

  private static String text(Octets octets) {
    return new String(octets.toByteArray(), UTF_8);
  }

  private static int number(String text, int most) {
    boolean isNumber =
        !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = isNumber ? Integer.parseInt(text) : -1;
    return number <= most ? number : -1;
  }
}
