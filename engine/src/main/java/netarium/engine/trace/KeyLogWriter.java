package netarium.engine.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/// A reader of the trace that writes a TLS key log file, as browsers do for `SSLKEYLOGFILE`: each
/// secret once, though both ends know it. A sink cannot stop a run: when the stream fails, [#close]
/// says so.
public final class KeyLogWriter implements EventSink, Closeable {
  private final SafeOutput out;
  private final RecentLines lines = new RecentLines();

  public KeyLogWriter(OutputStream out) {
    this.out = new SafeOutput(out);
  }

  @Override
  public void accept(SimEvent event) {
    if (event instanceof SimEvent.TlsKeyLogged key && lines.isNew(key.line())) {
      out.write((key.line() + "\n").getBytes(US_ASCII));
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
