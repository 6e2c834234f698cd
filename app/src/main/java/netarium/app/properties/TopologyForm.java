package netarium.app.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import netarium.app.edit.TopologyEdit;
import netarium.topologies.Topology;
import netarium.topologies.json.JsonLimits;
import netarium.topologies.json.JsonTextReader;
import netarium.topologies.json.JsonTextWriter;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.JsonValue;
import netarium.topologies.node.Common;
import netarium.topologies.node.Node;
import netarium.topologies.problem.Problem;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.read.Places;
import netarium.topologies.read.ReadResult;
import netarium.topologies.read.TopologyReader;
import netarium.topologies.write.TopologyWriter;
import org.jspecify.annotations.Nullable;

/// Reads and writes single properties of a topology through the text it would be saved as.
final class TopologyForm {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String AB = "ab";
  private static final String BA = "ba";

  private final Topology topology;
  private final JsonValue root;

  TopologyForm(Topology topology) {
    this.topology = topology;
    root = TopologyWriter.value(topology);
  }

  Topology topology() {
    return topology;
  }

  /// What became of something typed: the topology with it, and perhaps a doubt; or what is wrong.
  sealed interface Outcome {
    record Changed(Topology topology, String doubt) implements Outcome {}

    record Wrong(String message) implements Outcome {}
  }

  /// What stands in the file; empty where nothing is written.
  Field.Value value(Field field) {
    JsonValue value = JsonPlaces.at(root, field.place());
    if (value instanceof JsonValue.Members pair && field.kind().isDirectional()) {
      return new Field.Value(text(pair.members().get(AB)), text(pair.members().get(BA)));
    }
    return Field.Value.both(
        field.kind().isRows() ? EntryLines.text(field.kind(), value) : text(value));
  }

  private static String text(@Nullable JsonValue value) {
    return switch (value) {
      case JsonValue.Text text -> text.value();
      case JsonValue.Numeral number -> number.literal();
      case JsonValue.Bool bool -> Boolean.toString(bool.value());
      case JsonValue.Items list ->
          String.join(" ", list.items().stream().map(TopologyForm::text).toList());
      case null, default -> "";
    };
  }

  Outcome with(Field field, Field.Value typed) {
    if (field.kind() == Field.Kind.ID) {
      return renamed(field, typed.ab().strip());
    }
    if (field.kind().isRows()) {
      Optional<String> wrong = EntryLines.wrong(field.kind(), typed.ab());
      if (wrong.isPresent()) {
        return new Outcome.Wrong(wrong.get());
      }
    }
    List<Object> path = new ArrayList<>(field.path());
    path.add(field.key());
    return read(field, JsonPlaces.with(root, path, json(field, typed)));
  }

  /// Without an entry of a list, such as a program.
  Outcome without(List<Object> path) {
    Field place = Field.of("", path.subList(0, path.size() - 1), "", Field.Kind.TEXT, "");
    return read(place, JsonPlaces.with(root, path, null));
  }

  private Outcome renamed(Field field, String id) {
    Node node = field.path().getLast() instanceof Integer i ? topology.nodes().get(i) : null;
    if (node == null || node.id().equals(id)) {
      return new Outcome.Changed(topology, "");
    }
    if (topology.node(id) != null) {
      return new Outcome.Wrong("another node is called so; choose another id");
    }
    Common old = node.common();
    Common named = new Common(id, old.name(), old.x(), old.y(), old.interfaces());
    Topology renamed =
        new TopologyEdit.ChangeNode(node.id(), node.withCommon(named)).apply(topology);
    return read(field, TopologyWriter.value(renamed));
  }

  static @Nullable JsonValue json(Field field, Field.Value typed) {
    String ab = typed.ab().strip();
    String ba = typed.ba().strip();
    if (!field.kind().isDirectional() || ab.equals(ba)) {
      String text = field.kind() == Field.Kind.LINES ? typed.ab() : ab;
      return text.isEmpty() ? null : plain(field.kind(), text);
    }
    Map<String, JsonValue> pair = new LinkedHashMap<>();
    pair.put(AB, plain(field.kind(), ab.isEmpty() ? field.otherwise() : ab));
    pair.put(BA, plain(field.kind(), ba.isEmpty() ? field.otherwise() : ba));
    return new JsonValue.Members(pair);
  }

  private static JsonValue plain(Field.Kind kind, String text) {
    return switch (kind) {
      case WHOLE, DIRECTIONAL_WHOLE ->
          WHOLE.matcher(text).matches() ? new JsonValue.Numeral(text) : JsonValue.of(text);
      case FLAG, DIRECTIONAL_FLAG -> JsonValue.of(Boolean.parseBoolean(text));
      case WORDS -> {
        List<JsonValue> words = new ArrayList<>();
        SPACES.splitAsStream(text).forEach(word -> words.add(JsonValue.of(word)));
        yield new JsonValue.Items(words);
      }
      case ENTRIES, PAIRS, TABLE -> EntryLines.value(kind, text);
      case TEXT, DIRECTIONAL, CHOICE, LINES, ID -> JsonValue.of(text);
    };
  }

  private Outcome read(Field field, JsonValue changed) {
    String text = JsonTextWriter.write(changed);
    return switch (TopologyReader.read(text, "")) {
      case ReadResult.Good good ->
          new Outcome.Changed(good.topology(), newDoubt(good.warnings(), field, good.places()));
      case ReadResult.Bad(List<Problem> problems) -> {
        ProblemList none = new ProblemList("");
        JsonTree tree = new JsonTextReader(JsonLimits.TOPOLOGY, none).read(text);
        Problem here = here(problems, field, new Places(tree));
        yield new Outcome.Wrong((here == null ? problems.getFirst() : here).message());
      }
    };
  }

  private static String newDoubt(List<Problem> warnings, Field field, Places places) {
    Problem here = here(warnings, field, places);
    return here == null ? "" : here.message();
  }

  private static @Nullable Problem here(List<Problem> problems, Field field, Places places) {
    List<Object> ab = new ArrayList<>(List.of(field.place()));
    ab.add(AB);
    List<Object> ba = new ArrayList<>(List.of(field.place()));
    ba.add(BA);
    for (Problem problem : problems) {
      if (problem.at().equals(places.at(field.place()))
          || problem.at().equals(places.at(ab.toArray()))
          || problem.at().equals(places.at(ba.toArray()))) {
        return problem;
      }
    }
    return null;
  }
}
