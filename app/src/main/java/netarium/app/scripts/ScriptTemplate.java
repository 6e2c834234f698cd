package netarium.app.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import netarium.topologies.unit.TimeSpan;

/// What a new script can begin as. Every one of them runs as it is.
public enum ScriptTemplate {
  SERVER("server", "server", TimeSpan.ZERO),
  CLIENT("client", "client", TimeSpan.ofNanos(10_000_000)),
  HTTP_SERVER("http-server", "server", TimeSpan.ZERO),
  HTTP_CLIENT("http-client", "client", TimeSpan.ofNanos(10_000_000)),
  EMPTY("empty", "main", TimeSpan.ZERO);

  private static final String SERVER_MARK = "@server@";

  private final String key;
  private final String stem;
  private final TimeSpan start;

  ScriptTemplate(String key, String stem, TimeSpan start) {
    this.key = key;
    this.stem = stem;
    this.start = start;
  }

  /// What it is called in text bundles.
  public String key() {
    return key;
  }

  /// What its file is called if nobody says otherwise.
  String stem() {
    return stem;
  }

  /// When its program starts: a client a little later than the server it asks.
  TimeSpan start() {
    return start;
  }

  boolean needsServer() {
    return this == CLIENT || this == HTTP_CLIENT;
  }

  /// The text; a client asks the machine called `server`.
  public String text(String server) {
    String resource = "templates/" + key + ".lua";
    try (InputStream in = ScriptTemplate.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("invariant broken: the program contains " + resource);
      }
      return new String(in.readAllBytes(), UTF_8).replace(SERVER_MARK, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
