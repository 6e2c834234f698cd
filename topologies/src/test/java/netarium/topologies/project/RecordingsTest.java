package netarium.topologies.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import netarium.topologies.RandomTopology;
import netarium.topologies.Samples;
import netarium.topologies.Topology;
import netarium.topologies.json.Extras;
import netarium.topologies.problem.Problem;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.read.RecordingReader;
import netarium.topologies.recording.LiveStimulus;
import netarium.topologies.recording.RecordedResult;
import netarium.topologies.recording.RecordedRun;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.TimeSpan;
import netarium.topologies.write.RecordingWriter;
import netarium.topologies.zip.ZipWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recordings as files, good and damaged.
class RecordingsTest {
  private static final String GOOD =
      """
      {
        "format": "netarium-recording",
        "version": 1,
        "seed": 7,
        "until": "2s",
        "stimuli": [
          { "at": "12000345ns", "do": "cut", "link": "l1", "after": -1 },
          {
            "at": "50ms",
            "do": "type",
            "node": "client",
            "program": "scripts/client.lua",
            "text": "hi\\n",
            "after": 41
          }
        ],
        "result": {
          "events": 70,
          "frames": 22,
          "time": "101191.9us",
          "hash": "543f23fc869bca8f"
        }
      }
      """;

  private static final RecordedRun RUN =
      new RecordedRun(
          7,
          TimeSpan.ofMillis(2000),
          List.of(
              new LiveStimulus(
                  new Stimulus.Cut(TimeSpan.ofNanos(12_000_345), "l1", Extras.NONE), -1),
              new LiveStimulus(
                  new Stimulus.Type(
                      TimeSpan.ofMillis(50), "client", "scripts/client.lua", "hi\n", Extras.NONE),
                  41)),
          new RecordedResult(70, 22, TimeSpan.ofNanos(101_191_900), "543f23fc869bca8f"));

  @TempDir Path temp;

  private static Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put("topology.json", octets(Samples.HELLO));
    contents.put("scripts/server.lua", octets("print('server')\n"));
    contents.put("scripts/client.lua", octets("print('client')\n"));
    return contents;
  }

  private static Project project() {
    return assertInstanceOf(OpenResult.Opened.class, Projects.open(contents(), "p")).project();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] file(String recording) {
    Map<String, byte[]> contents = contents();
    contents.put(Recordings.ENTRY, octets(recording));
    return ZipWriter.write(contents);
  }

  private static List<String> problems(byte[] file) {
    RecordingResult result = Recordings.open(file, "f");
    return assertInstanceOf(RecordingResult.Refused.class, result, result::toString)
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static String problem(String old, String changed) {
    assertTrue(GOOD.contains(old), old);
    return problems(file(GOOD.replace(old, changed))).getFirst();
  }

  @Test
  void recording_isWrittenAsThisText() {
    assertEquals(GOOD, new String(RecordingWriter.octets(RUN), StandardCharsets.UTF_8));
    assertArrayEquals(Recordings.octets(project(), RUN), Recordings.octets(project(), RUN));
  }

  @Test
  void savedRecording_isOpenedAgain() throws IOException {
    Path file = temp.resolve("x" + Recordings.ENDING);
    assertInstanceOf(SaveResult.Saved.class, Recordings.save(project(), RUN, file));
    var opened = assertInstanceOf(RecordingResult.Opened.class, Recordings.open(file));
    assertEquals(RUN, opened.run());
    assertEquals(List.of(), opened.warnings());
    assertArrayEquals(project().bundle(), opened.project().bundle());
    assertArrayEquals(file(GOOD), Files.readAllBytes(file));
  }

  @Test
  void recording_opensAsAProjectToo() {
    Path file = temp.resolve("x" + Recordings.ENDING);
    Recordings.save(project(), RUN, file);
    var opened = assertInstanceOf(OpenResult.Opened.class, Projects.open(file));
    assertArrayEquals(project().bundle(), opened.project().bundle());
    assertEquals(List.of(), opened.warnings());
  }

  @Test
  void anyStimuli_areReadAgain() {
    SplittableRandom random = new SplittableRandom(11);
    int stimuli = 0;
    for (int seed = 0; seed < 200; seed++) {
      Topology topology = RandomTopology.of(seed);
      List<Stimulus> ordered = new ArrayList<>(topology.stimuli());
      ordered.sort(Comparator.comparing(Stimulus::at));
      List<LiveStimulus> live = new ArrayList<>();
      ordered.forEach(each -> live.add(new LiveStimulus(each, random.nextLong(-1, 1L << 50))));
      RecordedRun run = new RecordedRun(random.nextLong(), topology.until(), live, null);
      ProblemList problems = new ProblemList("f");
      byte[] text = RecordingWriter.octets(run);
      RecordedRun read = RecordingReader.read(text, topology, problems);
      assertEquals(run, read, () -> "" + problems.errors());
      stimuli += live.size();
    }
    assertTrue(stimuli > 100, "there were stimuli: " + stimuli);
  }

  @Test
  void mistakes_areToldWithTheirPlace() {
    assertEquals(
        "f/recording.json:7:48: a stimulus names link \"l9\", which does not exist;"
            + " did you mean \"l1\"?",
        problem("\"link\": \"l1\"", "\"link\": \"l9\""));
    assertEquals(
        "f/recording.json:3:14: the file is of version 2 and this program reads version 1;"
            + " open it with a newer Netarium; the file is left as it is",
        problem("\"version\": 1", "\"version\": 2"));
    assertEquals(
        "f/recording.json:2:13: the format is \"netarium-topology\", not a Netarium recording;"
            + " begin with \"format\": \"netarium-recording\", \"version\": 1",
        problem("netarium-recording", "netarium-topology"));
    assertEquals(
        "f/recording.json:9:13: a stimulus at 5ms stands after one at 12000345ns;"
            + " put them in the order in which they happened",
        problem("\"50ms\"", "\"5ms\""));
    assertEquals(
        "f/recording.json:7:5: a stimulus has no \"after\";"
            + " add the ordinal of the event before it, or record anew",
        problem(", \"after\": -1", ""));
    assertEquals(
        "f/recording.json:7:63: \"after\" of a stimulus is -2;"
            + " write a whole number of at most 64 bits",
        problem("\"after\": -1", "\"after\": -2"));
    assertEquals(
        "f/recording.json:4:3: the recording has an unknown key \"sed\"; did you mean \"seed\"?",
        problems(file(GOOD.replace("\"seed\"", "\"sed\""))).getLast());
    assertEquals(
        "f/recording.json:21:13: \"hash\" of \"result\" of the recording: \"543\" is not the hash"
            + " of a run; write the 16 hex digits it printed",
        problem("543f23fc869bca8f", "543"));
    assertEquals(
        "f/recording.json:5:12: \"until\" of the recording: \"soon\" is not a duration;"
            + " write one such as \"5ms\"",
        problem("\"2s\"", "\"soon\""));
  }

  @Test
  void everyCutOffRecording_isRefusedInOneSentence() {
    String text = GOOD.strip();
    for (int length = 0; length < text.length(); length++) {
      List<String> problems = problems(file(text.substring(0, length)));
      assertEquals(1, problems.size(), () -> "one problem: " + problems);
    }
  }

  @Test
  void mutatedFiles_alwaysGiveAResult() {
    byte[] good = file(GOOD);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 5_000; i++) {
      byte[] mutant = good.clone();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (Recordings.open(mutant, "f") instanceof RecordingResult.Refused(var problems)) {
        String text = problems.getFirst().toString();
        assertTrue(text.matches("f(/[a-z.]+)?:[1-9][0-9]*:[1-9][0-9]*: [^\\n]+; [^\\n]+"), text);
      }
    }
  }

  @Test
  void fileWithoutARecording_isRefused() throws IOException {
    assertEquals(
        List.of("f:1:1: there is no recording in this file; name one that was made with --record"),
        problems(project().bundle()));
    assertTrue(problems(octets("no zip at all")).getFirst().startsWith("f:1:1: "));
    Path missing = temp.resolve("missing");
    assertInstanceOf(RecordingResult.Refused.class, Recordings.open(missing));
    assertInstanceOf(RecordingResult.Refused.class, Recordings.open(temp));
  }

  @Test
  void damagedProjectInARecording_isRefusedWithItsPlace() {
    Map<String, byte[]> contents = contents();
    contents.put(Recordings.ENTRY, octets(GOOD));
    contents.remove("scripts/client.lua");
    String problem = problems(ZipWriter.write(contents)).getFirst();
    assertTrue(problem.startsWith("f/topology.json:") && problem.contains("client.lua"), problem);
  }

  @Test
  void whatCouldNotBeOpenedAgain_isNotSaved() {
    Path file = temp.resolve("x" + Recordings.ENDING);
    RecordedRun nowhere =
        new RecordedRun(
            1,
            null,
            List.of(new LiveStimulus(new Stimulus.Cut(TimeSpan.ZERO, "l77", Extras.NONE), 3)),
            null);
    assertInstanceOf(SaveResult.Failed.class, Recordings.save(project(), nowhere, file));
    assertTrue(Files.notExists(file));
  }

  @Test
  void whatIsNoFile_isNotReplaced() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("folder"));
    var failed = assertInstanceOf(SaveResult.Failed.class, Recordings.save(project(), RUN, folder));
    assertTrue(failed.problem().what().contains("something else than a file"));
    assertTrue(Files.isDirectory(folder));
    Path lost = temp.resolve("no/such/x");
    failed = assertInstanceOf(SaveResult.Failed.class, Recordings.save(project(), RUN, lost));
    assertTrue(failed.problem().what().contains("no such folder"));
  }
}
