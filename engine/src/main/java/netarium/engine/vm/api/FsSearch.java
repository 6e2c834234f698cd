package netarium.engine.vm.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileStat;

/// `fs.search_files` and `fs.search_files_content`: what `find` and `grep` are made of.
final class FsSearch {
  private final ProcessHost host;

  private FsSearch(ProcessHost host) {
    this.host = host;
  }

  static void install(LuaMachine machine, ProcessHost host, Table fs) {
    machine.addHost(new FsSearch(host));
    fs.set(
        "search_files",
        Native.method("fs.search_files", FsSearch.class, FsSearch::files).asWorldCall());
    fs.set(
        "search_files_content",
        Native.method("fs.search_files_content", FsSearch.class, FsSearch::content).asWorldCall());
  }

  /// An entry met on the way, with its path.
  private record Met(String path, FileStat stat) {}

  /// Everything from a path on, directories before what is in them, in the order of names.
  private List<Met> walk(Coroutine co, Str from) {
    List<Met> met = new ArrayList<>();
    FileCaller caller = host.caller();
    Deque<String> todo = new ArrayDeque<>();
    if (HostPaths.from("/", from) instanceof FileResult.Done<String>(String start)) {
      todo.push(start);
    }
    while (!todo.isEmpty()) {
      String at = todo.pop();
      if (!(host.files().stat(at, caller) instanceof FileResult.Done<FileStat>(FileStat stat))) {
        continue;
      }
      co.machine.charge(32);
      met.add(new Met(at, stat));
      if (host.files().list(at, caller)
          instanceof FileResult.Done<List<FileStat>>(List<FileStat> entries)) {
        List<FileStat> lastFirst = new ArrayList<>(entries);
        Collections.reverse(lastFirst);
        lastFirst.forEach(entry -> todo.push(FilePath.join(at, entry.name())));
      }
    }
    return met;
  }

  // ---- search_files ------------------------------------------------------------------------

  private int files(Coroutine co, int func, int n) {
    Str from = Args.checkStr(co, func, n, 1);
    Predicate<FileStat> wanted =
        Args.isNoneOrNil(co, func, n, 2)
            ? stat -> true
            : FindCriteria.read(co, Args.checkTable(co, func, n, 2), host.epochNanos());
    Table found = new Table(co.machine);
    for (Met met : walk(co, from)) {
      if (wanted.test(met.stat)) {
        found.set(found.length() + 1, Results.string(co.machine, met.path));
      }
    }
    return co.returns(func, found);
  }

  // ---- search_files_content ----------------------------------------------------------------

  private int content(Coroutine co, int func, int n) {
    List<Str> paths = paths(co, func, n);
    Str pattern = Args.checkStr(co, func, n, 2);
    Table options =
        Args.isNoneOrNil(co, func, n, 3) ? new Table(co.machine) : Args.checkTable(co, func, n, 3);
    LinePattern lines = pattern(co, pattern, options);
    Table found = new Table(co.machine);
    for (Str path : paths) {
      for (Met met : walk(co, path)) {
        if (host.files().read(met.path, host.caller())
            instanceof FileResult.Done<byte[]>(byte[] octets)) {
          search(co, met.path, Str.wrap(octets), lines, found);
        }
      }
    }
    return co.returns(func, found);
  }

  private static List<Str> paths(Coroutine co, int func, int n) {
    if (!(co.arg(func, n, 1) instanceof Table list)) {
      return List.of(Args.checkStr(co, func, n, 1));
    }
    List<Str> paths = new ArrayList<>();
    for (int i = 1; list.get(i) != Nil.NIL; i++) {
      LuaValue path = list.get(i);
      if (!(path instanceof Str text)) {
        String detail = "paths must be strings, number " + i + " is a " + path.typeName();
        throw Args.argError(co, 1, detail);
      }
      paths.add(text);
    }
    return paths;
  }

  private static LinePattern pattern(Coroutine co, Str pattern, Table options) {
    boolean ignoresCase = options.get("case_insensitive").isTrue();
    if (!options.get("regex").isTrue()) {
      return LinePattern.literal(pattern.toLatin1(), ignoresCase);
    }
    try {
      return LinePattern.regex(pattern.toLatin1(), ignoresCase);
    } catch (RegexSyntaxException e) {
      throw Args.argError(co, 2, "malformed regular expression: " + e.getMessage());
    }
  }

  private static void search(
      Coroutine co, String path, Str text, LinePattern pattern, Table found) {
    int number = 0;
    for (Str line : Lines.of(text)) {
      number++;
      co.machine.charge(pattern.work(line.length));
      if (pattern.matches(line)) {
        Table hit = new Table(co.machine, 0, 3);
        Results.set(hit, "path", path, co.machine);
        Results.set(hit, "line_num", number);
        hit.set("line", Results.string(co.machine, line.toByteArray()));
        found.set(found.length() + 1, hit);
      }
    }
  }
}
