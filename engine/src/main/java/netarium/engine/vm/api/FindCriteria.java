package netarium.engine.vm.api;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.files.FileStat;

/// The tests of `find(1)` that `fs.search_files` knows, all of which must hold: `name`, `iname`
/// (globs), `type` (`file`, `directory`, or their first letters), `size` (`+10k`: more than ten
/// times 1,024 octets, rounded up; without unit or with `c`: octets), `user`, `mtime` (whole days).
final class FindCriteria {
  private static final long DAY_NANOS = 86_400_000_000_000L;

  private FindCriteria() {}

  /// Reads a table of criteria; raises for those that make no sense.
  static Predicate<FileStat> read(Coroutine co, Table table, long epochNanos) {
    Predicate<FileStat> all = stat -> true;
    Optional<String> name = text(co, table, "name");
    if (name.isPresent()) {
      Glob glob = new Glob(name.get());
      all = all.and(stat -> glob.matches(stat.name()));
    }
    Optional<String> iname = text(co, table, "iname");
    if (iname.isPresent()) {
      Glob glob = new Glob(iname.get().toLowerCase(Locale.ROOT));
      all = all.and(stat -> glob.matches(stat.name().toLowerCase(Locale.ROOT)));
    }
    Optional<String> type = text(co, table, "type");
    if (type.isPresent()) {
      boolean wantsDirectory = isDirectory(co, type.get());
      all = all.and(stat -> stat.isDirectory() == wantsDirectory);
    }
    Optional<String> user = text(co, table, "user");
    if (user.isPresent()) {
      all = all.and(stat -> stat.owner().equals(user.get()));
    }
    Optional<String> size = text(co, table, "size");
    if (size.isPresent()) {
      all = all.and(size(co, size.get()));
    }
    Optional<String> days = text(co, table, "mtime");
    if (days.isPresent()) {
      Count count = count(co, "mtime", days.get());
      all = all.and(s -> count.accepts(Math.floorDiv(epochNanos - s.mtimeNanos(), DAY_NANOS)));
    }
    return all;
  }

  private static Optional<String> text(Coroutine co, Table table, String key) {
    LuaValue value = table.get(key);
    return switch (value) {
      case Str s -> Optional.of(s.toString());
      case Num x -> Optional.of(LuaNumberText.toText(x.v));
      default -> {
        Args.check(co, value.isNil(), 2, "'" + key + "' must be a string");
        yield Optional.empty();
      }
    };
  }

  private static boolean isDirectory(Coroutine co, String type) {
    return switch (type) {
      case "f", "file" -> false;
      case "d", "directory" -> true;
      default -> throw Args.argError(co, 2, "unknown type '" + type + "' (file or directory)");
    };
  }

  private static Predicate<FileStat> size(Coroutine co, String text) {
    String letter = text.isEmpty() ? "" : text.substring(text.length() - 1);
    long unit =
        switch (letter) {
          case "k" -> 1L << 10;
          case "M" -> 1L << 20;
          case "G" -> 1L << 30;
          default -> 1;
        };
    boolean hasUnit = unit > 1 || letter.equals("c");
    Count count = count(co, "size", hasUnit ? text.substring(0, text.length() - 1) : text);
    return stat -> count.accepts(Math.ceilDiv(stat.octets(), unit));
  }

  /// A number, or with a sign all above or below it.
  private record Count(int sign, long number) {
    boolean accepts(long actual) {
      return sign == 0 ? actual == number : Long.compare(actual, number) == sign;
    }
  }

  private static Count count(Coroutine co, String key, String text) {
    int sign = text.startsWith("+") ? 1 : text.startsWith("-") ? -1 : 0;
    String digits = sign == 0 ? text : text.substring(1);
    OptionalLong number =
        digits.matches("[0-9]{1,15}")
            ? OptionalLong.of(Long.parseLong(digits))
            : OptionalLong.empty();
    String detail = "'" + key + "' must be a number, '+' or '-' before it, not '" + text + "'";
    Args.check(co, number.isPresent(), 2, detail);
    return new Count(sign, number.orElseThrow());
  }
}
