package netarium.engine.vm.gohttp.server;

import java.util.Optional;
import java.util.OptionalLong;
import netarium.engine.codec.HttpDate;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.Table;
import netarium.engine.vm.files.FileStat;
import netarium.engine.vm.gohttp.Header;
import netarium.engine.wire.Octets;

/// The content of a file as an answer: its type, its date, all of it or the range that was asked
/// for, or that nothing has changed since the client has seen it (RFC 9110 §13, §14).
final class FileContent {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_MODIFIED = 304;
  private static final int FAILED_CONDITION = 412;
  private static final int NO_SUCH_RANGE = 416;

  private final ResponseWriter writer;
  private final String method;
  private final Optional<Header> asked;

  FileContent(ResponseWriter writer, Table request) {
    this.writer = writer;
    this.method = ServerRequest.method(request);
    this.asked = Header.find(request.get("Header"));
  }

  private Optional<String> asked(String field) {
    return asked.flatMap(header -> header.first(field));
  }

  private OptionalLong date(String field) {
    return asked(field).map(HttpDate::read).orElse(OptionalLong.empty());
  }

  private static long seconds(FileStat stat) {
    return Math.floorDiv(stat.mtimeNanos(), NANOS_PER_SECOND);
  }

  /// Whether the client knows it as it is. A tag of content, which none of ours has, would count
  /// more than the date.
  boolean isUnchangedSince(FileStat stat) {
    boolean isRead = method.equals("GET") || method.equals("HEAD");
    Optional<String> tags = asked("If-None-Match");
    if (tags.isPresent()) {
      return isRead && tags.get().strip().equals("*");
    }
    OptionalLong since = date("If-Modified-Since");
    return isRead && since.isPresent() && seconds(stat) <= since.getAsLong();
  }

  private boolean hasChangedSince(FileStat stat) {
    OptionalLong since = date("If-Unmodified-Since");
    return since.isPresent() && seconds(stat) > since.getAsLong();
  }

  int unchanged(Coroutine co) {
    writer.header().remove("Content-Type");
    writer.header().remove("Content-Length");
    writer.writeHeader(co, NOT_MODIFIED);
    return co.returns();
  }

  /// When it was last changed.
  void says(FileStat stat) {
    writer.header().set("Last-Modified", HttpDate.of(seconds(stat)));
  }

  int serve(Coroutine co, int func, FileStat stat, byte[] octets) {
    says(stat);
    if (hasChangedSince(stat)) {
      writer.writeHeader(co, FAILED_CONDITION);
      return co.returns();
    }
    if (isUnchangedSince(stat)) {
      return unchanged(co);
    }
    Octets all = Octets.wrap(octets);
    Header header = writer.header();
    if (!header.has("Content-Type")) {
      String byName = MediaTypes.ofName(stat.name());
      header.set("Content-Type", byName.isEmpty() ? ContentSniff.typeOf(all) : byName);
    }
    header.set("Accept-Ranges", "bytes");
    return switch (range(stat, all.length())) {
      case FileRange.All _ -> send(co, func, OK, all);
      case FileRange.Part(int from, int to) -> {
        header.set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + all.length());
        yield send(co, func, PARTIAL, all.slice(from, to));
      }
      case FileRange.None _ -> {
        header.set("Content-Range", "bytes */" + all.length());
        yield Replies.error(co, func, writer, "invalid range: failed to overlap", NO_SUCH_RANGE);
      }
    };
  }

  /// A range counts only for the content that the client has begun with.
  private FileRange range(FileStat stat, int length) {
    Optional<String> given = asked("Range");
    boolean isGet = method.equals("GET") || method.equals("HEAD");
    Optional<String> onlyIf = asked("If-Range");
    OptionalLong date = date("If-Range");
    boolean isSame = onlyIf.isEmpty() || (date.isPresent() && date.getAsLong() == seconds(stat));
    return given.isPresent() && isGet && isSame
        ? FileRange.parse(given.get(), length)
        : new FileRange.All();
  }

  private int send(Coroutine co, int func, int status, Octets content) {
    writer.header().set("Content-Length", Integer.toString(content.length()));
    writer.writeHeader(co, status);
    return method.equals("HEAD") ? co.returns() : writer.sendAll(co, func, content);
  }
}
