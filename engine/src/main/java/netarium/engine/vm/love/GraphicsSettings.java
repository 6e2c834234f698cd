package netarium.engine.vm.love;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Num;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.love.Canvas.Colour;

/// The part of `love.graphics` that says how and where is drawn.
final class GraphicsSettings {
  private GraphicsSettings() {}

  // ---- colours ------------------------------------------------------------------------------

  static int setColour(LoveState state, Coroutine co, int func, int n) {
    state.canvas().colour(colourArgument(co, func, n));
    return co.returns();
  }

  static int colour(LoveState state, Coroutine co, int func, int n) {
    return give(co, func, state.canvas().colour());
  }

  static int setBackground(LoveState state, Coroutine co, int func, int n) {
    state.canvas().background(colourArgument(co, func, n));
    return co.returns();
  }

  static int background(LoveState state, Coroutine co, int func, int n) {
    return give(co, func, state.canvas().background());
  }

  /// `clear()` or `clear(colour)`: everything drawn so far is gone.
  static int clear(LoveState state, Coroutine co, int func, int n) {
    state.canvas().clear(n == 0 ? Colour.BLACK : colourArgument(co, func, n));
    return co.returns();
  }

  /// Red, green, blue and maybe alpha from 0 to 1, one by one or in a table.
  private static Colour colourArgument(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Table table) {
      return new Colour(
          component(co, table, 1),
          component(co, table, 2),
          component(co, table, 3),
          table.get(4).isNil() ? 1 : component(co, table, 4));
    }
    return new Colour(
        LoveGraphics.number(co, func, n, 1),
        LoveGraphics.number(co, func, n, 2),
        LoveGraphics.number(co, func, n, 3),
        LoveGraphics.optNumber(co, func, n, 4, 1));
  }

  private static double component(Coroutine co, Table table, int i) {
    if (table.get(i) instanceof Num number && !Double.isNaN(number.v)) {
      return number.v;
    }
    throw Args.argError(
        co, 1, "number expected at [" + i + "] of the colour, got " + table.get(i).typeName());
  }

  private static int give(Coroutine co, int func, Colour colour) {
    co.ensure(func + 4);
    co.stack[func + 3] = new Num(colour.alpha());
    co.returns(func, new Num(colour.red()), new Num(colour.green()), new Num(colour.blue()));
    return 4;
  }

  // ---- widths -------------------------------------------------------------------------------

  static int setLineWidth(LoveState state, Coroutine co, int func, int n) {
    state.canvas().lineWidth(width(co, func, n));
    return co.returns();
  }

  static int lineWidth(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, state.canvas().lineWidth());
  }

  static int setPointSize(LoveState state, Coroutine co, int func, int n) {
    state.canvas().pointSize(width(co, func, n));
    return co.returns();
  }

  static int pointSize(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, state.canvas().pointSize());
  }

  private static double width(Coroutine co, int func, int n) {
    double pixels = LoveGraphics.number(co, func, n, 1);
    Args.check(co, pixels > 0, 1, "more than 0 pixels expected");
    return pixels;
  }

  // ---- places -------------------------------------------------------------------------------

  static int push(LoveState state, Coroutine co, int func, int n) {
    boolean isAll = Args.checkOption(co, func, n, 1, "transform", "transform", "all") == 1;
    if (!state.canvas().push(isAll)) {
      throw co.error(
          "love.graphics.push without pop: more than " + Canvas.MAX_DEPTH + " levels", 1);
    }
    return co.returns();
  }

  static int pop(LoveState state, Coroutine co, int func, int n) {
    if (!state.canvas().pop()) {
      throw co.error("love.graphics.pop without push", 1);
    }
    return co.returns();
  }

  static int origin(LoveState state, Coroutine co, int func, int n) {
    state.canvas().placement(netarium.engine.screen.Placement.IDENTITY);
    return co.returns();
  }

  static int translate(LoveState state, Coroutine co, int func, int n) {
    double x = LoveGraphics.number(co, func, n, 1);
    double y = LoveGraphics.number(co, func, n, 2);
    state.canvas().placement(state.canvas().placement().translate(x, y));
    return co.returns();
  }

  static int rotate(LoveState state, Coroutine co, int func, int n) {
    double angle = LoveGraphics.number(co, func, n, 1);
    state.canvas().placement(state.canvas().placement().rotate(angle));
    return co.returns();
  }

  static int scale(LoveState state, Coroutine co, int func, int n) {
    double x = LoveGraphics.number(co, func, n, 1);
    double y = LoveGraphics.optNumber(co, func, n, 2, x);
    state.canvas().placement(state.canvas().placement().scale(x, y));
    return co.returns();
  }

  static int shear(LoveState state, Coroutine co, int func, int n) {
    double x = LoveGraphics.number(co, func, n, 1);
    double y = LoveGraphics.number(co, func, n, 2);
    state.canvas().placement(state.canvas().placement().shear(x, y));
    return co.returns();
  }

  static int reset(LoveState state, Coroutine co, int func, int n) {
    state.canvas().reset();
    return co.returns();
  }

  // ---- the screen ---------------------------------------------------------------------------

  static int dimensions(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, new Num(state.canvas().width()), new Num(state.canvas().height()));
  }

  static int width(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, (double) state.canvas().width());
  }

  static int height(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, (double) state.canvas().height());
  }
}
