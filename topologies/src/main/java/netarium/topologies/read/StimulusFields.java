package netarium.topologies.read;

import java.util.ArrayList;
import java.util.List;
import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.JsonValue;
import netarium.topologies.link.LinkSetting;
import netarium.topologies.problem.DidYouMean;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.stimulus.Stimulus;
import netarium.topologies.unit.Quoted;
import netarium.topologies.unit.TimeSpan;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `stimuli`.
final class StimulusFields {
  private static final List<String> ACTIONS =
      List.of(
          "cut",
          "heal",
          "crash",
          "restart",
          "pause",
          "partition",
          "set",
          "type",
          "start",
          "key",
          "mouse",
          "websocket");
  private static final int MAX_GROUPS = 10_000;
  private static final int MAX_ARGS = 1_000;
  private static final int MAX_BUTTON = 3;

  /// Larger than any screen.
  private static final double MAX_PIXELS = 10_000;

  private StimulusFields() {}

  static Stimulus read(JsonTree value, ProblemList problems) {
    Fields fields = Fields.of(value, "a stimulus", problems);
    if (!fields.has("at")) {
      fields.missing("at", "when: \"at\": \"2s\"");
    }
    TimeSpan at = fields.quantity("at", TimeSpan::parse, TimeSpan.ZERO);
    if (!fields.has("do")) {
      fields.missing("do", "what: \"do\": \"cut\"");
    }
    String action = fields.choice("do", ACTIONS, a -> a, "");
    return switch (action) {
      case "cut" -> new Stimulus.Cut(at, link(fields), fields.extras());
      case "heal" -> new Stimulus.Heal(at, link(fields), fields.extras());
      case "crash" -> new Stimulus.Crash(at, node(fields), lasting(fields), fields.extras());
      case "restart" -> new Stimulus.Restart(at, node(fields), lasting(fields), fields.extras());
      case "pause" -> new Stimulus.Pause(at, node(fields), lasting(fields), fields.extras());
      case "partition" -> new Stimulus.Partition(at, groups(fields), fields.extras());
      case "set" -> set(at, fields);
      case "type" ->
          new Stimulus.Type(
              at,
              node(fields),
              fields.requiredText("program", "\"program\": and its script or path"),
              fields.requiredText("text", "\"text\": and what is typed"),
              fields.extras());
      case "start" ->
          new Stimulus.Start(
              at,
              node(fields),
              fields.requiredText("program", "\"program\": and its script or path"),
              fields.list("args", MAX_ARGS, item -> fields.values().text(item, "an argument")),
              fields.extras());
      case "key" ->
          new Stimulus.Key(
              at,
              node(fields),
              fields.requiredText("key", "\"key\": and the name of a key, such as \"space\""),
              fields.flag("down", true),
              orEmpty(fields.text("text")),
              fields.extras());
      case "mouse" -> mouse(at, fields);
      case "websocket" -> HandFields.read(at, node(fields), fields);
      default -> new Stimulus.Cut(at, "", Extras.NONE);
    };
  }

  private static Stimulus mouse(TimeSpan at, Fields fields) {
    for (String key : List.of("x", "y")) {
      if (!fields.has(key)) {
        fields.missing(key, "where on the screen, in pixels: \"" + key + "\": 300");
      }
    }
    Double x = fields.number("x", 0, MAX_PIXELS);
    Double y = fields.number("y", 0, MAX_PIXELS);
    Integer button = fields.integer("button", 0, MAX_BUTTON);
    return new Stimulus.Mouse(
        at,
        node(fields),
        x == null ? 0 : x,
        y == null ? 0 : y,
        button == null ? 0 : button,
        fields.flag("down", true),
        fields.extras());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String link(Fields fields) {
    return fields.requiredText("link", "\"link\": and the id of a link");
  }

  private static String node(Fields fields) {
    return fields.requiredText("node", "\"node\": and the id of a node");
  }

  private static @Nullable TimeSpan lasting(Fields fields) {
    return fields.quantity("for", TimeSpan::parse);
  }

  private static List<List<String>> groups(Fields fields) {
    if (!fields.has("groups")) {
      fields.missing("groups", "\"groups\": [ [ \"a\" ], [ \"b\" ] ]");
    }
    return fields.list("groups", MAX_GROUPS, item -> group(item, fields));
  }

  private static List<String> group(JsonTree value, Fields fields) {
    List<String> group = new ArrayList<>();
    if (value instanceof JsonTree.Items(Position at, List<JsonTree> items)) {
      for (JsonTree item : items) {
        String node = fields.values().text(item, "a node of a group");
        if (node != null) {
          group.add(node);
        }
      }
    } else {
      fields
          .problems()
          .error(value.at(), "a group is " + value.described(), "write a list of node ids");
    }
    return group;
  }

  private static Stimulus set(TimeSpan at, Fields fields) {
    boolean ofLink = fields.has("link");
    if (ofLink == fields.has("node")) {
      fields
          .problems()
          .error(
              fields.at(),
              "a \"set\" stimulus names "
                  + (ofLink ? "a link and a node" : "neither link nor node"),
              "name one of them");
      return new Stimulus.Cut(at, "", Extras.NONE);
    }
    String key = fields.requiredText("key", "\"key\": \"loss\"");
    JsonTree value = fields.value("value");
    if (value == null) {
      fields.missing("value", "\"value\": and what it becomes");
      return new Stimulus.Cut(at, "", Extras.NONE);
    }
    if (!ofLink) {
      NodeSettingCheck.check(key, fields.at("key"), value, fields.values());
      return new Stimulus.SetNode(at, node(fields), key, value.plain(), fields.extras());
    }
    if (!LinkFields.SETTINGS.contains(key)) {
      String known = "use one of " + String.join(", ", LinkFields.SETTINGS);
      fields
          .problems()
          .error(
              fields.at("key"),
              "a link has no setting " + Quoted.text(key),
              DidYouMean.orElse(key, LinkFields.SETTINGS, known));
      return new Stimulus.Cut(at, "", Extras.NONE);
    }
    LinkSetting setting =
        LinkFields.setting(key, value, "\"value\" of a stimulus", fields.values());
    return setting == null
        ? new Stimulus.SetNode(at, "", key, new JsonValue.Null(), Extras.NONE)
        : new Stimulus.SetLink(at, link(fields), setting, fields.extras());
  }
}
