package netarium.topologies.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import netarium.topologies.json.Extras;
import netarium.topologies.json.JsonTree;
import netarium.topologies.json.JsonValue;
import netarium.topologies.problem.DidYouMean;
import netarium.topologies.problem.Position;
import netarium.topologies.problem.ProblemList;
import netarium.topologies.unit.Parsed;
import netarium.topologies.unit.Quoted;
import org.jspecify.annotations.Nullable;

/// Takes one JSON object apart: each method asks for one key, reports what is wrong with its value,
/// and goes on with a stand-in, so that one reading finds all mistakes. What was never asked for is
/// left to [#extras()].
final class Fields {
  private final JsonTree.Members tree;
  private final String whose;
  private final Values values;
  private final Set<String> asked = new LinkedHashSet<>();

  /// `whose` names the object in messages, such as `node "sw"`.
  Fields(JsonTree.Members tree, String whose, ProblemList problems) {
    this.tree = tree;
    this.whose = whose;
    this.values = new Values(problems);
  }

  /// The fields of `value`, or of an empty object in its place after a problem.
  static Fields of(JsonTree value, String whose, ProblemList problems) {
    if (value instanceof JsonTree.Members members) {
      return new Fields(members, whose, problems);
    }
    problems.error(value.at(), whose + " is " + value.described(), "write an object: { … }");
    return new Fields(new JsonTree.Members(value.at(), Map.of()), whose, new ProblemList(""));
  }

  ProblemList problems() {
    return values.problems();
  }

  Position at() {
    return tree.at();
  }

  boolean has(String key) {
    asked.add(key);
    return tree.members().containsKey(key);
  }

  @Nullable JsonTree value(String key) {
    asked.add(key);
    return tree.value(key);
  }

  /// The place of a key's value, or of the object where the key is missing.
  Position at(String key) {
    JsonTree value = value(key);
    return value == null ? tree.at() : value.at();
  }

  private String nameOf(String key) {
    return '"' + key + "\" of " + whose;
  }

  void missing(String key, String example) {
    problems().error(tree.at(), whose + " has no \"" + key + "\"", "add " + example);
  }

  /// Applies `read` to the value where there is one.
  <T> @Nullable T optional(String key, BiFunction<JsonTree, String, @Nullable T> read) {
    JsonTree value = value(key);
    return value == null ? null : read.apply(value, nameOf(key));
  }

  @Nullable String text(String key) {
    return optional(key, values::text);
  }

  String requiredText(String key, String example) {
    if (!has(key)) {
      missing(key, example);
    }
    String text = text(key);
    return text == null ? "" : text;
  }

  boolean flag(String key, boolean otherwise) {
    Boolean flag = optional(key, values::flag);
    return flag == null ? otherwise : flag;
  }

  @Nullable Long whole(String key, long min, long max) {
    return optional(key, (value, name) -> values.whole(value, name, min, max));
  }

  @Nullable Integer integer(String key, int min, int max) {
    Long number = whole(key, min, max);
    return number == null ? null : Math.toIntExact(number);
  }

  @Nullable Double number(String key, double min, double max) {
    return optional(key, (value, name) -> values.number(value, name, min, max));
  }

  /// A quantity, which a text or a bare number stands for.
  <T> @Nullable T quantity(String key, Function<String, Parsed<T>> parse) {
    return optional(key, (value, name) -> values.quantity(value, name, parse));
  }

  <T> T quantity(String key, Function<String, Parsed<T>> parse, T otherwise) {
    T value = quantity(key, parse);
    return value == null ? otherwise : value;
  }

  /// A name or an address, which a text stands for.
  <T> @Nullable T parsed(String key, Function<String, Parsed<T>> parse) {
    return optional(key, (value, name) -> values.parsed(value, name, parse));
  }

  <T> T requiredParsed(String key, Function<String, Parsed<T>> parse, T standIn, String example) {
    if (!has(key)) {
      missing(key, example);
    }
    T value = parsed(key, parse);
    return value == null ? standIn : value;
  }

  /// One of a few words.
  <T> @Nullable T choice(String key, List<T> choices, Function<T, String> keyOf) {
    return optional(key, (value, name) -> values.choice(value, name, choices, keyOf));
  }

  <T> T choice(String key, List<T> choices, Function<T, String> keyOf, T otherwise) {
    T value = choice(key, choices, keyOf);
    return value == null ? otherwise : value;
  }

  /// The items of a list that `read` makes something of.
  <T> List<T> list(String key, int max, Function<JsonTree, @Nullable T> read) {
    JsonTree value = value(key);
    List<T> list = new ArrayList<>();
    if (value instanceof JsonTree.Items(Position at, List<JsonTree> items)) {
      if (items.size() > max) {
        problems()
            .error(
                items.get(max).at(),
                nameOf(key) + " has " + items.size() + " entries",
                "keep at most " + max);
        return list;
      }
      for (JsonTree item : items) {
        T read1 = read.apply(item);
        if (read1 != null) {
          list.add(read1);
        }
      }
    } else if (value != null) {
      problems().error(value.at(), nameOf(key) + " is " + value.described(), "write a list: [ … ]");
    }
    return list;
  }

  /// A list whose items are texts that stand for something.
  <T> List<T> parsedList(String key, int max, Function<String, Parsed<T>> parse) {
    return list(key, max, item -> values.parsed(item, "an entry of " + nameOf(key), parse));
  }

  /// A list of texts; bare numbers are taken as they are written.
  List<String> texts(String key, int max) {
    return list(key, max, item -> values.quantity(item, "an entry of " + nameOf(key), Parsed::ok));
  }

  /// An object used as a map; `read` gets the value and what to call it.
  <T> Map<String, T> map(String key, int max, BiFunction<JsonTree, String, @Nullable T> read) {
    Map<String, T> map = new LinkedHashMap<>();
    JsonTree value = value(key);
    if (value instanceof JsonTree.Members(Position at, Map<String, JsonTree.Member> members)) {
      if (members.size() > max) {
        problems()
            .error(at, nameOf(key) + " has " + members.size() + " keys", "keep at most " + max);
        return map;
      }
      members.forEach((name, member) -> {
        T entry = read.apply(member.value(), Quoted.text(name) + " in " + nameOf(key));
        if (entry != null) {
          map.put(name, entry);
        }
      });
    } else if (value != null) {
      problems()
          .error(value.at(), nameOf(key) + " is " + value.described(), "write an object: { … }");
    }
    return map;
  }

  /// A map of texts; bare numbers are taken as they are written.
  Map<String, String> textMap(String key, int max) {
    return map(key, max, (value, name) -> values.quantity(value, name, Parsed::ok));
  }

  <T> Map<String, T> parsedMap(String key, int max, Function<String, Parsed<T>> parse) {
    return map(key, max, (value, name) -> values.parsed(value, name, parse));
  }

  /// The place of a key within the object that stands at `key`.
  Position keyAt(String key, String inner) {
    return value(key) instanceof JsonTree.Members members ? members.nameAt(inner) : at(key);
  }

  /// An object within this one; an empty one where the key is missing.
  Fields inner(String key) {
    JsonTree value = value(key);
    return value == null
        ? new Fields(new JsonTree.Members(tree.at(), Map.of()), nameOf(key), problems())
        : of(value, nameOf(key), problems());
  }

  Values values() {
    return values;
  }

  /// For small objects that keep nothing they do not know: what nobody asked for is a problem.
  void noMore() {
    tree.members()
        .forEach((name, member) -> {
          if (!asked.contains(name)) {
            problems()
                .error(
                    member.nameAt(),
                    whose + " has an unknown key " + Quoted.text(name),
                    DidYouMean.orElse(name, asked, "remove it"));
          }
        });
  }

  /// Everything nobody asked for, each with a warning.
  Extras extras() {
    Map<String, JsonValue> rest = new LinkedHashMap<>();
    tree.members()
        .forEach((name, member) -> {
          if (!asked.contains(name)) {
            rest.put(name, member.value().plain());
            warnUnknown(name, member.nameAt());
          }
        });
    return rest.isEmpty() ? Extras.NONE : new Extras(rest);
  }

  private void warnUnknown(String name, Position at) {
    if (!problems().hasEnoughWarnings()) {
      problems()
          .warning(
              at,
              whose + " has an unknown key " + Quoted.text(name) + ", which does nothing",
              DidYouMean.orElse(name, asked, "it is kept as it is"));
    }
  }
}
