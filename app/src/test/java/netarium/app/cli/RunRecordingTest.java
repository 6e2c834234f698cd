package netarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import netarium.engine.run.Recording;
import netarium.engine.run.RunResult;
import netarium.engine.run.RunSettings;
import netarium.engine.run.Simulation;
import netarium.engine.sim.SimTime;
import netarium.engine.trace.EventSink;
import netarium.topologies.json.Extras;
import netarium.topologies.project.OpenResult;
import netarium.topologies.project.Project;
import netarium.topologies.project.Projects;
import netarium.topologies.project.Recordings;
import netarium.topologies.project.SaveResult;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `netarium run --record`, `--replay` and `--set`.
final class RunRecordingTest {
  private static final String TOPOLOGY =
      """
      { "format": "netarium-topology", "version": 1, "name": "t", "seed": 3,
        "nodes": [
          { "id": "a", "kind": "vm", "x": 10, "y": 10,
            "interfaces": [ { "name": "eth0", "ipv4": "10.0.0.1/24" } ],
            "programs": [ { "kind": "script", "script": "scripts/a.lua" } ] },
          { "id": "b", "kind": "vm", "interfaces": [ { "name": "eth0", "ipv4": "10.0.0.2/24" } ],
            "programs": [ { "kind": "script", "script": "scripts/b.lua" } ] } ],
        "links": [
          { "id": "l1", "a": { "node": "a", "interface": "eth0" },
            "b": { "node": "b", "interface": "eth0" }, "loss": "3%" } ] }
      """;

  private static final String SENDER =
      """
      local c = net.connect("b", 7)
      for i = 1, 30 do c:send(("x"):rep(math.random(2000))) sleep(0.01) end
      print("sent", math.random(1000000))
      """;

  private static final String SINK =
      """
      net.listen(7)
      local n = 0
      while true do local r = net.recv() if r then n = n + 1 end end
      """;

  @TempDir Path temp;
  private Path folder;
  private Path file;

  RunRecordingTest() {
    this.folder = Path.of("set before each test");
    this.file = folder;
  }

  @BeforeEach
  void makeProject() throws IOException {
    folder = temp.resolve("p");
    file = temp.resolve("x.netarium-recording");
    Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(folder.resolve("topology.json"), TOPOLOGY);
    Files.writeString(folder.resolve("scripts/a.lua"), SENDER);
    Files.writeString(folder.resolve("scripts/b.lua"), SINK);
  }

  private CommandLineRun run(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "run";
    args[1] = folder.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return CommandLineRun.of(args);
  }

  private CommandLineRun replay(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "run";
    args[1] = "--replay";
    args[2] = file.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return CommandLineRun.of(args);
  }

  private Project project() {
    return assertInstanceOf(OpenResult.Opened.class, Projects.open(folder)).project();
  }

  private void save(Recording recording) {
    assertInstanceOf(
        SaveResult.Saved.class, Recordings.save(recording.project(), recording.run(), file));
  }

  /// A run in which somebody cut the link and mended it.
  private Recording handled() {
    RunSettings settings = RunSettings.with(EventSink.NONE).withUntil(new SimTime(3_000_000_000L));
    Simulation simulation = Simulation.of(project(), settings);
    simulation.advance(new SimTime(55_555_555));
    simulation.apply(new Stimulus.Cut(TimeSpan.ZERO, "l1", Extras.NONE));
    simulation.advance(new SimTime(777_777_777));
    simulation.apply(new Stimulus.Heal(TimeSpan.ZERO, "l1", Extras.NONE));
    simulation.runToEnd();
    return simulation.recording();
  }

  @Test
  void recordedRun_replaysToTheSameLines() {
    CommandLineRun first = run("--record", file.toString(), "--seed", "9", "--until", "1500ms");
    assertEquals(0, first.exitCode(), first.err());
    assertNotEquals(run().out(), first.out());
    CommandLineRun again = replay();
    assertEquals(first.out(), again.out());
    assertEquals("", again.err());
    assertEquals(0, again.exitCode());
  }

  @Test
  void recordingWithAHandInIt_replaysToTheRecordedResult() {
    Recording recording = handled();
    save(recording);
    CommandLineRun replayed = replay();
    assertEquals(recording.expected().orElseThrow().summary(), replayed.lastLine());
    assertEquals("", replayed.err());
    assertNotEquals(run("--until", "3s").lastLine(), replayed.lastLine());
  }

  @Test
  void otherOptions_workWithAReplay() throws IOException {
    save(handled());
    Path trace = temp.resolve("t.jsonl");
    Path capture = temp.resolve("c.pcapng");
    Path again = temp.resolve("again.netarium-recording");
    CommandLineRun said =
        replay(
            "--trace",
            trace.toString(),
            "--pcap",
            capture.toString(),
            "--speed",
            "1000x",
            "--record",
            again.toString());
    assertEquals(0, said.exitCode(), said.err());
    String events = Files.readString(trace);
    assertTrue(events.contains("\"cut l1\"") && events.contains("\"heal l1\""), said.out());
    assertTrue(Files.size(capture) > 1_000);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    assertTrue(replay("--plain", "a").out().startsWith("sent\t"));
  }

  @Test
  void recording_runsAsAProjectWithoutTheHand() {
    save(handled());
    CommandLineRun said = CommandLineRun.of("run", file.toString(), "--until", "3s");
    assertEquals(run("--until", "3s").lastLine(), said.lastLine());
  }

  @Test
  void sameProject_mayBeNamedBeside() throws IOException {
    save(handled());
    assertEquals(replay().out(), replay(folder.toString()).out());
    Files.writeString(folder.resolve("lesson.md"), "# A lesson changes nothing\n");
    Files.writeString(folder.resolve("topology.json"), TOPOLOGY.replace("10, \"y\"", "99, \"y\""));
    assertEquals(replay().out(), replay(folder.toString()).out());
  }

  @Test
  void anotherProject_isRefused() throws IOException {
    save(handled());
    Files.writeString(folder.resolve("scripts/a.lua"), SENDER + "\n");
    CommandLineRun said = replay(folder.toString());
    assertEquals(2, said.exitCode());
    assertEquals("", said.out());
    assertEquals(
        "netarium: --replay: the recording is one of another project, scripts/a.lua is not the"
            + " same; leave PROJECT out to replay the project as it was\n",
        said.err());
    Files.writeString(folder.resolve("scripts/a.lua"), SENDER);
    Files.writeString(folder.resolve("topology.json"), TOPOLOGY.replace("3%", "4%"));
    assertTrue(replay(folder.toString()).err().contains("another project, topology.json is"));
  }

  @Test
  void replayThatDiffers_saysSoAndEndsWell() {
    Recording recording = handled();
    RunResult wrong = new RunResult(1, 2, SimTime.ZERO, "0123456789abcdef");
    save(
        new Recording(
            recording.project(),
            recording.seed() + 1,
            recording.until(),
            recording.stimuli(),
            Optional.of(wrong)));
    CommandLineRun said = replay();
    assertEquals(0, said.exitCode());
    List<String> lines = said.err().lines().toList();
    assertTrue(lines.get(0).startsWith("netarium: this replay is not the run that was recorded"));
    assertEquals("recorded: " + wrong.summary(), lines.get(1));
    assertEquals("replayed: " + said.lastLine(), lines.get(2));
    assertTrue(
        lines.get(3).startsWith("first difference seen at 0.055555555 before \"cut\": "),
        said.err());
  }

  @Test
  void recordingWithoutResult_isReplayedWithoutAWord() {
    Recording recording = handled();
    save(
        new Recording(
            recording.project(),
            recording.seed(),
            recording.until(),
            recording.stimuli(),
            Optional.empty()));
    assertEquals("", replay().err());
  }

  @Test
  void optionsThatTheRecordingBrings_areRefused() {
    save(handled());
    for (String[] option :
        List.of(
            new String[] {"--seed", "3"},
            new String[] {"--until", "3s"},
            new String[] {"--set", "l1.loss=1%"})) {
      CommandLineRun said = replay(option);
      assertEquals(2, said.exitCode());
      assertEquals(
          "netarium: "
              + option[0]
              + ": a recording brings its own settings; leave "
              + option[0]
              + " or --replay out\n",
          said.err());
    }
  }

  @Test
  void nothingToRun_isSaid() {
    CommandLineRun said = CommandLineRun.of("run");
    assertEquals(2, said.exitCode());
    assertEquals(
        "netarium: there is nothing to run; name a PROJECT, or a recording with --replay\n",
        said.err());
  }

  @Test
  void damagedRecording_isRefusedWithItsPlace() throws IOException {
    save(handled());
    byte[] octets = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(octets, octets.length / 2));
    CommandLineRun said = replay();
    assertEquals(2, said.exitCode());
    assertTrue(said.err().startsWith(file + ":1:1: the archive is damaged"), said.err());
    String missing = temp.resolve("missing").toString();
    assertEquals(2, CommandLineRun.of("run", "--replay", missing).exitCode());
  }

  @Test
  void recordingThatCannotBeWritten_isAProblem() {
    CommandLineRun said = run("--record", temp.resolve("no/such/folder/x").toString());
    assertEquals(2, said.exitCode());
    assertTrue(said.err().contains("not saved: there is no such folder; "), said.err());
  }

  @Test
  void settings_changeTheRunAsTheFileWould() throws IOException {
    CommandLineRun set = run("--set", "l1.loss=20%", "--set", "a.cpu=1us", "--set", "until=2s");
    assertNotEquals(run("--until", "2s").lastLine(), set.lastLine());
    Files.writeString(
        folder.resolve("topology.json"),
        TOPOLOGY
            .replace("3%", "20%")
            .replace("\"x\": 10", "\"cpu\": \"1us\"")
            .replace("\"seed\": 3", "\"seed\": 3, \"until\": \"2s\""));
    assertEquals(run().out(), set.out());
  }

  @Test
  void changedSettings_areInTheRecording() {
    String recording = file.toString();
    CommandLineRun set = run("--set", "seed=8", "--set", "l1.delay=50ms", "--record", recording);
    assertEquals(set.out(), replay().out());
    assertEquals(2, replay(folder.toString()).exitCode());
  }

  @Test
  void badSetting_isRefusedWithAGuess() {
    CommandLineRun said = run("--set", "l1.los=20%");
    assertEquals(2, said.exitCode());
    assertEquals("", said.out());
    assertEquals(
        "netarium: --set l1.los=20%: link \"l1\" has an unknown key \"los\", which does nothing;"
            + " did you mean \"loss\"?\n",
        said.err());
    assertEquals(
        "netarium: --set l2.loss=20%: there is no link and no node \"l2\"; did you mean \"l1\"?\n",
        run("--set", "l2.loss=20%").err());
  }
}
