package netarium.engine.vm.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.lua.text.OctetBuffer;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileStat;

/// The `fs` library: whole files and directories in one call. Every path counts from the root,
/// whatever the working directory; programs that want theirs use `os.path_resolve`.
///
/// Questions about what is not there answer nil (an empty list for `fs.ls`), orders that cannot be
/// carried out raise.
public final class FsApi {
  /// Listings show files before directories, each in the order of their names.
  private static final Comparator<FileStat> FILES_FIRST =
      Comparator.comparing(FileStat::isDirectory);

  private static final Str FS = Str.constant("fs");
  private static final int MOST_FIELDS = 24;
  private static final long NANOS = 1_000_000_000;

  private final ProcessHost host;

  private FsApi(ProcessHost host) {
    this.host = host;
  }

  /// Makes the library and sets the global `fs`.
  public static void install(LuaMachine machine, ProcessHost host) {
    Table fs = Table.filledLater(machine, MOST_FIELDS, t -> fill(machine, t, host));
    machine.globals.set(FS, fs);
    machine.loaded.set(FS, fs);
  }

  private static void fill(LuaMachine machine, Table fs, ProcessHost host) {
    FsApi api = new FsApi(host);
    fs.set("append", Native.of("fs.append", api::append).asWorldCall());
    fs.set("exists", Native.of("fs.exists", api::exists).asWorldCall());
    fs.set("ls", Native.of("fs.ls", api::ls).asWorldCall());
    fs.set("ls_formatted", Native.of("fs.ls_formatted", api::lsFormatted).asWorldCall());
    fs.set("mkdir", Native.of("fs.mkdir", api::mkdir).asWorldCall());
    fs.set("read", Native.of("fs.read", api::read).asWorldCall());
    fs.set("read_bytes", Native.of("fs.read_bytes", api::readBytes).asWorldCall());
    fs.set("read_lines", Native.of("fs.read_lines", api::readLines).asWorldCall());
    fs.set("rename", Native.of("fs.rename", api::rename).asWorldCall());
    fs.set("rm", Native.of("fs.rm", api::rm).asWorldCall());
    fs.set("stat", Native.of("fs.stat", api::stat).asWorldCall());
    fs.set("write", Native.of("fs.write", api::write).asWorldCall());
    fs.set("parse_key_value_line", Native.of("fs.parse_key_value_line", FsApi::parseKeyValue));
    FsSearch.install(machine, host, fs);
  }

  // ---- questions ---------------------------------------------------------------------------

  static FileResult<String> path(Coroutine co, int func, int n, int i) {
    return HostPaths.from("/", Args.checkStr(co, func, n, i));
  }

  private FileResult<byte[]> content(Coroutine co, int func, int n) {
    return switch (path(co, func, n, 1)) {
      case FileResult.Failed<String>(FileError error) -> FileResult.failed(error);
      case FileResult.Done<String>(String path) -> host.files().read(path, host.caller());
    };
  }

  private int exists(Coroutine co, int func, int n) {
    boolean exists =
        path(co, func, n, 1) instanceof FileResult.Done<String>(String path)
            && host.files().exists(path, host.caller());
    return co.returns(func, exists);
  }

  private int stat(Coroutine co, int func, int n) {
    if (!(path(co, func, n, 1) instanceof FileResult.Done<String>(String path))
        || !(host.files().stat(path, host.caller())
            instanceof FileResult.Done<FileStat>(FileStat stat))) {
      return co.returns(func, Nil.NIL);
    }
    Table t = new Table(co.machine, 0, 5);
    Results.set(t, "type", stat.kind().word(), co.machine);
    Results.set(t, "size", (double) stat.octets());
    Results.set(t, "owner", stat.owner(), co.machine);
    Results.set(t, "permissions", stat.permissions(), co.machine);
    Results.set(t, "mtime", (double) Math.floorDiv(stat.mtimeNanos(), NANOS));
    return co.returns(func, t);
  }

  /// The entries of the directory named by the first argument; none if there is no such directory.
  private List<FileStat> entries(Coroutine co, int func, int n) {
    if (!(path(co, func, n, 1) instanceof FileResult.Done<String>(String path))
        || !(host.files().list(path, host.caller())
            instanceof FileResult.Done<List<FileStat>>(List<FileStat> entries))) {
      return List.of();
    }
    List<FileStat> sorted = new ArrayList<>(entries);
    sorted.sort(FILES_FIRST);
    co.machine.charge(sorted.size() * 32L);
    return sorted;
  }

  private int ls(Coroutine co, int func, int n) {
    Table list = new Table(co.machine);
    for (FileStat entry : entries(co, func, n)) {
      Table t = new Table(co.machine, 0, 5);
      Results.set(t, "name", entry.name(), co.machine);
      Results.set(t, "type", entry.kind().word(), co.machine);
      Results.set(t, "size", (double) entry.octets());
      Results.set(t, "permissions", entry.permissions(), co.machine);
      Results.set(t, "owner", entry.owner(), co.machine);
      list.set(list.length() + 1, t);
    }
    return co.returns(func, list);
  }

  /// Text as `ls -l` prints it, a line for each entry.
  private int lsFormatted(Coroutine co, int func, int n) {
    List<FileStat> entries = entries(co, func, n);
    int owner = entries.stream().mapToInt(e -> e.owner().length()).max().orElse(1);
    owner = Math.max(1, owner);
    int size = entries.stream().mapToInt(e -> digits(e.octets())).max().orElse(1);
    String format = "%s%s %-" + owner + "s %" + size + "d %s %s\n";
    OctetBuffer out = Results.buffer(co);
    for (FileStat e : entries) {
      DateFormat date = new DateFormat(CivilTime.of(Math.floorDiv(e.mtimeNanos(), NANOS)), "UTC");
      String when = date.text('b') + " " + date.text('e') + " " + date.text('R');
      String kind = e.isDirectory() ? "d" : "-";
      Object[] columns = {kind, e.permissions(), e.owner(), e.octets(), when, e.name()};
      byte[] line = String.format(Locale.ROOT, format, columns).getBytes(StandardCharsets.UTF_8);
      out.append(line, 0, line.length);
    }
    return co.returns(func, Results.string(co, out));
  }

  private static int digits(long number) {
    return Long.toString(number).length();
  }

  private int read(Coroutine co, int func, int n) {
    return content(co, func, n) instanceof FileResult.Done<byte[]>(byte[] octets)
        ? co.returns(func, Results.string(co.machine, octets))
        : co.returns(func, Nil.NIL);
  }

  /// The octets as an array of numbers.
  private int readBytes(Coroutine co, int func, int n) {
    if (!(content(co, func, n) instanceof FileResult.Done<byte[]>(byte[] octets))) {
      return co.returns(func, Nil.NIL);
    }
    co.machine.charge(octets.length);
    Table list = new Table(co.machine, octets.length, 0);
    for (int i = 0; i < octets.length; i++) {
      list.set(i + 1, Num.of(octets[i] & 0xff));
    }
    return co.returns(func, list);
  }

  /// The lines without their newlines; a carriage return before one goes too.
  private int readLines(Coroutine co, int func, int n) {
    if (!(content(co, func, n) instanceof FileResult.Done<byte[]>(byte[] octets))) {
      return co.returns(func, Nil.NIL);
    }
    co.machine.charge(octets.length);
    Table list = new Table(co.machine);
    for (Str line : Lines.of(Str.wrap(octets))) {
      co.machine.account.charge(Str.HEADER_OCTETS + line.length);
      list.set(list.length() + 1, line);
    }
    return co.returns(func, list);
  }

  /// Splits `key = value`; nil for empty lines, comments, and lines without `=`.
  private static int parseKeyValue(Coroutine co, int func, int n) {
    String line = Args.checkStr(co, func, n, 1).toLatin1().strip();
    int at = line.indexOf('=');
    if (at <= 0 || line.startsWith("#")) {
      return co.returns(func, Nil.NIL);
    }
    String key = line.substring(0, at).strip();
    String value = line.substring(at + 1).strip();
    co.machine.account.charge(2L * Str.HEADER_OCTETS + line.length());
    co.machine.charge(line.length());
    return co.returns(func, Str.latin1(key), Str.latin1(value));
  }

  // ---- orders ------------------------------------------------------------------------------

  private int write(Coroutine co, int func, int n) {
    return put(co, func, n, false);
  }

  private int append(Coroutine co, int func, int n) {
    return put(co, func, n, true);
  }

  /// A third argument, the media type, is accepted and not kept: files here are octets.
  private int put(Coroutine co, int func, int n, boolean appends) {
    Str name = Args.checkStr(co, func, n, 1);
    byte[] octets = Args.checkStr(co, func, n, 2).toByteArray();
    co.machine.charge(octets.length);
    FileResult<String> at = path(co, func, n, 1);
    FileError error = at.error();
    if (at instanceof FileResult.Done<String>(String path)) {
      FileCaller caller = host.caller();
      error =
          appends
              ? host.files().append(path, octets, caller)
              : host.files().write(path, octets, caller);
    }
    return trueOrRaise(co, func, "cannot write '", name, error);
  }

  private int mkdir(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    FileResult<String> at = path(co, func, n, 1);
    FileError error =
        at instanceof FileResult.Done<String>(String path)
            ? host.files().makeDirectory(path, host.caller())
            : at.error();
    return trueOrRaise(co, func, "cannot make directory '", name, error);
  }

  private int rename(Coroutine co, int func, int n) {
    Str name = Args.checkStr(co, func, n, 1);
    FileResult<String> from = path(co, func, n, 1);
    FileResult<String> to = path(co, func, n, 2);
    FileError error = from.error().isError() ? from.error() : to.error();
    if (from instanceof FileResult.Done<String>(String source)
        && to instanceof FileResult.Done<String>(String target)) {
      error = host.files().rename(source, target, host.caller());
    }
    return trueOrRaise(co, func, "cannot rename '", name, error);
  }

  private static int trueOrRaise(Coroutine co, int func, String what, Str name, FileError error) {
    if (error.isError()) {
      throw co.error(what + Results.beforeNul(name) + "': " + error.text(), 1);
    }
    return co.returns(func, true);
  }

  /// Removes a file, or a directory with all that is in it; whether that was possible.
  private int rm(Coroutine co, int func, int n) {
    boolean isRemoved =
        path(co, func, n, 1) instanceof FileResult.Done<String>(String path)
            && !host.files().removeAll(path, host.caller()).isError();
    return co.returns(func, isRemoved);
  }
}
