package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.List;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.files.FileError;
import org.jspecify.annotations.Nullable;

/// Reads by formats, as `io.read`, `f:read` and `lines` share it. The first format that finds
/// nothing ends the reading with a nil.
final class FormatReader {
  private static final LuaValue[] ONE_LINE = {Str.constant("*l")};

  private final Coroutine co;
  private final ByteSource source;
  private final LuaValue[] formats;
  private final int firstIndex;
  private final List<LuaValue> values = new ArrayList<>();
  private boolean lacks;

  /// @param firstIndex the argument number of the first format, for messages
  FormatReader(Coroutine co, ByteSource source, LuaValue[] formats, int firstIndex) {
    this.co = co;
    this.source = source;
    this.formats = formats.length == 0 ? ONE_LINE : formats;
    this.firstIndex = firstIndex;
  }

  /// Reads; false if it has to wait, in which case nothing has been consumed.
  boolean run() {
    long mark = source.mark();
    FileError unreadable = source.readability();
    for (int i = 0; i < formats.length; i++) {
      LuaValue value = unreadable.isError() ? checkOnly(i) : one(i);
      if (lacks) {
        source.backTo(mark);
        values.clear();
        return false;
      }
      values.add(value == null ? Nil.NIL : value);
      if (value == null) {
        break;
      }
    }
    return true;
  }

  /// What was read, or the nil at which reading ended.
  List<LuaValue> values() {
    return values;
  }

  /// A format of a file that cannot be read: wrong ones still raise.
  private @Nullable LuaValue checkOnly(int i) {
    return formats[i] instanceof Num || letter(i) != 'a' ? null : Str.EMPTY;
  }

  private @Nullable LuaValue one(int i) {
    if (formats[i] instanceof Num size) {
      return octets(toSize(size.v));
    }
    return switch (letter(i)) {
      case 'n' -> number();
      case 'l' -> line(false);
      case 'L' -> line(true);
      default -> all();
    };
  }

  private int letter(int i) {
    Str format =
        switch (formats[i]) {
          case Str s -> s;
          case Num n -> LuaNumberText.toStr(n.v);
          default -> Str.EMPTY;
        };
    if (format.length == 0 || format.byteAt(0) != '*') {
      throw Args.argError(co, firstIndex + i, "invalid option");
    }
    int letter = format.length > 1 ? format.byteAt(1) : 0;
    if (letter != 'n' && letter != 'l' && letter != 'L' && letter != 'a') {
      throw Args.argError(co, firstIndex + i, "invalid format");
    }
    return letter;
  }

  private static long toSize(double size) {
    long n = size >= -0x1p63 && size < 0x1p63 ? (long) size : Long.MIN_VALUE;
    if (n < 0) {
      throw LuaError.text("memory allocation error: block too big");
    }
    return n;
  }

  /// `n` octets or what is left; with 0 only whether anything is left.
  private @Nullable LuaValue octets(long n) {
    if (source.lacksOctets(Math.max(1, n))) {
      return lack();
    }
    if (n == 0) {
      return source.peek() < 0 ? null : Str.EMPTY;
    }
    Str read = take(n);
    return read.length == 0 ? null : read;
  }

  private @Nullable LuaValue line(boolean keepsNewline) {
    if (source.lacksLine()) {
      return lack();
    }
    int distance = source.distanceToNewline();
    if (distance < 0) {
      Str last = take(Long.MAX_VALUE);
      return last.length == 0 ? null : last;
    }
    Str line = take(keepsNewline ? distance + 1 : distance);
    if (!keepsNewline) {
      source.next();
    }
    return line;
  }

  private @Nullable LuaValue all() {
    return source.lacksOctets(Long.MAX_VALUE) ? lack() : take(Long.MAX_VALUE);
  }

  private @Nullable LuaValue number() {
    if (source.lacksNumber()) {
      return lack();
    }
    long before = source.remaining();
    Num number = NumberScan.read(source);
    co.machine.charge(before - source.remaining());
    return number;
  }

  private @Nullable LuaValue lack() {
    lacks = true;
    return null;
  }

  private Str take(long n) {
    long size = Math.min(n, source.remaining());
    co.machine.account.charge(Str.HEADER_OCTETS + size);
    co.machine.charge(size);
    return Str.wrap(source.take(size));
  }
}
