package netarium.engine.syntax.stubs;

import java.util.ArrayList;
import java.util.List;

/// A function or method.
///
/// `owner` is the table or class it belongs to, empty for a global function. A method is called
/// with a colon, and its parameters are those after the object. `isBlocking`: it may put the task
/// that calls aside until something happens. `text` is Markdown; its Lua blocks are also in
/// `examples`.
public record StubFunction(
    String owner,
    String name,
    boolean isMethod,
    StubSignature signature,
    List<StubSignature> overloads,
    boolean isBlocking,
    boolean isDeprecated,
    String text,
    List<StubExample> examples,
    int line) {
  /// As scripts write it: `net.Dial`, `conn:Read` as `Conn:Read`, `print`.
  public String fullName() {
    return owner.isEmpty() ? name : owner + (isMethod ? ":" : ".") + name;
  }

  /// The first sentence of the text, for lists.
  public String summary() {
    return StubText.summary(text);
  }

  /// All ways to call it, the main one first.
  public List<StubSignature> signatures() {
    List<StubSignature> all = new ArrayList<>(List.of(signature));
    all.addAll(overloads);
    return all;
  }
}
