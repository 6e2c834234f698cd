package netarium.engine.vm.api;

import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.text.OctetBuffer;
import netarium.engine.vm.files.FileError;
import org.jspecify.annotations.Nullable;

/// How natives of this package answer: new strings are charged, failures are C's three values.
public final class Results {
  private Results() {}

  /// A string made of octets that nobody else writes to, its memory and its work charged.
  public static Str string(LuaMachine machine, byte[] octets) {
    machine.account.charge(Str.HEADER_OCTETS + octets.length);
    machine.charge(octets.length);
    return Str.wrap(octets);
  }

  /// A buffer whose room the machine's memory pays for.
  public static OctetBuffer buffer(Coroutine co) {
    return new OctetBuffer(
        new OctetBuffer.Payer() {
          @Override
          public void charge(long octets) {
            co.machine.account.charge(octets);
          }

          @Override
          public RuntimeException notEnoughMemory() {
            return LuaError.text("not enough memory");
          }
        },
        64);
  }

  /// What a buffer has become, its work charged.
  public static Str string(Coroutine co, OctetBuffer buffer) {
    co.machine.account.charge(Str.HEADER_OCTETS);
    co.machine.charge(buffer.length());
    return Str.wrap(buffer.take(), 0, buffer.length());
  }

  /// The UTF-8 octets of a text as a string, charged.
  public static Str string(LuaMachine machine, String text) {
    Str s = Str.of(text);
    machine.account.charge(Str.HEADER_OCTETS + s.length);
    machine.charge(s.length);
    return s;
  }

  /// `nil, "name: text", number`, or without the name; as `luaL_fileresult`.
  public static int failure(Coroutine co, int func, FileError error, @Nullable Str name) {
    String text = name == null ? error.text() : error.about(beforeNul(name));
    return co.returns(func, Nil.NIL, string(co.machine, text), new Num(error.number()));
  }

  /// `true`, or what [#failure] answers.
  public static int outcome(Coroutine co, int func, FileError error, @Nullable Str name) {
    return error.isError() ? failure(co, func, error, name) : co.returns(func, true);
  }

  /// The part of a name that C sees.
  public static String beforeNul(Str name) {
    String text = name.toString();
    int nul = text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }

  public static void set(Table table, String key, String text, LuaMachine machine) {
    table.set(key, string(machine, text));
  }

  public static void set(Table table, String key, double number) {
    table.set(key, new Num(number));
  }

  public static void set(Table table, String key, boolean truth) {
    table.set(key, (LuaValue) Bool.of(truth));
  }
}
