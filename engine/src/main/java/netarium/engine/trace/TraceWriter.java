package netarium.engine.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes each event as a line of JSON, in UTF-8, while the run goes on.
///
/// A sink cannot stop a run: when the stream fails, the rest is not written and [#close] says so.
public final class TraceWriter implements EventSink, Closeable {
  private final TraceFormat format;
  private final SafeOutput out;

  public TraceWriter(TraceFormat format, OutputStream out) {
    this.format = format;
    this.out = new SafeOutput(out);
  }

  @Override
  public void accept(SimEvent event) {
    out.write(format.line(event).getBytes(StandardCharsets.UTF_8));
  }

  /// Flushes and closes the stream; throws what went wrong first, now or earlier.
  @Override
  public void close() throws IOException {
    out.close();
  }
}
