package netarium.engine.vm.love;

import java.util.List;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.lib.Library;
import netarium.engine.screen.Pen;
import netarium.engine.screen.Placement;
import netarium.engine.screen.ScreenShape;

/// The part of `love.graphics` that writes: `print`, `printf` and fonts, which are one font in
/// several sizes.
final class LoveText {
  private static final Str FONT_CLASS = Str.constant("love.Font");
  private static final Library FONT_METHODS =
      Library.of(
          "Font",
          Library.function("Font", "getWidth", LoveText::fontWidth),
          Library.function("Font", "getHeight", LoveText::fontHeight),
          Library.function("Font", "getBaseline", LoveText::fontBaseline));

  private LoveText() {}

  /// `print(text, x, y, angle, scaleX, scaleY, originX, originY, shearX, shearY)`.
  static int print(LoveState state, Coroutine co, int func, int n) {
    String text = text(co, func, n);
    double x = LoveGraphics.optNumber(co, func, n, 2, 0);
    double y = LoveGraphics.optNumber(co, func, n, 3, 0);
    Placement at = placement(state, co, func, n, x, y, 4);
    return write(state, co, text, at);
  }

  /// `printf(text, x, y, limit, align, angle, …)`: lines no wider than `limit`.
  static int printf(LoveState state, Coroutine co, int func, int n) {
    String text = text(co, func, n);
    double x = LoveGraphics.number(co, func, n, 2);
    double y = LoveGraphics.number(co, func, n, 3);
    double limit = LoveGraphics.number(co, func, n, 4);
    int align = Args.checkOption(co, func, n, 5, "left", "left", "center", "right", "justify");
    Placement at = placement(state, co, func, n, x, y, 6);
    LoveFont font = state.canvas().font();
    List<String> lines = font.wrap(text, limit);
    for (int i = 0; i < lines.size(); i++) {
      double room = limit - font.width(lines.get(i));
      double indent = align == 1 ? Math.floor(room / 2) : align == 2 ? room : 0;
      write(state, co, lines.get(i), at.translate(indent, i * font.lineHeight()));
    }
    return co.returns();
  }

  private static int write(LoveState state, Coroutine co, String text, Placement at) {
    if (text.isBlank()) {
      return co.returns();
    }
    Pen pen = state.canvas().pen(true, at);
    double size = state.canvas().font().size();
    return LoveGraphics.add(state, co, new ScreenShape.Text(pen, text, size), text.length());
  }

  private static String text(Coroutine co, int func, int n) {
    Str text = Args.checkStr(co, func, n, 1);
    Args.check(
        co,
        text.length <= Canvas.MAX_COORDINATES,
        1,
        "at most " + Canvas.MAX_COORDINATES + " octets expected");
    co.machine.charge(text.length);
    return text.toString();
  }

  /// Where a text stands: angle, scale, origin and shear are arguments from `first` on.
  private static Placement placement(
      LoveState state, Coroutine co, int func, int n, double x, double y, int first) {
    double angle = LoveGraphics.optNumber(co, func, n, first, 0);
    double scaleX = LoveGraphics.optNumber(co, func, n, first + 1, 1);
    double scaleY = LoveGraphics.optNumber(co, func, n, first + 2, scaleX);
    double originX = LoveGraphics.optNumber(co, func, n, first + 3, 0);
    double originY = LoveGraphics.optNumber(co, func, n, first + 4, 0);
    double shearX = LoveGraphics.optNumber(co, func, n, first + 5, 0);
    double shearY = LoveGraphics.optNumber(co, func, n, first + 6, 0);
    Placement at = state.canvas().placement().translate(x, y);
    if (angle != 0) {
      at = at.rotate(angle);
    }
    return at.scale(scaleX, scaleY).shear(shearX, shearY).translate(-originX, -originY);
  }

  // ---- fonts --------------------------------------------------------------------------------

  /// `newFont(size?)`. There are no fonts in files.
  static int newFont(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, userdata(co.machine, fontArgument(co, func, n)));
  }

  static int setNewFont(LoveState state, Coroutine co, int func, int n) {
    state.canvas().font(fontArgument(co, func, n));
    return font(state, co, func, n);
  }

  static int setFont(LoveState state, Coroutine co, int func, int n) {
    state.canvas().font(fontAt(co, func, n));
    return co.returns();
  }

  static int font(LoveState state, Coroutine co, int func, int n) {
    return co.returns(func, userdata(co.machine, state.canvas().font()));
  }

  private static LoveFont fontArgument(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Str) {
      throw co.error(
          "fonts from files are not supported on a simulated machine: write newFont(size)", 1);
    }
    double size = LoveGraphics.optNumber(co, func, n, 1, LoveFont.PLAIN.size());
    Args.check(co, size >= 1 && size <= LoveFont.MAX_SIZE, 1, "size from 1 to 1000 expected");
    return new LoveFont(size);
  }

  private static Userdata userdata(LuaMachine machine, LoveFont font) {
    LuaValue known = machine.registry.get(FONT_CLASS);
    Table metatable;
    if (known instanceof Table made) {
      metatable = made;
    } else {
      metatable = new Table(machine, 0, 1);
      Table methods = new Table(machine, 0, 3);
      FONT_METHODS.fill(methods);
      metatable.set("__index", methods);
      machine.registry.set((LuaValue) FONT_CLASS, metatable);
    }
    return new Userdata(machine, font, metatable);
  }

  private static LoveFont fontAt(Coroutine co, int func, int n) {
    if (co.arg(func, n, 1) instanceof Userdata userdata
        && userdata.content instanceof LoveFont font) {
      return font;
    }
    throw Args.typeError(co, func, n, 1, "Font");
  }

  private static int fontWidth(Coroutine co, int func, int n) {
    LoveFont font = fontAt(co, func, n);
    Str text = Args.checkStr(co, func, n, 2);
    co.machine.charge(text.length);
    return co.returns(func, font.width(text.toString()));
  }

  private static int fontHeight(Coroutine co, int func, int n) {
    return co.returns(func, new Num(fontAt(co, func, n).lineHeight()));
  }

  private static int fontBaseline(Coroutine co, int func, int n) {
    return co.returns(func, new Num(fontAt(co, func, n).baseline()));
  }
}
