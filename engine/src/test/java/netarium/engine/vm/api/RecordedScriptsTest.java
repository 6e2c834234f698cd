package netarium.engine.vm.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scripts whose output was recorded from C Lua 5.2.4 on Linux in an empty directory, time zone
/// UTC.
final class RecordedScriptsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"open", "read", "numbers", "write", "lines", "standard", "seek", "names", "time"})
  void script_printsWhatItPrintsInC(String name) throws IOException {
    assertEquals(resource(name + ".txt"), new FakeProcess().run(resource(name + ".lua")));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = RecordedScriptsTest.class.getResourceAsStream(name)) {
      byte[] octets = Objects.requireNonNull(in, name).readAllBytes();
      return new String(octets, StandardCharsets.ISO_8859_1);
    }
  }
}
