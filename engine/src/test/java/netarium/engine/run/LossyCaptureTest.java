package netarium.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import netarium.engine.trace.CaptureSetup;
import netarium.engine.trace.PcapngWriter;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// tshark as a second witness of runs in which frames get lost, late and doubled: nothing in the
/// capture of any interface is wrong, and it counts as many retransmissions as we do. Skipped where
/// tshark is not installed; `-Dwitness.seeds=200` looks at more runs.
final class LossyCaptureTest {
  private static final int USUAL_SEEDS = 4;

  private static final String SERVER =
      """
      local l = net.Listen("tcp", ":4242")
      while true do
        local c = l:Accept()
        go(function()
          local n = 0
          while true do
            local data = c:Read(65536)
            if not data then break end
            n = n + #data
          end
          c:Write("got " .. n)
          c:Close()
        end)
      end
      """;

  private static final String CLIENT =
      """
      for i = 1, 3 do
        local c = net.Dial("tcp", "server:4242")
        if c then
          c:Write(string.rep("x", 100000))
          c:CloseWrite()
          print(c:Read(100))
          c:Close()
        end
      end
      """;

  /// What is wrong with octets; what the network did to the order of segments is not.
  private static final String TROUBLE =
      "_ws.malformed || ip.checksum.status==0 || tcp.checksum.status==0 || icmp.checksum.status==0"
          + " || _ws.expert.severity==8388608";

  /// What a card sends comes in the order of sending, so that whatever lies behind has been sent
  /// before: tshark calls it out of order when it follows quickly.
  private static final String AGAIN =
      "(tcp.analysis.retransmission || tcp.analysis.fast_retransmission"
          + " || tcp.analysis.spurious_retransmission || tcp.analysis.out_of_order"
          + " || tcp.analysis.keep_alive || tcp.analysis.zero_window_probe) && eth.src==";

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("witness.seeds", USUAL_SEEDS));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void tsharkFindsNothingWrongAndCountsAsWeDo(long seed, @TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "tshark is not installed");
    TestProject.Run run = lossyRun(seed);
    for (int node = 0; node < 2; node++) {
      PortId port = new PortId(node, "eth0");
      Path file = folder.resolve("node" + node + ".pcapng");
      write(run, port, file);
      assertEquals("", tshark(file, TROUBLE), "seed " + seed + " at " + port);
      String mac = macOf(run, port);
      assertEquals(
          retransmissions(run, node),
          tshark(file, AGAIN + mac).lines().count(),
          "retransmissions of seed " + seed + " at " + port);
    }
    assertTrue(run.console("client").contains("got 100000"), run.console("client"));
  }

  /// Each with troubles of its own.
  private static TestProject.Run lossyRun(long seed) {
    String link =
        ", \"rate\": \"10Mbit/s\", \"delay\": \"10ms\", \"loss\": \"%d%%\", \"reorder\": \"%d%%\","
                .formatted(seed % 6, seed % 4)
            + " \"duplicate\": \"%d%%\", \"jitter\": \"%dms\"".formatted(seed % 3, seed % 5);
    String tcp = ", \"tcp\": { \"sack\": %b, \"timestamps\": %b, \"congestion\": \"%s\" }";
    return new TestProject()
        .vmWith("server", "10.0.1.2/24", tcp.formatted(true, true, "newreno"), "server.lua")
        .vmWith(
            "client",
            "10.0.1.3/24",
            tcp.formatted(seed % 2 == 0, seed % 3 == 0, seed % 2 == 0 ? "cubic" : "newreno"),
            "client.lua")
        .link("l", "server:eth0", "client:eth0", link)
        .script("server.lua", SERVER)
        .script("client.lua", CLIENT)
        .run(new RunSettings(OptionalLong.of(seed), Optional.empty(), event -> {}, true));
  }

  private static long retransmissions(TestProject.Run run, int node) {
    return run.all(SimEvent.TcpRetransmission.class).stream()
        .filter(event -> event.node() == node)
        .count();
  }

  private static String macOf(TestProject.Run run, PortId port) {
    return run.all(SimEvent.FrameSent.class).stream()
        .filter(sent -> sent.from().equals(port))
        .findFirst()
        .orElseThrow()
        .frame()
        .source()
        .toString();
  }

  private static void write(TestProject.Run run, PortId port, Path file) throws IOException {
    CaptureSetup setup =
        new CaptureSetup(run.nodeIds(), List.of(port), List.of(), 0, Optional.of(port));
    try (OutputStream out = Files.newOutputStream(file);
        PcapngWriter writer = new PcapngWriter(setup, out)) {
      run.events().forEach(writer::accept);
    }
  }

  private static String tshark(Path file, String filter) throws Exception {
    List<String> command =
        List.of(
            "tshark",
            "-n",
            "-2",
            "-r",
            file.toString(),
            "-Y",
            filter,
            "-T",
            "fields",
            "-e",
            "frame.number",
            "-o",
            "ip.check_checksum:TRUE",
            "-o",
            "tcp.check_checksum:TRUE");
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor());
    return text;
  }

  private static boolean isInstalled() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(":", -1)).map(Path::of).anyMatch(LossyCaptureTest::hasTshark);
  }

  private static boolean hasTshark(Path folder) {
    return Files.isExecutable(folder.resolve("tshark"));
  }
}
