package netarium.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Projects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunCommandTest {
  private static final String TOPOLOGY =
      """
      { "format": "netarium-topology", "version": 1, "name": "t", "seed": 1,
        "nodes": [
          { "id": "a", "kind": "vm", "interfaces": [ { "name": "eth0", "ipv4": "10.0.0.1/24" } ],
            "programs": [ { "kind": "script", "script": "scripts/a.lua" } ] },
          { "id": "b", "kind": "vm",
            "interfaces": [ { "name": "eth0", "ipv4": "10.0.0.2/24" } ] } ],
        "links": [
          { "id": "l", "a": { "node": "a", "interface": "eth0" },
            "b": { "node": "b", "interface": "eth0" } } ] }
      """;

  @TempDir Path folder;

  private Path project(String topology, String script) throws IOException {
    Files.createDirectories(folder.resolve("p/scripts"));
    Files.writeString(folder.resolve("p/topology.json"), topology);
    Files.writeString(folder.resolve("p/scripts/a.lua"), script);
    return folder.resolve("p");
  }

  @Test
  void console_isPrintedWithItsNodeAndTheSummaryLast() throws IOException {
    Path path = project(TOPOLOGY, "print('one') io.write('two') error('three', 0)");
    CommandLineRun run = CommandLineRun.of("run", path.toString());
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    assertEquals(
        List.of("[a] one", "[a] two", "[a] three", "[a] stack traceback:"),
        run.outLines().subList(0, 4));
    assertTrue(
        run.lastLine()
            .matches("netarium: events=\\d+ frames=0 time=\\d+\\.\\d{9} hash=[0-9a-f]{16}"),
        run.lastLine());
  }

  @Test
  void plain_isOneConsoleAlone() throws IOException {
    Path path = project(TOPOLOGY, "print('one') io.write('two')");
    CommandLineRun run = CommandLineRun.of("run", path.toString(), "--plain", "a");
    assertEquals("one\ntwo\n", run.out());
    assertEquals("", CommandLineRun.of("run", path.toString(), "--plain", "b").out());
    assertEquals(2, CommandLineRun.of("run", path.toString(), "--plain", "c").exitCode());
  }

  @Test
  void folderFileAndBundle_areTheSameRun() throws IOException {
    Path path = project(TOPOLOGY, "print(math.random(1000), os.time())");
    if (Projects.open(path) instanceof OpenResult.Opened opened) {
      Projects.exportBundle(opened.project(), folder.resolve("p.netarium"));
    }
    String first = CommandLineRun.of("run", path.toString()).out();
    assertEquals(first, CommandLineRun.of("run", path.resolve("topology.json").toString()).out());
    assertEquals(first, CommandLineRun.of("run", folder.resolve("p.netarium").toString()).out());
    assertNotEquals(first, CommandLineRun.of("run", path.toString(), "--seed", "2").out());
  }

  @Test
  void traceAndCapture_changeNothingInTheRun() throws IOException {
    Path capture = folder.resolve("c.pcapng");
    Path trace = folder.resolve("t.jsonl");
    CommandLineRun bare = CommandLineRun.of("run", "sample:hello-http");
    CommandLineRun full =
        CommandLineRun.of(
            "run",
            "sample:hello-http",
            "--pcap",
            capture.toString(),
            "--trace",
            trace.toString(),
            "--trace-octets");
    assertEquals(bare, full);
    assertTrue(Files.size(capture) > 1000);
    long events = Files.readAllLines(trace, UTF_8).size();
    assertTrue(bare.lastLine().contains("events=" + events + " "), bare.lastLine());
  }

  @Test
  void traceOnStandardOutput_standsBeforeTheSummary() {
    CommandLineRun run = CommandLineRun.of("run", "sample:hello-http", "--trace", "-");
    assertTrue(run.lastLine().startsWith("netarium: events="), run.lastLine());
    assertEquals(
        run.lastLine().replaceAll(".*events=(\\d+) .*", "$1"),
        "" + run.outLines().stream().filter(line -> line.startsWith("{")).count());
  }

  @Test
  void fileThatCannotBeWritten_isNoFaultOfOurs() {
    String nowhere = folder.resolve("no/such/folder/c.pcapng").toString();
    CommandLineRun run = CommandLineRun.of("run", "sample:hello-http", "--pcap", nowhere);
    assertEquals(2, run.exitCode());
    assertEquals(
        "netarium: --pcap: cannot write " + nowhere + "; name a file in a folder that exists\n",
        run.err());
  }

  @Test
  void until_setsTheEnd() {
    assertTrue(
        CommandLineRun.of("run", "sample:loopback", "--until", "2.5s")
            .lastLine()
            .contains(" time=2.500000000 "));
  }

  @ParameterizedTest
  @CsvSource({"--until,5", "--until,soon", "--speed,fast", "--speed,-1x", "--pcap-if,x:eth0"})
  void badOption_isRefusedBeforeAnythingIsWritten(String option, String value) {
    Path capture = folder.resolve("none.pcapng");
    CommandLineRun run =
        CommandLineRun.of("run", "sample:hello-http", "--pcap", capture.toString(), option, value);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains(option), run.err());
    assertEquals("", run.out());
    assertTrue(Files.notExists(capture));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"node\": \"b\" | \"node\": \"bb\" | 9:22 | link \"l\" names node \"bb\"",
        "\"id\": \"b\" | \"id\": \"a\" | 5:13 | two nodes have the id \"a\"",
        "10.0.0.2/24 | 10.0.0.256/24 | 6:49 | 256 in \"10.0.0.256\" is more than 255",
        "\"version\": 1 | \"version\": 2 | 1:45 | version 2",
        "scripts/a.lua | ../a.lua | 4:51 | leads outside the project",
        "scripts/a.lua | scripts/c.lua | 4:51 | which the project does not have",
      })
  void brokenTopology_isRefusedWithItsPlace(String good, String bad, String place, String what)
      throws IOException {
    Path path = project(TOPOLOGY.replace(good, bad), "print('never')");
    Path capture = folder.resolve("c.pcapng");
    CommandLineRun run = CommandLineRun.of("run", path.toString(), "--pcap", capture.toString());
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    String first = run.err().stripTrailing();
    assertEquals(1, first.lines().count(), first);
    assertTrue(first.startsWith(path.resolve("topology.json") + ":" + place + ": "), first);
    assertTrue(first.contains(what), first);
    assertTrue(Files.notExists(capture));
    assertEquals(TOPOLOGY.replace(good, bad), Files.readString(path.resolve("topology.json")));
  }

  @Test
  void truncatedTopology_isRefusedWithItsPlace() throws IOException {
    Path path = project(TOPOLOGY.substring(0, 300), "");
    CommandLineRun run = CommandLineRun.of("run", path.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("topology.json:6:21: the file ends"), run.err());
  }

  @Test
  void bundleThatLeadsOutside_isRefused() throws IOException {
    Path bundle = folder.resolve("evil.netarium");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
      zip.putNextEntry(new ZipEntry("topology.json"));
      zip.write(TOPOLOGY.getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("../evil.lua"));
    }
    CommandLineRun run = CommandLineRun.of("run", bundle.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("\"../evil.lua\" leads outside the project"), run.err());
  }

  /// In a process of its own, that no display belongs to.
  @Test
  void noCommandWithoutADisplay_saysSoAndPlaysTheSampleAsText()
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "netarium.app.Launcher");
    builder.environment().remove("DISPLAY");
    Path err = folder.resolve("err.txt");
    Process process = builder.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor());
    String told = Files.readString(err);
    assertTrue(told.contains("netarium: no window: "), told);
    assertTrue(told.contains("; here is the run as text"), told);
    assertTrue(out.contains("Who has 10.0.1.2? Tell 10.0.1.3"), out);
    assertTrue(out.contains("GET / HTTP/1.0"), out);
    assertTrue(out.contains("Hello NTML"), out);
  }
}
