package netarium.engine.analysis.filter;

import java.util.function.Predicate;
import netarium.engine.wire.EthernetFrame;

/// Which frames somebody means.
///
/// ```
/// filter     = and { "||" and } ;      and = not { "&&" not } ;
/// not        = "!" not | "(" filter ")" | test ;
/// test       = name [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) value ] ;
/// ```
///
/// `and`, `or`, `not` may be written as words. A name alone asks whether the frame has it: `tcp`,
/// `http`; for a flag, whether it is set. A comparison is false where the frame has no such field.
/// A name with two values, as `ip.addr` and `tcp.port`, holds when one of them does; with `!=`,
/// when both do.
public final class FrameFilter {
  /// What became of a text.
  public sealed interface Result {}

  public record Compiled(FrameFilter filter) implements Result {}

  /// `message`: what is wrong, where, and what to do.
  public record Unreadable(String message) implements Result {}

  private final Predicate<EthernetFrame> test;

  private FrameFilter(Predicate<EthernetFrame> test) {
    this.test = test;
  }

  public static Result compile(String text) {
    try {
      return new Compiled(new FrameFilter(new FilterParser(text).whole()));
    } catch (UnreadableFilter bad) {
      return new Unreadable(bad.sentence());
    }
  }

  public boolean matches(EthernetFrame frame) {
    return test.test(frame);
  }
}
