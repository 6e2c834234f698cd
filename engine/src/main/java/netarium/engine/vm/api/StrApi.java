package netarium.engine.vm.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import netarium.engine.lua.Bool;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import org.jspecify.annotations.Nullable;

/// `str.serialize_table` and `str.parse_table`: flat tables as `key=value` lines, the body of
/// messages of type `application/x-lua-table`.
public final class StrApi {
  private StrApi() {}

  public static void install(Table str) {
    str.set("serialize_table", Native.of("str.serialize_table", StrApi::serialize));
    str.set("parse_table", Native.of("str.parse_table", StrApi::parse));
  }

  private record Entry(String key, String value) {}

  /// One line per entry, sorted by key, because a table has no order of its own. Strings, numbers
  /// and booleans are written, everything else is passed over.
  private static int serialize(Coroutine co, int func, int n) {
    Table table = Args.checkTable(co, func, n, 1);
    List<Entry> entries = new ArrayList<>();
    for (int at = table.nextPosition(0); at >= 0; at = table.nextPosition(at + 1)) {
      String key = text(co.machine, table.keyAt(at));
      String value = text(co.machine, table.valueAtPosition(at));
      if (key != null && value != null && !key.isEmpty()) {
        entries.add(checked(co, key, value));
      }
    }
    entries.sort(Comparator.comparing(Entry::key));
    StringBuilder lines = new StringBuilder();
    for (Entry entry : entries) {
      lines.append(lines.isEmpty() ? "" : "\n").append(entry.key).append('=').append(entry.value);
    }
    co.machine.charge(lines.length() + 4L * entries.size());
    return co.returns(func, Values.str(co.machine, lines.toString()));
  }

  private static Entry checked(Coroutine co, String key, String value) {
    Args.check(co, key.indexOf('=') < 0, 1, "key '" + key + "' has a '='");
    boolean isOneLine = (key + value).chars().noneMatch(c -> c == '\n' || c == '\r');
    Args.check(co, isOneLine, 1, "entry '" + key + "' has a line end");
    return new Entry(key, value);
  }

  private static @Nullable String text(LuaMachine machine, LuaValue value) {
    return switch (value) {
      case Str string -> string.toLatin1();
      case Num number -> machine.text(number).toLatin1();
      case Bool truth -> truth.isTrue() ? "true" : "false";
      default -> null;
    };
  }

  /// Keys and values as strings, blanks around them taken off; lines without a key or a `=` are
  /// passed over, the last line of a key wins.
  private static int parse(Coroutine co, int func, int n) {
    Str text = Args.checkStr(co, func, n, 1);
    co.machine.charge(text.length);
    Table table = new Table(co.machine);
    for (Str each : Lines.of(text)) {
      String line = each.toLatin1();
      int equals = line.indexOf('=');
      String key = equals < 0 ? "" : line.substring(0, equals).strip();
      if (!key.isEmpty()) {
        Str value = Values.str(co.machine, line.substring(equals + 1).strip());
        table.set(Values.str(co.machine, key), value);
      }
    }
    return co.returns(func, table);
  }
}
