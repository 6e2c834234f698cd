package netarium.app.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import netarium.topologies.unit.TimeSpan;

/// What a new script can begin as. Every one of them runs as it is.
public enum ScriptTemplate {
  SERVER("server", "server", 0),
  CLIENT("client", "client", 10),
  HTTP_SERVER("http-server", "server", 0),
  HTTP_CLIENT("http-client", "client", 10),
  EMPTY("empty", "main", 0);

  private static final String SERVER_MARK = "@server@";

  private final String key;
  private final String stem;
  private final long startMillis;

  ScriptTemplate(String key, String stem, long startMillis) {
    this.key = key;
    this.stem = stem;
    this.startMillis = startMillis;
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
    return TimeSpan.ofMillis(startMillis);
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
