package netarium.topologies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Good documents for tests.
public final class Samples {
  /// Two machines at a switch. Line 5 is the server, 8 the client, 11 the switch, 14 and 15 the
  /// links.
  public static final String HELLO = text("hello.json");

  /// Every key there is.
  public static final String EVERYTHING = text("everything.json");

  private Samples() {}

  private static String text(String resource) {
    try (InputStream in = Samples.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("a sample is a resource of the tests", e);
    }
  }
}
