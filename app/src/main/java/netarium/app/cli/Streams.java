package netarium.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;

/// Where a command prints: results to `out`, notices and problems to `err`.
record Streams(PrintStream out, PrintStream err) {
  Charset charset() {
    return UTF_8;
  }

  /// One command; its answer is the exit code.
  interface Command extends Callable<Integer> {
    @Override
    Integer call() throws IOException;
  }
}
