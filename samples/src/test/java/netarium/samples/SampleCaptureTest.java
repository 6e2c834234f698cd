package netarium.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netarium.engine.trace.CaptureSetup;
import netarium.engine.trace.PcapngWriter;
import netarium.engine.trace.PortId;
import netarium.engine.trace.SimEvent;
import netarium.topologies.node.Vm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// tshark as a second witness: it finds nothing wrong with the capture of any interface. Skipped
/// where tshark is not installed.
final class SampleCaptureTest {
  private static final String DAMAGE =
      "_ws.malformed || ip.checksum.status==0 || tcp.checksum.status==0";

  private static final String TROUBLE =
      DAMAGE + " || _ws.expert.severity>=6291456 || tcp.analysis.flags";

  /// What a sample shows on purpose: refused connections, and what follows from a power cut.
  private static final Set<String> SHOWS_TROUBLE = new TreeSet<>(List.of("chat", "echo", "https"));

  @ParameterizedTest
  @MethodSource("netarium.samples.Sample#all")
  void tsharkFindsNoTrouble(Sample sample, @TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "tshark is not installed");
    Sample.Run run = sample.run(true);
    for (PortId port : usedPorts(sample, run)) {
      Path file = folder.resolve("capture.pcapng");
      write(run, port, file);
      String wrong = SHOWS_TROUBLE.contains(sample.name()) ? DAMAGE : TROUBLE;
      assertEquals("", tshark(file, wrong), sample + " at " + port);
      assertEquals(framesAt(run, port), tshark(file, "frame").lines().count(), port.toString());
    }
  }

  /// So many frames of a protocol tshark finds at a sample's interface.
  @ParameterizedTest
  @CsvSource({
    "chat,ann:eth0,websocket.payload,24",
    "chat,ann:eth0,websocket.opcode==8,2",
    "chat,server:eth0,http.upgrade,8",
    "socks-proxy,client:eth0,socks,10",
    "names,client:eth0,dns,10",
    "names,browser:eth0,http.content_type==\"application/dns-message\",2",
    "https,client:eth0,tls.handshake.type==1,2",
  })
  void tsharkFindsTheProtocol(
      String sample, String place, String filter, int least, @TempDir Path folder)
      throws Exception {
    assumeTrue(isInstalled(), "tshark is not installed");
    Sample.Run run = new Sample(sample).run(true);
    String[] names = place.split(":", -1);
    PortId port = new PortId(run.nodeIds().indexOf(names[0]), names[1]);
    Path file = folder.resolve("capture.pcapng");
    write(run, port, file);
    long found = tshark(file, filter).lines().count();
    assertTrue(found >= least, found + " frames match " + filter);
  }

  private static Set<PortId> usedPorts(Sample sample, Sample.Run run) {
    Set<PortId> ports = new LinkedHashSet<>();
    for (SimEvent event : run.log().events()) {
      if (event instanceof SimEvent.FrameSent sent
          && sample.project().topology().nodes().get(sent.node()) instanceof Vm) {
        ports.add(sent.from());
      }
    }
    return ports;
  }

  private static long framesAt(Sample.Run run, PortId port) {
    return run.log().events().stream()
        .filter(event ->
            switch (event) {
              case SimEvent.FrameSent sent -> sent.from().equals(port);
              case SimEvent.FrameDelivered delivered ->
                  delivered.port().equals(port) && !port.interfaceName().equals("lo");
              default -> false;
            })
        .count();
  }

  private static void write(Sample.Run run, PortId port, Path file) throws IOException {
    // Loopbacks are not listed: a capture adds them when they are used.
    List<PortId> cards = port.interfaceName().equals("lo") ? List.of() : List.of(port);
    CaptureSetup setup = new CaptureSetup(run.nodeIds(), cards, List.of(), 0, Optional.of(port));
    try (OutputStream out = Files.newOutputStream(file);
        PcapngWriter writer = new PcapngWriter(setup, out)) {
      run.log().events().forEach(writer::accept);
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
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      folders.add(Path.of(folder, "tshark"));
    }
    return folders.stream().anyMatch(Files::isExecutable);
  }
}
