package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netarium.engine.sim.SimDuration;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// Requirements of RFC 9293 that no other test shows, and the table that says where the others are
/// shown.
class RequirementsTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  private static final Pattern SCRIPT = Pattern.compile("`([a-z0-9-]+\\.pkt)`");

  @Test
  void table_namesOnlyTestsThatExist() throws IOException {
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (String line : Files.readAllLines(Path.of("../docs/rfc9293.md"))) {
      Matcher matcher = TEST.matcher(line);
      if (matcher.find()) {
        named++;
        String method = matcher.group(2);
        String source = source(matcher.group(1));
        if (source.isEmpty() || (method != null && !source.contains("void " + method + "("))) {
          missing.add(line);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named > 50, "rows with a test: " + named);
  }

  /// Rows that name a packetdrill script say so as `name.pkt`.
  @Test
  void table_namesOnlyScriptsThatExist() throws IOException {
    Path folder = Path.of("src/test/resources/netarium/engine/drill");
    for (String page : List.of("rfc9293.md", "tcp.md")) {
      Matcher matcher = SCRIPT.matcher(Files.readString(Path.of("../docs/" + page)));
      while (matcher.find()) {
        assertTrue(Files.exists(folder.resolve(matcher.group(1))), page + ": " + matcher.group(1));
      }
    }
  }

  /// The text of all test classes of that name, in whatever package.
  private static String source(String className) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
      for (Path path : all.toList()) {
        if (path.endsWith(className + ".java")) {
          text.append(Files.readString(path, StandardCharsets.UTF_8));
        }
      }
    }
    return text.toString();
  }

  @Test
  void noMssOption_meansSegmentsOf536() { // MUST-15
    Transcript.play(
        """
        +0    open
        +0    > S 0:0(0)
        +0.1  < S. 0:0(0) ack 1 win 65535
        +0    > . 1:1(0) ack 1
        +0    write 600
        +0    > . 1:537(536) ack 1
        +0.1  < . 1:1(0) ack 537
        +0    > P. 537:601(64) ack 1
        +0.1  < . 1:1(0) ack 601
        """);
  }

  @Test
  void mss_standsOnlyInTheSyn() { // MUST-65
    TcpConnection connection =
        Transcript.play(
                """
                +0    established mss=1000
                """)
            .connection();
    FakeEnvironment environment = (FakeEnvironment) connection.environment();
    connection.send(Octets.wrap(new byte[100]), false);
    assertEquals(List.of(), environment.sent.removeFirst().segment().options());
  }

  @Test
  void smallMssOfTheOtherSide_doesNotChangeOurs() { // MUST-67
    Transcript.play(
        """
        +0    listen
        +0    < S 0:0(0) win 65535 mss 100
        +0    > S. 0:0(0) ack 1 mss 1460
        +0.1  < . 1:1(0) ack 1
        """);
  }

  @Test
  void delayOfHalfASecondAndMore_isRefused() { // MUST-40
    assertThrows(
        IllegalArgumentException.class,
        () -> TcpOptionsConfig.DEFAULT.withDelayedAck(SimDuration.ofMillis(501)));
  }

  @Test
  void idleConnection_saysNothing() { // MUST-25, MUST-28
    Transcript.play(
        """
        +0      established
        +90000  state ESTABLISHED
        """);
  }
}
