package netarium.engine.syntax.stubs;

import java.util.List;

/// A type as a stub writes it: `string`, `Conn?`, `integer[]`, `"tcp"|"udp"`, `fun(w: any)`.
///
/// `names` are the types it may be, without those inside functions, tables and arrays: what a value
/// of it can be asked for. `literals` are the strings it may be.
public record StubType(String text, List<String> names, List<String> literals) {
  /// Whether nil is among its values.
  public boolean isOptional() {
    return names.contains("nil");
  }

  @Override
  public String toString() {
    return text;
  }
}
