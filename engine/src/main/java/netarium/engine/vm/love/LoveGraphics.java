package netarium.engine.vm.love;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.screen.Coordinates;
import netarium.engine.screen.Pen;
import netarium.engine.screen.ScreenShape;

/// `love.graphics`: shapes. Colours, places and texts are in [GraphicsSettings] and [LoveText].
final class LoveGraphics {
  static final Library FUNCTIONS =
      Library.of(
          "love.graphics",
          entry("circle", LoveGraphics::circle),
          entry("ellipse", LoveGraphics::ellipse),
          entry("rectangle", LoveGraphics::rectangle),
          entry("arc", LoveGraphics::arc),
          entry("line", LoveGraphics::line),
          entry("polygon", LoveGraphics::polygon),
          entry("points", LoveGraphics::points),
          entry("print", LoveText::print),
          entry("printf", LoveText::printf),
          entry("newFont", LoveText::newFont),
          entry("setFont", LoveText::setFont),
          entry("setNewFont", LoveText::setNewFont),
          entry("getFont", LoveText::font),
          entry("setColor", GraphicsSettings::setColour),
          entry("getColor", GraphicsSettings::colour),
          entry("setBackgroundColor", GraphicsSettings::setBackground),
          entry("getBackgroundColor", GraphicsSettings::background),
          entry("clear", GraphicsSettings::clear),
          entry("setLineWidth", GraphicsSettings::setLineWidth),
          entry("getLineWidth", GraphicsSettings::lineWidth),
          entry("setPointSize", GraphicsSettings::setPointSize),
          entry("getPointSize", GraphicsSettings::pointSize),
          entry("push", GraphicsSettings::push),
          entry("pop", GraphicsSettings::pop),
          entry("origin", GraphicsSettings::origin),
          entry("translate", GraphicsSettings::translate),
          entry("rotate", GraphicsSettings::rotate),
          entry("scale", GraphicsSettings::scale),
          entry("shear", GraphicsSettings::shear),
          entry("reset", GraphicsSettings::reset),
          entry("getDimensions", GraphicsSettings::dimensions),
          entry("getWidth", GraphicsSettings::width),
          entry("getHeight", GraphicsSettings::height));

  private LoveGraphics() {}

  private static Library.Entry entry(String name, Native.Method<LoveState> method) {
    return Library.entry(name, Native.method("love.graphics." + name, LoveState.class, method));
  }

  /// A number that can be drawn.
  static double number(Coroutine co, int func, int n, int i) {
    double value = Args.checkNumber(co, func, n, i);
    Args.check(co, !Double.isNaN(value) && !Double.isInfinite(value), i, "finite number expected");
    return value;
  }

  static double optNumber(Coroutine co, int func, int n, int i, double fallback) {
    return Args.isNoneOrNil(co, func, n, i) ? fallback : number(co, func, n, i);
  }

  /// The pen for `fill` or `line`, the first argument.
  private static Pen pen(LoveState state, Coroutine co, int func, int n) {
    return state.canvas().pen(Args.checkOption(co, func, n, 1, null, "fill", "line") == 0);
  }

  static int add(LoveState state, Coroutine co, ScreenShape shape, int coordinates) {
    co.machine.charge(8L + coordinates);
    if (!state.canvas().hasRoom(coordinates)) {
      throw tooMuch(co);
    }
    state.canvas().add(shape);
    return co.returns();
  }

  private static LuaError tooMuch(Coroutine co) {
    return co.error(
        "too much is drawn in one frame: at most "
            + Canvas.MAX_SHAPES
            + " shapes with "
            + Canvas.MAX_COORDINATES
            + " coordinates or characters",
        1);
  }

  private static int circle(LoveState state, Coroutine co, int func, int n) {
    Pen pen = pen(state, co, func, n);
    double radius = number(co, func, n, 4);
    double x = number(co, func, n, 2);
    double y = number(co, func, n, 3);
    return add(state, co, new ScreenShape.Ellipse(pen, x, y, radius, radius), 4);
  }

  private static int ellipse(LoveState state, Coroutine co, int func, int n) {
    Pen pen = pen(state, co, func, n);
    double x = number(co, func, n, 2);
    double y = number(co, func, n, 3);
    double radiusX = number(co, func, n, 4);
    double radiusY = optNumber(co, func, n, 5, radiusX);
    return add(state, co, new ScreenShape.Ellipse(pen, x, y, radiusX, radiusY), 4);
  }

  private static int rectangle(LoveState state, Coroutine co, int func, int n) {
    Pen pen = pen(state, co, func, n);
    double x = number(co, func, n, 2);
    double y = number(co, func, n, 3);
    double width = number(co, func, n, 4);
    double height = number(co, func, n, 5);
    double roundX = optNumber(co, func, n, 6, 0);
    double roundY = optNumber(co, func, n, 7, roundX);
    return add(state, co, new ScreenShape.Rectangle(pen, x, y, width, height, roundX, roundY), 6);
  }

  /// `arc(mode, kind?, x, y, radius, from, to)`.
  private static int arc(LoveState state, Coroutine co, int func, int n) {
    Pen pen = pen(state, co, func, n);
    boolean hasKind = n >= 2 && co.arg(func, n, 2).typeName().equals("string");
    int kind = hasKind ? Args.checkOption(co, func, n, 2, null, "pie", "open", "closed") : 0;
    ScreenShape.Ends ends =
        switch (kind) {
          case 1 -> ScreenShape.Ends.OPEN;
          case 2 -> ScreenShape.Ends.CLOSED;
          default -> ScreenShape.Ends.PIE;
        };
    int at = hasKind ? 3 : 2;
    double x = number(co, func, n, at);
    double y = number(co, func, n, at + 1);
    double radius = number(co, func, n, at + 2);
    double from = number(co, func, n, at + 3);
    double to = number(co, func, n, at + 4);
    return add(state, co, new ScreenShape.Arc(pen, ends, x, y, radius, from, to), 5);
  }

  private static int line(LoveState state, Coroutine co, int func, int n) {
    Coordinates points = coordinates(co, func, n, 1, 2);
    return add(
        state, co, new ScreenShape.Line(state.canvas().pen(false), points), 2 * points.points());
  }

  private static int polygon(LoveState state, Coroutine co, int func, int n) {
    Pen pen = pen(state, co, func, n);
    Coordinates corners = coordinates(co, func, n, 2, 3);
    return add(state, co, new ScreenShape.Polygon(pen, corners), 2 * corners.points());
  }

  private static int points(LoveState state, Coroutine co, int func, int n) {
    Coordinates points = coordinates(co, func, n, 1, 1);
    double size = state.canvas().pointSize();
    return add(
        state,
        co,
        new ScreenShape.Points(state.canvas().pen(true), size, points),
        2 * points.points());
  }

  /// Points as arguments from `first` on, or as one table of them.
  private static Coordinates coordinates(Coroutine co, int func, int n, int first, int atLeast) {
    double[] values;
    if (co.arg(func, n, first) instanceof Table table) {
      int length = table.length();
      checkCount(co, length, first, atLeast);
      values = new double[length];
      for (int i = 0; i < length; i++) {
        values[i] = item(co, table.get(i + 1), first, i + 1);
      }
    } else {
      int length = Math.max(0, n - first + 1);
      checkCount(co, length, n, atLeast);
      values = new double[length];
      for (int i = 0; i < length; i++) {
        values[i] = number(co, func, n, first + i);
      }
    }
    return Coordinates.of(values);
  }

  private static void checkCount(Coroutine co, int length, int argument, int atLeast) {
    if (length > Canvas.MAX_COORDINATES) {
      throw tooMuch(co);
    }
    Args.check(
        co,
        length % 2 == 0 && length >= 2 * atLeast,
        Math.max(1, argument),
        "x and y of at least " + atLeast + (atLeast == 1 ? " point" : " points") + " expected");
  }

  private static double item(Coroutine co, LuaValue value, int argument, int index) {
    if (value instanceof Num number && !Double.isNaN(number.v) && !Double.isInfinite(number.v)) {
      return number.v;
    }
    throw Args.argError(
        co, argument, "finite number expected at [" + index + "], got " + value.typeName());
  }
}
