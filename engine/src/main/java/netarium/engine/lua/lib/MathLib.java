package netarium.engine.lua.lib;

import java.util.function.DoubleUnaryOperator;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;

/// `math.*`. Functions are those of `StrictMath`, so results are the same on every machine.
public final class MathLib {
  private static final double RADIANS_PER_DEGREE = StrictMath.PI / 180.0;

  private static final Str RANDOM = Str.constant("random");
  private static final Str SEED = Str.constant("randomseed");

  private static final Library MATH =
      Library.of(
          "math",
          unary("abs", Math::abs),
          unary("acos", StrictMath::acos),
          unary("asin", StrictMath::asin),
          unary("atan", StrictMath::atan),
          unary("ceil", Math::ceil),
          unary("cos", StrictMath::cos),
          unary("cosh", StrictMath::cosh),
          unary("deg", x -> x / RADIANS_PER_DEGREE),
          unary("exp", StrictMath::exp),
          unary("floor", Math::floor),
          unary("log10", StrictMath::log10),
          unary("rad", x -> x * RADIANS_PER_DEGREE),
          unary("sin", StrictMath::sin),
          unary("sinh", StrictMath::sinh),
          unary("sqrt", Math::sqrt),
          unary("tan", StrictMath::tan),
          unary("tanh", StrictMath::tanh),
          function("atan2", MathLib::atan2),
          function("fmod", MathLib::fmod),
          function("frexp", MathLib::frexp),
          function("ldexp", MathLib::ldexp),
          function("log", MathLib::log),
          function("max", MathLib::max),
          function("min", MathLib::min),
          function("modf", MathLib::modf),
          function("pow", MathLib::pow),
          Library.entry("pi", new Num(StrictMath.PI)),
          Library.entry("huge", new Num(Double.POSITIVE_INFINITY)));

  private MathLib() {}

  /// Adds the table `math`; `random` and `randomseed` use the source, as world calls because other
  /// processes of the computer draw from it too.
  public static void install(LuaMachine machine, RandomSource source) {
    MATH.install(
        machine,
        2,
        t -> {
          t.set(
              RANDOM,
              Native.of("math.random", (co, f, n) -> random(co, f, n, source)).asWorldCall());
          t.set(
              SEED,
              Native.of("math.randomseed", (co, f, n) -> seed(co, f, n, source)).asWorldCall());
        });
  }

  private static int seed(Coroutine co, int func, int n, RandomSource source) {
    source.seed(Args.checkUnsigned(co, func, n, 1));
    return 0;
  }

  private static Library.Entry function(String name, Native.Body body) {
    return Library.function("math", name, body);
  }

  private static Library.Entry unary(String name, DoubleUnaryOperator f) {
    return function(
        name, (co, func, n) -> co.returns(func, f.applyAsDouble(Args.checkNumber(co, func, n, 1))));
  }

  private static int atan2(Coroutine co, int func, int n) {
    double x = Args.checkNumber(co, func, n, 2); // checked first, as in C Lua
    return co.returns(func, StrictMath.atan2(Args.checkNumber(co, func, n, 1), x));
  }

  private static int fmod(Coroutine co, int func, int n) {
    double y = Args.checkNumber(co, func, n, 2); // checked first, as in C Lua
    return co.returns(func, Args.checkNumber(co, func, n, 1) % y);
  }

  private static int modf(Coroutine co, int func, int n) {
    double x = Args.checkNumber(co, func, n, 1);
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    double fraction = Double.isInfinite(x) ? 0 : x - whole;
    return co.returns(func, new Num(whole), new Num(Math.copySign(fraction, x)));
  }

  private static int pow(Coroutine co, int func, int n) {
    double x = Args.checkNumber(co, func, n, 1);
    return co.returns(func, power(x, Args.checkNumber(co, func, n, 2)));
  }

  /// As C: 1 to any power is 1, even to NaN, and so is −1 to an infinite one.
  static double power(double x, double y) {
    return x == 1 || (x == -1 && Double.isInfinite(y)) ? 1 : StrictMath.pow(x, y);
  }

  private static int log(Coroutine co, int func, int n) {
    double x = Args.checkNumber(co, func, n, 1);
    if (Args.isNoneOrNil(co, func, n, 2)) {
      return co.returns(func, StrictMath.log(x));
    }
    double base = Args.checkNumber(co, func, n, 2);
    return co.returns(
        func, base == 10 ? StrictMath.log10(x) : StrictMath.log(x) / StrictMath.log(base));
  }

  private static int frexp(Coroutine co, int func, int n) {
    double x = Args.checkNumber(co, func, n, 1);
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return co.returns(func, new Num(x), new Num(0));
    }
    boolean isTiny = Math.abs(x) < Double.MIN_NORMAL;
    double normal = isTiny ? x * 0x1p54 : x;
    int exponent = Math.getExponent(normal) + 1;
    double fraction = Math.scalb(normal, -exponent);
    return co.returns(func, new Num(fraction), new Num(isTiny ? exponent - 54 : exponent));
  }

  private static int ldexp(Coroutine co, int func, int n) {
    double x = Args.checkNumber(co, func, n, 1);
    return co.returns(func, Math.scalb(x, Args.checkInt(co, func, n, 2)));
  }

  private static int max(Coroutine co, int func, int n) {
    double most = Args.checkNumber(co, func, n, 1);
    for (int i = 2; i <= n; i++) {
      double x = Args.checkNumber(co, func, n, i);
      most = x > most ? x : most;
    }
    co.machine.charge(n);
    return co.returns(func, most);
  }

  private static int min(Coroutine co, int func, int n) {
    double least = Args.checkNumber(co, func, n, 1);
    for (int i = 2; i <= n; i++) {
      double x = Args.checkNumber(co, func, n, i);
      least = x < least ? x : least;
    }
    co.machine.charge(n);
    return co.returns(func, least);
  }

  private static int random(Coroutine co, int func, int n, RandomSource source) {
    double r = source.nextFraction();
    return switch (n) {
      case 0 -> co.returns(func, r);
      case 1 -> {
        double high = Args.checkNumber(co, func, n, 1);
        Args.check(co, 1 <= high, 1, "interval is empty");
        yield co.returns(func, below(r, high) + 1);
      }
      case 2 -> {
        double low = Args.checkNumber(co, func, n, 1);
        double high = Args.checkNumber(co, func, n, 2);
        Args.check(co, low <= high, 2, "interval is empty");
        yield co.returns(func, below(r, high - low + 1) + low);
      }
      default -> throw co.error("wrong number of arguments", 1);
    };
  }

  /// A whole number from 0 to below `size`; rounding never reaches `size` itself.
  private static double below(double fraction, double size) {
    return Math.floor(Math.min(fraction * size, Math.nextDown(size)));
  }
}
