package netarium.topologies.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import netarium.topologies.Note;
import netarium.topologies.Topology;
import netarium.topologies.json.JsonLimits;
import netarium.topologies.json.JsonTextReader;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.Utf8;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.IpAddress;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Reads the text of a `topology.json`. Never throws for what the text holds: any octets give a
/// topology or problems.
public final class TopologyReader {
  private static final FormatMark MARK = new FormatMark(Topology.FORMAT, "topology");
  static final int MAX_NODES = 10_000;
  static final int MAX_LINKS = 20_000;
  private static final int MAX_NOTES = 10_000;
  static final int MAX_STIMULI = 100_000;
  private static final Instant FIRST_EPOCH = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST_EPOCH = Instant.parse("2200-01-01T00:00:00Z");

  private TopologyReader() {}

  /// Reads octets; `file` is what problems call the file.
  public static ReadResult read(byte[] octets, String file) {
    ProblemList problems = new ProblemList(file);
    int max = JsonLimits.TOPOLOGY.documentOctets();
    if (octets.length > max) {
      problems.error(
          netarium.topologies.problem.Position.START,
          "the file has " + octets.length + " octets",
          "a topology has at most " + max);
      return new ReadResult.Bad(problems.errors());
    }
    String text = Utf8.decode(octets, problems);
    return text == null ? new ReadResult.Bad(problems.errors()) : read(text, problems);
  }

  /// Reads text; `file` is what problems call the file.
  public static ReadResult read(String text, String file) {
    return read(text, new ProblemList(file));
  }

  private static ReadResult read(String text, ProblemList problems) {
    JsonTree root = new JsonTextReader(JsonLimits.TOPOLOGY, problems).read(text);
    if (root == null) {
      return new ReadResult.Bad(problems.errors());
    }
    Topology topology = topology(root, problems);
    if (topology != null) {
      Places places = new Places(root);
      TopologyChecks.check(topology, places, problems);
      if (!problems.hasErrors()) {
        return new ReadResult.Good(topology, problems.warnings(), places);
      }
    }
    return new ReadResult.Bad(problems.errors());
  }

  private static @Nullable Topology topology(JsonTree root, ProblemList problems) {
    if (!(root instanceof JsonTree.Members members)) {
      problems.error(root.at(), "the file holds " + root.described(), "write an object: { … }");
      return null;
    }
    Fields fields = new Fields(members, "the topology", problems);
    if (!MARK.isOn(fields)) {
      return null;
    }
    String name = fields.text("name");
    Instant epoch = fields.parsed("epoch", TopologyReader::epoch);
    Long seed = fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    Topology topology =
        new Topology(
            name == null ? Topology.UNTITLED : name,
            fields.text("description"),
            seed == null ? Topology.DEFAULT_SEED : seed,
            epoch == null ? Topology.DEFAULT_EPOCH : epoch,
            fields.quantity("until", TimeSpan::parse),
            hosts(fields),
            fields.list("nodes", MAX_NODES, item -> NodeFields.read(item, problems)),
            fields.list("links", MAX_LINKS, item -> LinkFields.read(item, problems)),
            fields.list("notes", MAX_NOTES, item -> note(item, problems)),
            fields.list("stimuli", MAX_STIMULI, item -> StimulusFields.read(item, problems)),
            fields.extras());
    if (!fields.has("nodes")) {
      fields.missing("nodes", "\"nodes\": [ … ]");
    }
    return topology;
  }

  private static Map<String, IpAddress> hosts(Fields fields) {
    return VmFields.hosts(fields);
  }

  private static Parsed<Instant> epoch(String text) {
    try {
      Instant instant = Instant.parse(text);
      if (!instant.isBefore(FIRST_EPOCH) && instant.isBefore(LAST_EPOCH)) {
        return Parsed.ok(instant);
      }
    } catch (DateTimeException e) {
      // The answer below says it better.
    }
    return Parsed.bad(
        Quoted.text(text) + " is not a moment from 1970 to 2199",
        "write one such as \"2026-01-01T00:00:00Z\"");
  }

  private static Note note(JsonTree value, ProblemList problems) {
    Fields fields = Fields.of(value, "a note", problems);
    double max = NodeFields.MAX_COORDINATE;
    Double x = fields.number("x", -max, max);
    Double y = fields.number("y", -max, max);
    return new Note(
        x == null ? 0 : x,
        y == null ? 0 : y,
        fields.number("width", 0, max),
        fields.number("height", 0, max),
        fields.requiredText("text", "\"text\": \"…\""),
        fields.extras());
  }
}
