package netarium.engine.trace;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// A stream for sinks, which may not throw while a run goes on: remembers the first failure, writes
/// nothing after it, and throws it on closing.
final class SafeOutput implements Closeable {
  private static final int BUFFER_OCTETS = 1 << 16;

  private final OutputStream out;
  private @Nullable IOException failure;

  SafeOutput(OutputStream out) {
    this.out = new BufferedOutputStream(out, BUFFER_OCTETS);
  }

  void write(byte[] octets) {
    if (failure == null) {
      try {
        out.write(octets);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (OutputStream closing = out) {
      if (failure == null) {
        closing.flush();
      }
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
