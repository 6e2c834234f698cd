package netarium.engine.syntax.stubs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Several stubs as one: what every name that scripts may write stands for.
public final class Stubs {
  private static final Set<String> BUILT_IN =
      new TreeSet<>(
          List.of(
              "any",
              "boolean",
              "function",
              "integer",
              "nil",
              "number",
              "string",
              "table",
              "thread",
              "userdata"));

  private final List<StubLibrary> libraries;
  private final Map<String, StubFunction> functions = new LinkedHashMap<>();
  private final Map<String, StubField> fields = new LinkedHashMap<>();
  private final Map<String, List<StubClass>> classes = new LinkedHashMap<>();
  private final Map<String, StubAlias> aliases = new LinkedHashMap<>();
  private final List<String> twice = new ArrayList<>();

  private Stubs(List<StubLibrary> libraries) {
    this.libraries = libraries;
    libraries.forEach(this::index);
  }

  public static Stubs of(List<StubLibrary> libraries) {
    return new Stubs(List.copyOf(libraries));
  }

  private void index(StubLibrary library) {
    library.functions().forEach(this::index);
    library.globals().forEach(this::index);
    for (StubClass each : library.classes()) {
      classes.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each);
      each.functions().forEach(this::index);
      each.fields().forEach(this::index);
    }
    library.aliases().forEach(each -> aliases.put(each.name(), each));
  }

  private void index(StubFunction function) {
    String name = function.owner().isEmpty() ? function.name() : key(function);
    if (functions.put(name, function) != null) {
      twice.add(function.fullName());
    }
  }

  private static String key(StubFunction function) {
    return function.owner() + "." + function.name();
  }

  private void index(StubField field) {
    if (fields.put(field.fullName(), field) != null) {
      twice.add(field.fullName());
    }
  }

  /// The stubs themselves, in their order.
  public List<StubLibrary> libraries() {
    return libraries;
  }

  /// The function of a full name, with a dot also for methods: `net.Dial`, `Conn.Read`, `print`.
  public Optional<StubFunction> function(String name) {
    return Optional.ofNullable(functions.get(name.replace(':', '.')));
  }

  /// The field of a full name, `math.pi`, or a global value.
  public Optional<StubField> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /// All functions and methods.
  public Stream<StubFunction> functions() {
    return functions.values().stream();
  }

  public Stream<StubField> fields() {
    return fields.values().stream();
  }

  /// All parts of a class, which may stand in several stubs; none if there is no such class.
  public List<StubClass> parts(String className) {
    return classes.getOrDefault(className, List.of());
  }

  public Stream<StubClass> classes() {
    return classes.values().stream().flatMap(List::stream);
  }

  public Optional<StubAlias> alias(String name) {
    return Optional.ofNullable(aliases.get(name));
  }

  /// The tables that every process finds: `net`, `string` … in the order of the stubs.
  public List<String> libraryNames() {
    return classes()
        .filter(StubClass::isLibrary)
        .map(StubClass::variable)
        .filter(name -> name.indexOf('.') < 0)
        .distinct()
        .toList();
  }

  /// The functions after `owner.` or `owner:`, those of its parents last. `owner` is a class or the
  /// global of a library.
  public List<StubFunction> functionsOf(String owner) {
    List<StubFunction> found = new ArrayList<>();
    family(owner).forEach(each -> found.addAll(each.functions()));
    return found;
  }

  /// The fields after `owner.`, those of its parents last.
  public List<StubField> fieldsOf(String owner) {
    List<StubField> found = new ArrayList<>();
    family(owner).forEach(each -> found.addAll(each.fields()));
    return found;
  }

  private List<StubClass> family(String owner) {
    List<StubClass> family = new ArrayList<>();
    List<String> asked = new ArrayList<>(List.of(owner));
    for (int i = 0; i < asked.size(); i++) {
      String name = asked.get(i);
      classes()
          .filter(each -> each.name().equals(name) || each.variable().equals(name))
          .forEach(each -> {
            family.add(each);
            each.parents().stream().filter(p -> !asked.contains(p)).forEach(asked::add);
          });
    }
    return family;
  }

  /// What stubs that are right each by itself get wrong together: names described twice, types that
  /// nothing declares.
  public List<String> contradictions() {
    List<String> found = new ArrayList<>();
    twice.forEach(name -> found.add(name + " is described twice"));
    functions()
        .forEach(function -> {
          for (StubSignature signature : function.signatures()) {
            signature.parameters().forEach(p -> check(p.type(), function.fullName(), found));
            signature.returns().forEach(r -> check(r.type(), function.fullName(), found));
          }
        });
    fields().forEach(field -> check(field.type(), field.fullName(), found));
    for (StubClass each : classes().toList()) {
      for (String parent : each.parents()) {
        if (!classes.containsKey(parent)) {
          found.add(each.name() + ": there is no class " + parent);
        }
      }
    }
    return found;
  }

  private void check(StubType type, String place, List<String> found) {
    for (String name : type.names()) {
      if (!BUILT_IN.contains(name) && !classes.containsKey(name) && !aliases.containsKey(name)) {
        found.add(place + ": there is no type " + name);
      }
    }
  }
}
