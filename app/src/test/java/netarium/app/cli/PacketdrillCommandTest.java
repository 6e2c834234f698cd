package netarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `netarium packetdrill`, as a shell sees it.
class PacketdrillCommandTest {
  private static final String REFUSED = "0 < S 0:0(0) win 9\n+0 > R. 0:0(0)! ack 1\n";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file;
  }

  @Test
  void folder_playsAllScriptsAndCounts() throws IOException {
    write("a.pkt", REFUSED);
    Path bad = write("b/b.pkt", REFUSED.replace("ack 1", "ack 2"));
    write("c.pkt", "0 > sctp: INIT[]\n");
    write("readme.txt", "no script");
    CommandLineRun run = CommandLineRun.of("packetdrill", folder.toString());
    assertEquals(
        List.of(
            bad + ":2: expected R. 0:0(0) ack 2, got R. 0:0(0) ack 1 win 0 (ack)",
            "skipped 1: packets of sctp",
            "1 passed, 1 failed, 1 skipped"),
        run.outLines());
    assertEquals(1, run.exitCode());
    assertEquals("", run.err());
  }

  @Test
  void fileThatPasses_isDone() throws IOException {
    String file = write("a.pkt", REFUSED).toString();
    CommandLineRun run = CommandLineRun.of("packetdrill", "--profile", "bsd", file);
    assertEquals(List.of("1 passed, 0 failed, 0 skipped"), run.outLines());
    assertEquals(0, run.exitCode());
  }

  @Test
  void tolerance_isObeyed() throws IOException {
    String late = write("a.pkt", REFUSED.replace("+0 >", "+.005 >")).toString();
    assertEquals(1, CommandLineRun.of("packetdrill", late).exitCode());
    assertEquals(1, CommandLineRun.of("packetdrill", "--tolerance", "4ms", late).exitCode());
    assertEquals(0, CommandLineRun.of("packetdrill", "--tolerance", "5ms", late).exitCode());
  }

  @Test
  void verbose_showsWhatWasBefore() throws IOException {
    Path file = write("a.pkt", REFUSED.replace("ack 1", "ack 2"));
    List<String> lines = CommandLineRun.of("packetdrill", "--verbose", "" + file).outLines();
    assertEquals(file + ":1: 0.000000 < S 0:0(0) win 9", lines.getFirst());
  }

  @Test
  void mistakes_areToldWithWhatToWrite() {
    CommandLineRun profile = CommandLineRun.of("packetdrill", "--profile", "mac", "x.pkt");
    assertEquals(2, profile.exitCode());
    assertTrue(profile.err().contains("write bsd, linux or loose"), profile.err());
    CommandLineRun tolerance = CommandLineRun.of("packetdrill", "--tolerance", "soon", "x.pkt");
    assertEquals(2, tolerance.exitCode());
    assertTrue(tolerance.err().contains("write a time such as 5ms"), tolerance.err());
    CommandLineRun nothing = CommandLineRun.of("packetdrill", folder.resolve("no").toString());
    assertEquals(2, nothing.exitCode());
    assertTrue(nothing.err().contains("no such file"), nothing.err());
  }
}
