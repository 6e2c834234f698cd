package netarium.engine.syntax.stubs;

import java.util.List;

/// A class of values, or the table of a library: then `variable` is the global that holds it, else
/// empty. `operators` are what its values can do besides: `concat(string): string`.
public record StubClass(
    String name,
    List<String> parents,
    String variable,
    String text,
    List<StubExample> examples,
    List<StubField> fields,
    List<StubFunction> functions,
    List<String> operators,
    int line) {
  /// Whether it is a table that every process finds under a name.
  public boolean isLibrary() {
    return !variable.isEmpty();
  }

  /// What it is called in scripts.
  public String title() {
    return isLibrary() ? variable : name;
  }
}
