package netarium.engine.vm.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Native;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.files.FileKind;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileStat;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// `httpd.serve(root, path)`: what a web server that hands out files answers, as a body, a status
/// and headers for `http.build_response`.
///
/// A path with an extension names a file exactly; without one it names the only file of that base
/// name. The page for what is not there is `404.ntml` or `404.txt` of the root, or empty.
public final class HttpdApi {
  private static final String INDEX = "index";
  private static final List<String> NOT_FOUND_PAGES = List.of("404.ntml", "404.txt");
  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final ProcessHost host;

  private HttpdApi(ProcessHost host) {
    this.host = host;
  }

  public static void install(LuaMachine machine, ProcessHost host, Table httpd) {
    machine.addHost(new HttpdApi(host));
    httpd.set("serve", Native.method("httpd.serve", HttpdApi.class, HttpdApi::serve).asWorldCall());
  }

  private record Page(Octets body, int status, String type) {}

  private int serve(Coroutine co, int func, int n) {
    String root = HostPaths.text(Args.checkStr(co, func, n, 1)).orElse("");
    Optional<String> path = HostPaths.text(Args.checkStr(co, func, n, 2));
    String directory = FilePath.join(host.workingDirectory(), root.isEmpty() ? "/" : root);
    Optional<Page> page = path.flatMap(text -> find(co, directory, text.strip()));
    Page given = page.orElseGet(() -> notFound(directory));
    co.machine.charge(given.body.length());
    Table headers = new Table(co.machine, 0, 1);
    headers.set("Content-Type", Str.of(given.type));
    return co.returns(func, Values.str(co.machine, given.body), new Num(given.status), headers);
  }

  private Optional<Page> find(Coroutine co, String root, String path) {
    if (path.contains("..")) {
      return Optional.empty();
    }
    int from = 0;
    while (path.startsWith("/", from)) {
      from++;
    }
    String wanted = from == path.length() ? INDEX : path.substring(from);
    int slash = wanted.lastIndexOf('/');
    String directory = root + "/" + wanted.substring(0, slash + 1);
    String name = wanted.substring(slash + 1);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String file = extension(name) == null ? onlyFile(co, directory, name) : name;
    return file == null ? Optional.empty() : read(directory + "/" + file, OK);
  }

  /// The one file of that base name, or null if there is none or more than one.
  private @Nullable String onlyFile(Coroutine co, String directory, String base) {
    if (!(host.files().list(directory, host.caller())
        instanceof FileResult.Done<List<FileStat>>(List<FileStat> entries))) {
      return null;
    }
    co.machine.charge(entries.size() * 8L);
    List<String> files =
        entries.stream()
            .filter(entry -> entry.kind() == FileKind.FILE)
            .map(FileStat::name)
            .filter(name -> base(name).equals(base))
            .toList();
    return files.size() == 1 ? files.getFirst() : null;
  }

  private Optional<Page> read(String path, int status) {
    return host.files().read(path, host.caller()) instanceof FileResult.Done<byte[]>(byte[] body)
        ? Optional.of(new Page(Octets.wrap(body), status, type(extension(path))))
        : Optional.empty();
  }

  private Page notFound(String root) {
    return NOT_FOUND_PAGES.stream()
        .flatMap(name -> read(root + "/" + name, NOT_FOUND).stream())
        .findFirst()
        .orElse(new Page(Octets.EMPTY, NOT_FOUND, PLAIN_TEXT));
  }

  private static String type(@Nullable String extension) {
    return switch (extension == null ? "" : extension.toLowerCase(Locale.ROOT)) {
      case "ntml" -> "application/x-ntml";
      case "txt", "md" -> PLAIN_TEXT;
      case "html" -> "text/html";
      default -> "application/octet-stream";
    };
  }

  /// What follows the last dot of a file name, or null.
  private static @Nullable String extension(String path) {
    int dot = path.lastIndexOf('.');
    boolean has = dot > path.lastIndexOf('/') && dot + 1 < path.length();
    return has ? path.substring(dot + 1) : null;
  }

  private static String base(String name) {
    String extension = extension(name);
    return extension == null ? name : name.substring(0, name.length() - extension.length() - 1);
  }
}
