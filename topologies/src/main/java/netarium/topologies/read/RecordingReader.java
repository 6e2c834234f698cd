package netarium.topologies.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import netarium.topologies.Topology;
import netarium.topologies.json.JsonLimits;
import netarium.topologies.json.JsonTextReader;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.Utf8;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.recording.LiveStimulus;
import netarium.topologies.recording.RecordedResult;
import netarium.topologies.recording.RecordedRun;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Reads the text of a `recording.json`. Never throws for what the text holds.
public final class RecordingReader {
  private static final FormatMark MARK = new FormatMark(RecordedRun.FORMAT, "recording");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}");

  private final Topology topology;
  private final ProblemList problems;

  private RecordingReader(Topology topology, ProblemList problems) {
    this.topology = topology;
    this.problems = problems;
  }

  /// The recording, or `null` after a problem. Its stimuli name nodes and links of `topology`.
  public static @Nullable RecordedRun read(byte[] octets, Topology topology, ProblemList problems) {
    int max = JsonLimits.TOPOLOGY.documentOctets();
    if (octets.length > max) {
      problems.error(
          Position.START,
          "the file has " + octets.length + " octets",
          "a recording has at most " + max);
      return null;
    }
    String text = Utf8.decode(octets, problems);
    JsonTree root =
        text == null ? null : new JsonTextReader(JsonLimits.TOPOLOGY, problems).read(text);
    if (root == null) {
      return null;
    }
    RecordedRun run = new RecordingReader(topology, problems).run(root);
    return problems.hasErrors() ? null : run;
  }

  private @Nullable RecordedRun run(JsonTree root) {
    if (!(root instanceof JsonTree.Members members)) {
      problems.error(root.at(), "the file holds " + root.described(), "write an object: { … }");
      return null;
    }
    Fields fields = new Fields(members, "the recording", problems);
    if (!MARK.isOn(fields)) {
      return null;
    }
    if (!fields.has("seed")) {
      fields.missing("seed", "\"seed\": 1 or whichever the run had");
    }
    Long seed = fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    RecordedRun run =
        new RecordedRun(
            seed == null ? topology.seed() : seed,
            fields.quantity("until", TimeSpan::parse),
            fields.list("stimuli", TopologyReader.MAX_STIMULI, this::stimulus),
            fields.has("result") ? result(fields.inner("result")) : null);
    fields.noMore();
    check(run, new Places(root));
    return run;
  }

  private LiveStimulus stimulus(JsonTree value) {
    if (!(value instanceof JsonTree.Members(Position at, Map<String, JsonTree.Member> members))) {
      return new LiveStimulus(StimulusFields.read(value, problems), -1);
    }
    // The place in the run belongs to the recording; all else is read as in a topology.
    Map<String, JsonTree.Member> own = new LinkedHashMap<>();
    Map<String, JsonTree.Member> rest = new LinkedHashMap<>();
    members.forEach(
        (name, member) -> (name.equals(LiveStimulus.AFTER) ? own : rest).put(name, member));
    Fields place = new Fields(new JsonTree.Members(at, own), "a stimulus", problems);
    if (own.isEmpty()) {
      place.missing(LiveStimulus.AFTER, "the ordinal of the event before it, or record anew");
    }
    Long after = place.whole(LiveStimulus.AFTER, -1, Long.MAX_VALUE);
    Stimulus stimulus = StimulusFields.read(new JsonTree.Members(at, rest), problems);
    return new LiveStimulus(stimulus, after == null ? -1 : after);
  }

  private static RecordedResult result(Fields fields) {
    RecordedResult result =
        new RecordedResult(
            count(fields, "events"),
            count(fields, "frames"),
            time(fields),
            fields.requiredParsed("hash", RecordingReader::hash, "", "\"hash\": \"…\""));
    fields.noMore();
    return result;
  }

  private static long count(Fields fields, String key) {
    if (!fields.has(key)) {
      fields.missing(key, "\"" + key + "\": and how many there were");
    }
    Long count = fields.whole(key, 0, Long.MAX_VALUE);
    return count == null ? 0 : count;
  }

  private static TimeSpan time(Fields fields) {
    if (!fields.has("time")) {
      fields.missing("time", "\"time\": and when the run ended");
    }
    return fields.quantity("time", TimeSpan::parse, TimeSpan.ZERO);
  }

  private static Parsed<String> hash(String text) {
    return HASH.matcher(text).matches()
        ? Parsed.ok(text)
        : Parsed.bad(
            Quoted.text(text) + " is not the hash of a run", "write the 16 hex digits it printed");
  }

  /// Whether the stimuli are in order and name what the topology has.
  private void check(RecordedRun run, Places places) {
    List<Stimulus> stimuli = new ArrayList<>();
    for (LiveStimulus live : run.stimuli()) {
      Stimulus stimulus = live.stimulus();
      if (!stimuli.isEmpty() && stimulus.at().compareTo(stimuli.getLast().at()) < 0) {
        problems.error(
            places.at("stimuli", stimuli.size(), "at"),
            "a stimulus at " + stimulus.at() + " stands after one at " + stimuli.getLast().at(),
            "put them in the order in which they happened");
      }
      stimuli.add(stimulus);
    }
    new StimulusChecks(Whole.of(topology.withStimuli(stimuli), places, problems)).check();
  }
}
