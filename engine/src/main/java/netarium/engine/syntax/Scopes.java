package netarium.engine.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netarium.engine.syntax.Expression.Scope;
import org.jspecify.annotations.Nullable;

/// Declares and resolves names while the parser walks, within the reference limits.
final class Scopes {
  private final TokenStream in;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final int environment = number("_ENV");
  private final Jumps jumps;
  private FunctionScope function;
  private long lookups;

  Scopes(TokenStream in) {
    this.in = in;
    this.jumps = new Jumps(this, in);
    this.function = new FunctionScope(null, 0, true);
    function.addUpvalue(environment);
    openBlock(false);
  }

  FunctionScope function() {
    return function;
  }

  Jumps jumps() {
    return jumps;
  }

  String nameOf(int number) {
    return names.get(number);
  }

  int number(String name) {
    Integer known = numbers.get(name);
    if (known == null) {
      known = names.size();
      numbers.put(name, known);
      names.add(name);
    }
    return known;
  }

  void openFunction(int line) {
    function = new FunctionScope(function, line, false);
    function.problemsBefore(in.isRecovering() ? in.recovery().count() : 0);
    openBlock(false);
  }

  void closeFunction() {
    closeBlock();
    FunctionScope outer = function.outer();
    if (outer != null) {
      function = outer;
    }
  }

  void openBlock(boolean isLoop) {
    function.enter(jumps.open(function.blockOrNull(), isLoop, function.active()));
  }

  void closeBlock() {
    BlockScope block = function.block();
    if (block.isLoop()) {
      jumps.placeBreakLabel();
    }
    function.enter(block.outer());
    function.removeDownTo(block.active());
    jumps.leave(block);
  }

  /// Declares a local; it is visible only after [#activate].
  void declare(String name) {
    if (function.registered() >= Limits.DECLARATIONS) {
      in.giveUp(
          new SyntaxFailure(
              "too many local variables (limit is " + Limits.DECLARATIONS + ")",
              0,
              in.token().start()));
    }
    if (function.declared() + 1 > Limits.LOCALS) {
      in.giveUp(in.limit(function, Limits.LOCALS, "local variables"));
    }
    function.declare(number(name));
  }

  void activate(int count) {
    function.activate(count);
  }

  /// Finds what a name means here, capturing it in every function in between.
  Scope resolve(String name) {
    Scope scope = resolve(function, number(name));
    if (scope == null) {
      resolve(function, environment);
      return Scope.GLOBAL;
    }
    return scope;
  }

  private @Nullable Scope resolve(@Nullable FunctionScope from, int name) {
    if (from == null) {
      return null;
    }
    spend(from.active() + from.upvalueCount());
    if (from.findLocal(name) >= 0) {
      return Scope.LOCAL;
    }
    if (from.findUpvalue(name) < 0) {
      if (resolve(from.outer(), name) == null) {
        return null;
      }
      if (from.upvalueCount() + 1 > Limits.UPVALUES) {
        in.giveUp(in.limit(from, Limits.UPVALUES, "upvalues"));
      }
      from.addUpvalue(name);
    }
    return Scope.UPVALUE;
  }

  /// Pays for comparisons that the compiler will make too, so that no source costs it minutes.
  void spend(int comparisons) {
    lookups += comparisons;
    if (lookups > Limits.LOOKUPS) {
      in.giveUp(in.failure("function or expression too complex"));
    }
  }

  /// Refuses more values in registers than fit beside the locals.
  void checkTemporaries(int count) {
    if (function.active() + count >= Limits.REGISTERS) {
      in.giveUp(in.failure("function or expression too complex"));
    }
  }

  /// Values that surely stand in registers from now on.
  void holdTemporaries(int count) {
    checkTemporaries(count);
    function.holdTemporaries(count);
  }
}
