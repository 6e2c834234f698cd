package netarium.engine.analysis.filter;

import java.util.function.Predicate;
import netarium.engine.wire.EthernetFrame;

/// Which frames somebody means.
///
/// ```
/// filter     = and { "||" and } ;      and = not { "&&" not } ;
/// not        = "!" not | "(" filter ")" | test ;
/// test       = name [ sign value | "in" "{" value { "," value } "}" ] ;
/// sign       = "==" | "!=" | "<" | "<=" | ">" | ">=" | "contains" ;
/// ```
///
/// `and`, `or`, `not`, `eq`, `ne`, `lt`, `le`, `gt`, `ge` may be written as words. A name alone
/// asks whether the frame has it: `tcp`, `http`; for a flag, whether it is set. A comparison is
/// false where the frame has no such field. A name with two values, as `ip.addr` and `tcp.port`,
/// holds when one of them does; with `!=`, when both do. Texts stand in quotes; a single word needs
/// none. An address may be a prefix: `10.0.1.0/24`.
public final class FrameFilter {
  /// What became of a text.
  public sealed interface Result {}

  public record Compiled(FrameFilter filter) implements Result {}

  public record Unreadable(FilterProblem problem) implements Result {
    /// What is wrong, where, and what to do, in English.
    public String message() {
      return problem.sentence();
    }
  }

  private final Predicate<FilterSubject> test;

  private FrameFilter(Predicate<FilterSubject> test) {
    this.test = test;
  }

  /// A filter that needs nothing but the frame.
  public static Result compile(String text) {
    return compile(text, false);
  }

  /// A filter that may also name what only a run knows: nodes, links, times, streams.
  public static Result compileForRun(String text) {
    return compile(text, true);
  }

  private static Result compile(String text, boolean hasRun) {
    try {
      return new Compiled(new FrameFilter(new FilterParser(text, hasRun).whole()));
    } catch (UnreadableFilter bad) {
      return new Unreadable(bad.problem());
    }
  }

  /// Whether a name can be asked for in a run.
  public static boolean isName(String name) {
    return FilterFields.named(name) != null;
  }

  /// Whether the values of a name are texts, which stand in quotes.
  public static boolean isText(String name) {
    FilterField field = FilterFields.named(name);
    return field != null && field.kind().isText();
  }

  public boolean matches(EthernetFrame frame) {
    return test.test(FilterSubject.of(frame));
  }

  public boolean matches(FilterSubject subject) {
    return test.test(subject);
  }
}
