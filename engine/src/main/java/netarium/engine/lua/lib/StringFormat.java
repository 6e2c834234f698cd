package netarium.engine.lua.lib;

import java.util.Objects;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Frame;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.text.FormatItem;
import netarium.engine.lua.text.OctetBuffer;
import netarium.engine.lua.text.TextFault;

/// `string.format` as a state machine: `%s` may have to call a `__tostring`.
final class StringFormat extends Native {
  private static final Str TOSTRING = Str.constant("__tostring");
  private static final Str NULL = Str.constant("(null)");

  StringFormat() {
    super("string.format");
  }

  /// One run: the place in the format, the argument and item at hand.
  private static final class Work {
    final Str format;
    final OctetBuffer out;
    int at;
    int argument = 1;
    FormatItem item = FormatItem.NONE;
    boolean hasFrame;

    Work(Str format, OctetBuffer out) {
      this.format = format;
      this.out = out;
    }
  }

  @Override
  public int call(Coroutine co, int func, int n) {
    Str format = Args.checkStr(co, func, n, 1);
    co.stack[func + 1] = format;
    return format(co, func, n, new Work(format, Patterns.buffer(co, format.length + 32)));
  }

  @Override
  public int step(Coroutine co, Frame frame, int from, int n) {
    Work w = (Work) Objects.requireNonNull(frame.state);
    LuaValue text = n > 0 ? co.stack[from] : Nil.NIL;
    appendText(co, w, text);
    return format(co, frame.func, frame.argumentCount, w);
  }

  private int format(Coroutine co, int func, int n, Work w) {
    try {
      while (nextItem(w)) {
        w.argument++;
        if (w.argument > n) {
          throw Args.argError(co, w.argument, "no value");
        }
        Str f = w.format;
        w.item = FormatItem.parse(f.bytes, f.offset + w.at, f.offset + f.length);
        w.at = w.item.end() - f.offset;
        if (w.item.conversion() != 's') {
          convert(co, func, n, w);
        } else if (!convertText(co, func, n, w)) {
          return CALL;
        }
      }
    } catch (TextFault fault) {
      co.machine.charge(w.out.length());
      throw Patterns.error(co, fault);
    } catch (LuaError error) {
      co.machine.charge(w.out.length());
      throw error;
    }
    co.machine.charge(w.out.length());
    return co.returns(func, Patterns.string(co, w.out));
  }

  /// Copies text up to the next item; false at the end of the format.
  private static boolean nextItem(Work w) {
    Str f = w.format;
    while (w.at < f.length) {
      int from = w.at;
      while (w.at < f.length && f.byteAt(w.at) != '%') {
        w.at++;
      }
      w.out.append(f.bytes, f.offset + from, w.at - from);
      if (w.at == f.length) {
        return false;
      }
      w.at++;
      if (w.at == f.length || f.byteAt(w.at) != '%') {
        return true;
      }
      w.out.append('%');
      w.at++;
    }
    return false;
  }

  private static void convert(Coroutine co, int func, int n, Work w) {
    int i = w.argument;
    switch (w.item.conversion()) {
      case 'c' -> w.item.appendOctet(w.out, Args.checkInt(co, func, n, i));
      case 'd', 'i' -> {
        double v = Args.checkNumber(co, func, n, i);
        Args.check(co, v >= -0x1p63 && v < 0x1p63, i, "not a number in proper range");
        w.item.appendSigned(w.out, (long) v);
      }
      case 'o', 'u', 'x', 'X' -> {
        double v = Args.checkNumber(co, func, n, i);
        Args.check(co, v > -1 && v < 0x1p64, i, "not a non-negative number in proper range");
        w.item.appendUnsigned(w.out, unsigned(v));
      }
      case 'e', 'E', 'f', 'g', 'G', 'a', 'A' ->
          w.item.appendDouble(w.out, Args.checkNumber(co, func, n, i));
      case 'q' -> {
        Str s = Args.checkStr(co, func, n, i);
        FormatItem.appendQuoted(w.out, s.bytes, s.offset, s.length);
      }
      default -> throw w.item.invalidOption();
    }
  }

  private static long unsigned(double v) {
    return v < 0x1p63 ? (long) v : (long) (v - 0x1p63) ^ Long.MIN_VALUE;
  }

  /// False when a `__tostring` has to be called first.
  private boolean convertText(Coroutine co, int func, int n, Work w) {
    LuaValue value = co.stack[func + w.argument];
    LuaValue handler = co.machine.metafield(value, TOSTRING);
    if (handler.isNil()) {
      appendText(co, w, co.machine.text(value));
      return true;
    }
    if (!w.hasFrame) {
      co.pushNative(this, func, n).state = w;
      w.hasFrame = true;
    }
    co.call(func + 1 + n, handler, value);
    return false;
  }

  /// What a `__tostring` answers may be no text: C then prints a null pointer.
  private static void appendText(Coroutine co, Work w, LuaValue value) {
    boolean isText = value instanceof Str || value instanceof Num;
    Str s = isText ? co.machine.text(value) : w.item.hasRoomFor(6) ? NULL : Str.EMPTY;
    w.item.appendText(w.out, s.bytes, s.offset, s.length);
  }
}
