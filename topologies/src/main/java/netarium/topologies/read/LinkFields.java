package netarium.topologies.read;

import java.util.List;
import java.util.function.BiFunction;
import netarium.topologies.json.JsonTree;
import netarium.topologies.link.Link;
import netarium.topologies.link.LinkEnd;
import netarium.topologies.link.LinkRule;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.link.LinkSettings;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Directional;
import netarium.topologies.unit.Octets;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Probability;
import netarium.topologies.unit.Quoted;
import netarium.topologies.unit.Rate;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `links`.
final class LinkFields {
  /// What can be set for each direction, in the order of the file.
  static final List<String> SETTINGS =
      List.of(
          "rate",
          "delay",
          "jitter",
          "loss",
          "duplicate",
          "reorder",
          "corrupt",
          "queue",
          "mark",
          "mtu",
          "up");

  private static final int MAX_RULES = 1_000;
  private static final int MAX_QUEUE = 1_000_000;
  private static final int MAX_FILTER_CHARS = 1_000;

  private LinkFields() {}

  static Link read(JsonTree value, ProblemList problems) {
    String name = nameOf(value);
    Fields fields = Fields.of(value, name, problems);
    String id =
        fields.requiredParsed("id", Names::id, "", "\"id\": \"l1\" or any other short name");
    LinkEnd a = end(fields, "a");
    LinkEnd b = end(fields, "b");
    LinkSettings settings = LinkSettings.DEFAULT;
    for (String key : SETTINGS) {
      LinkSetting setting =
          fields.optional(key, (v, what) -> setting(key, v, what, fields.values()));
      settings = setting == null ? settings : settings.with(setting);
    }
    List<LinkRule> rules = fields.list("rules", MAX_RULES, item -> rule(item, name, problems));
    return new Link(id, a, b, settings, rules, fields.extras());
  }

  static String nameOf(JsonTree value) {
    return value instanceof JsonTree.Members members
            && members.value("id") instanceof JsonTree.Text(var at, String id)
        ? "link " + Quoted.text(id)
        : "a link";
  }

  private static LinkEnd end(Fields link, String key) {
    if (!link.has(key)) {
      link.missing(key, "\"" + key + "\": { \"node\": …, \"interface\": … }");
      return new LinkEnd("", "", netarium.topologies.json.Extras.NONE);
    }
    Fields fields = link.inner(key);
    return new LinkEnd(
        fields.requiredText("node", "\"node\": and the id of a node"),
        fields.requiredParsed("interface", Names::interfaceName, "", "\"interface\": \"eth0\""),
        fields.extras());
  }

  /// One setting of a link, from a link or from a `set` stimulus.
  static @Nullable LinkSetting setting(String key, JsonTree value, String name, Values values) {
    BiFunction<JsonTree, String, @Nullable TimeSpan> time =
        (v, what) -> values.quantity(v, what, TimeSpan::parse);
    BiFunction<JsonTree, String, @Nullable Probability> chance =
        (v, what) -> values.quantity(v, what, Probability::parse);
    return switch (key) {
      case "rate" -> {
        Directional<Rate> rate =
            values.directional(value, name, (v, what) -> values.quantity(v, what, Rate::parse));
        yield rate == null ? null : new LinkSetting.SetRate(rate);
      }
      case "delay" -> {
        Directional<TimeSpan> delay = values.directional(value, name, time);
        yield delay == null ? null : new LinkSetting.SetDelay(delay);
      }
      case "jitter" -> {
        Directional<TimeSpan> jitter = values.directional(value, name, time);
        yield jitter == null ? null : new LinkSetting.SetJitter(jitter);
      }
      case "loss", "duplicate", "reorder", "corrupt" -> {
        Directional<Probability> parts = values.directional(value, name, chance);
        yield parts == null ? null : chance(key, parts);
      }
      default -> counted(key, value, name, values);
    };
  }

  private static LinkSetting chance(String key, Directional<Probability> parts) {
    return switch (key) {
      case "loss" -> new LinkSetting.SetLoss(parts);
      case "duplicate" -> new LinkSetting.SetDuplicate(parts);
      case "reorder" -> new LinkSetting.SetReorder(parts);
      default -> new LinkSetting.SetCorrupt(parts);
    };
  }

  private static @Nullable LinkSetting counted(
      String key, JsonTree value, String name, Values values) {
    return switch (key) {
      case "queue" -> {
        Directional<Integer> frames = frames(value, name, values);
        yield frames == null ? null : new LinkSetting.SetQueue(frames);
      }
      case "mark" -> {
        Directional<Integer> frames = frames(value, name, values);
        yield frames == null ? null : new LinkSetting.SetMark(frames);
      }
      case "mtu" -> {
        Directional<Integer> octets =
            values.directional(value, name, (v, what) -> mtu(v, what, values));
        yield octets == null ? null : new LinkSetting.SetMtu(octets);
      }
      case "up" -> {
        Directional<Boolean> up = values.directional(value, name, values::flag);
        yield up == null ? null : new LinkSetting.SetUp(up);
      }
      default -> throw new IllegalStateException("no setting of a link is called " + key);
    };
  }

  private static @Nullable Directional<Integer> frames(JsonTree value, String name, Values values) {
    Directional<Long> frames =
        values.directional(value, name, (v, what) -> values.whole(v, what, 0, MAX_QUEUE));
    return frames == null ? null : frames.map(Math::toIntExact);
  }

  static @Nullable Integer mtu(JsonTree value, String name, Values values) {
    return values.quantity(value, name, LinkFields::mtu);
  }

  private static Parsed<Integer> mtu(String text) {
    Parsed<Octets> size = Octets.parse(text);
    if (size instanceof Parsed.Ok<Octets>(Octets octets)
        && (octets.count() < NodeFields.MIN_MTU || octets.count() > NodeFields.MAX_MTU)) {
      return Parsed.bad(
          Quoted.text(text) + " is not an MTU",
          "write " + NodeFields.MIN_MTU + " to " + NodeFields.MAX_MTU);
    }
    return size.map(octets -> Math.toIntExact(octets.count()));
  }

  private static LinkRule rule(JsonTree value, String link, ProblemList problems) {
    Fields fields = Fields.of(value, "a rule of " + link, problems);
    String match = fields.requiredParsed("match", LinkFields::filter, "", "\"match\": \"tcp\"");
    if (!fields.has("do")) {
      fields.missing("do", "\"do\": \"drop\"");
    }
    LinkRule.Action action =
        fields.choice(
            "do", List.of(LinkRule.Action.values()), LinkRule.Action::key, LinkRule.Action.DROP);
    TimeSpan by = fields.quantity("by", TimeSpan::parse);
    if (action == LinkRule.Action.DELAY && !fields.has("by")) {
      fields.missing("by", "how much later, such as \"by\": \"50ms\"");
    }
    return new LinkRule(match, fields.whole("nth", 1, 1L << 53), action, by, fields.extras());
  }

  private static Parsed<String> filter(String text) {
    return text.isBlank() || text.length() > MAX_FILTER_CHARS
        ? Parsed.bad(Quoted.text(text) + " is not a filter", "write one such as \"tcp.flags.syn\"")
        : Parsed.ok(text);
  }
}
