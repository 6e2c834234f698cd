package netarium.engine.vm.gohttp.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Table;
import netarium.engine.lua.lib.Args;
import netarium.engine.vm.Process;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FileKind;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileStat;
import netarium.engine.vm.gourl.GoUrl;
import netarium.engine.vm.gourl.UrlPaths;

/// `http.FileServer(root)`: the files below a directory, by the paths of requests. A path is tidied
/// before it is looked at, so that none leads out of the directory.
///
/// A directory is its `index.html`, or a page with its entries; whoever asks for it without the
/// slash behind it, or for a file with one, is sent to the right address.
final class FileServer {
  private static final String INDEX = "index.html";
  private static final int MOVED = 301;

  private final Coroutine co;
  private final int func;
  private final Process process;
  private final ResponseWriter writer;
  private final Table request;
  private final GoUrl url;

  private FileServer(Coroutine co, int func, ResponseWriter writer, Table request) {
    this.co = co;
    this.func = func;
    this.process = Handles.of(co).process();
    this.writer = writer;
    this.request = request;
    this.url = ServerRequest.url(co, request);
  }

  /// `http.FileServer(root)`.
  static int make(Coroutine co, int func, int n) {
    String given = Args.checkStr(co, func, n, 1).toString();
    String root = given.isEmpty() ? "." : given;
    Handler handler =
        (_, in, at, count, _, _, request) ->
            new FileServer(in, at, ResponseWriter.check(in, at, count, 2), request).serve(root);
    return co.returns(func, Handler.value(co.machine, handler, Nil.NIL));
  }

  /// `http.ServeFile(w, r, name)`: that file, whatever the request asks for.
  static int serveFile(Coroutine co, int func, int n) {
    ResponseWriter writer = ResponseWriter.check(co, func, n, 1);
    Table request = ServerRequest.check(co, func, n, 2);
    String name = Args.checkStr(co, func, n, 3).toString();
    FileServer server = new FileServer(co, func, writer, request);
    if (List.of(server.url.path().split("/", -1)).contains("..")) {
      return Replies.error(co, func, writer, "invalid URL path", 400);
    }
    return server.serve(name, false);
  }

  private int serve(String root) {
    String path = url.path().startsWith("/") ? url.path() : "/" + url.path();
    String tidy = UrlPaths.clean(path);
    return serve(root + new String(tidy.getBytes(ISO_8859_1), UTF_8), true);
  }

  private int serve(String file, boolean isTidied) {
    String path = url.path();
    if (path.endsWith("/" + INDEX)) {
      return sendTo("./");
    }
    String absolute = FilePath.normalize(FilePath.join(process.workingDirectory(), file));
    FileResult<FileStat> found = process.vm().files().stat(absolute, caller());
    if (!(found instanceof FileResult.Done<FileStat>(FileStat stat))) {
      return failed(found);
    }
    boolean isSlashed = path.endsWith("/");
    if (stat.isDirectory() && !isSlashed) {
      return sendTo(base(path) + "/");
    }
    if (!stat.isDirectory() && isSlashed && isTidied) {
      return sendTo("../" + base(path));
    }
    if (!stat.isDirectory()) {
      return content(absolute, stat);
    }
    String index = FilePath.join(absolute, INDEX);
    return process.vm().files().stat(index, caller())
                instanceof FileResult.Done<FileStat>(FileStat page)
            && !page.isDirectory()
        ? content(index, page)
        : listing(absolute, stat);
  }

  private FileCaller caller() {
    long now = process.vm().settings().epochNanos() + process.vm().simulator().nowNanos();
    return new FileCaller(process.user(), now);
  }

  /// The last element of a path, without slashes.
  private static String base(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /// A target beside this one, which needs no host and no path of its own.
  private int sendTo(String beside) {
    String query = url.rawQuery().isEmpty() ? "" : "?" + url.rawQuery();
    writer.header().set("Location", DirectoryListing.reference(beside) + query);
    writer.writeHeader(co, MOVED);
    return co.returns();
  }

  private int failed(FileResult<?> result) {
    FileError error =
        result instanceof FileResult.Failed<?> failed ? failed.error() : FileError.NONE;
    return switch (error) {
      case PERMISSION_DENIED -> Replies.error(co, func, writer, "403 Forbidden", 403);
      case TOO_MANY_OPEN_FILES, NO_SPACE, BUSY ->
          Replies.error(co, func, writer, "500 Internal Server Error", 500);
      default -> Replies.notFound(co, func, writer);
    };
  }

  private int content(String path, FileStat stat) {
    if (stat.kind() != FileKind.FILE) {
      return Replies.notFound(co, func, writer);
    }
    FileResult<byte[]> read = process.vm().files().read(path, caller());
    if (!(read instanceof FileResult.Done<byte[]>(byte[] octets))) {
      return failed(read);
    }
    co.machine.charge(octets.length);
    return new FileContent(writer, request).serve(co, func, stat, octets);
  }

  private int listing(String path, FileStat stat) {
    FileResult<List<FileStat>> read = process.vm().files().list(path, caller());
    if (!(read instanceof FileResult.Done<List<FileStat>>(List<FileStat> entries))) {
      return failed(read);
    }
    FileContent content = new FileContent(writer, request);
    if (content.isUnchangedSince(stat)) {
      return content.unchanged(co);
    }
    content.says(stat);
    writer.header().set("Content-Type", "text/html; charset=utf-8");
    String page = DirectoryListing.of(entries);
    co.machine.charge(page.length());
    return writer.sendAll(co, func, Replies.octets(page));
  }
}
