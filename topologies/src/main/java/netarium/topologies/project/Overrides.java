package netarium.topologies.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.topologies.json.JsonLimits;
import netarium.topologies.json.JsonTextReader;
import netarium.topologies.json.JsonTextWriter;
import netarium.topologies.json.JsonValue;
import netarium.topologies.path.ProjectPath;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.Problem;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.read.Places;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import netarium.topologies.write.TopologyWriter;

/// Settings of a topology changed for one run, as `l1.loss=20%` or `client.cpu=1us`.
///
/// They are put into the text of the topology, which is then read like any other: whatever a
/// `topology.json` may say of a link or a node can be set, and the reader's checks and messages are
/// those of the file.
public final class Overrides {
  private Overrides() {}

  /// The project with all of `settings` in force, or why not.
  public static Parsed<Project> apply(Project project, List<String> settings) {
    List<Setting> parsed = new ArrayList<>();
    JsonValue root = TopologyWriter.value(project.topology());
    for (String text : settings) {
      switch (Setting.parse(text, project.topology())) {
        case Parsed.Bad<Setting>(String why, String advice) -> {
          return Parsed.bad(Quoted.plain(text) + ": " + why, advice);
        }
        case Parsed.Ok<Setting>(Setting setting) -> {
          parsed.add(setting);
          root = with(root, setting, 0);
        }
      }
    }
    return settings.isEmpty() ? Parsed.ok(project) : read(project, root, parsed);
  }

  /// The value with the setting in it; `depth` steps of its path lie above.
  private static JsonValue with(JsonValue value, Setting setting, int depth) {
    boolean isHere = depth == setting.path().size();
    Object step = isHere ? setting.key() : setting.path().get(depth);
    if (value instanceof JsonValue.Items(List<JsonValue> items) && step instanceof Integer index) {
      List<JsonValue> changed = new ArrayList<>(items);
      changed.set(index, with(items.get(index), setting, depth + 1));
      return new JsonValue.Items(changed);
    }
    if (value instanceof JsonValue.Members(var members) && step instanceof String key) {
      Map<String, JsonValue> changed = new LinkedHashMap<>(members);
      JsonValue inner = members.getOrDefault(key, new JsonValue.Members(Map.of()));
      changed.put(key, isHere ? setting.value() : with(inner, setting, depth + 1));
      return new JsonValue.Members(changed);
    }
    throw new IllegalStateException("invariant broken: a parsed setting has its place: " + setting);
  }

  private static Parsed<Project> read(Project project, JsonValue root, List<Setting> settings) {
    String text = JsonTextWriter.write(root);
    Map<String, byte[]> contents = new LinkedHashMap<>();
    project.paths().forEach(path -> contents.put(path, project.octets(path).orElseThrow()));
    contents.put(ProjectPath.TOPOLOGY, text.getBytes(UTF_8));
    Places places =
        new Places(new JsonTextReader(JsonLimits.TOPOLOGY, new ProblemList("")).read(text));
    return switch (ProjectAssembly.assemble(contents, "", List.of())) {
      case OpenResult.Refused(List<Problem> problems) -> refused(problems, settings, places);
      case OpenResult.Opened(Project changed, List<Problem> warnings) -> {
        for (Setting setting : settings) {
          Position keyAt = places.keyAt(setting.key(), setting.path().toArray());
          for (Problem warning : warnings) {
            if (warning.at().equals(keyAt)) {
              yield unknownKey(warning, setting);
            }
          }
        }
        yield Parsed.ok(project.with(changed.topology()));
      }
    };
  }

  /// A problem that stands at the value of a setting is one of that setting.
  private static Parsed<Project> refused(
      List<Problem> problems, List<Setting> settings, Places places) {
    for (Setting setting : settings) {
      List<Object> path = new ArrayList<>(setting.path());
      path.add(setting.key());
      for (Problem problem : problems) {
        if (problem.at().equals(places.at(path.toArray()))) {
          return Parsed.bad(Quoted.plain(setting.text()) + ": " + problem.what(), problem.advice());
        }
      }
    }
    Problem first = problems.getFirst();
    String all = String.join(" ", settings.stream().map(Setting::text).toList());
    return Parsed.bad(Quoted.plain(all) + ": " + first.what(), first.advice());
  }

  /// In a file an unknown key is kept; whoever types one wants something to change.
  private static Parsed<Project> unknownKey(Problem warning, Setting setting) {
    boolean isGuess = warning.advice().startsWith("did you mean");
    return Parsed.bad(
        Quoted.plain(setting.text()) + ": " + warning.what(),
        isGuess ? warning.advice() : "use a key that a topology.json has there");
  }
}
