package netarium.engine.vm.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.lib.Args;
import netarium.engine.sim.SimTime;
import netarium.engine.socket.SocketError;
import netarium.engine.socket.SocketResult;
import netarium.engine.socket.UnixListener;
import netarium.engine.socket.UnixSocket;
import netarium.engine.socket.UnixSockets;
import netarium.engine.vm.Process;
import netarium.engine.vm.SocketUse;
import netarium.engine.vm.files.FileCaller;
import netarium.engine.vm.files.FileError;
import netarium.engine.vm.files.FilePath;
import netarium.engine.vm.files.FileResult;
import netarium.engine.vm.files.FileTree;
import netarium.engine.vm.files.SocketFile;
import org.jspecify.annotations.Nullable;

/// Unix sockets by their names in the file tree, for `net.Dial("unix", path)` and its kin. A socket
/// is a file of its own kind; whoever may write to the file may call. As names are known to the
/// programs of one machine only, so are the sockets.
final class UnixDial {
  private static final int BACKLOG = 128;

  /// As on Linux, where names stand in a field of that size.
  private static final int MOST_PATH_OCTETS = 108;

  private static final NetError MISSING = NetError.address("missing address");

  private UnixDial() {}

  /// Argument `i` as a name: an address value, or text; nil for nothing.
  static @Nullable String argument(Coroutine co, int func, int n, int i) {
    if (Args.isNoneOrNil(co, func, n, i)) {
      return null;
    }
    Optional<UnixAddr> addr = Handles.find(co.arg(func, n, i), UnixAddr.class);
    return addr.isPresent() ? addr.get().path() : text(Args.checkStr(co, func, n, i));
  }

  /// A name as text. Octets that are no text name nothing that there could be.
  private static String text(Str name) {
    return HostPaths.text(name).orElseGet(name::toLatin1);
  }

  /// What cannot be a name at all.
  private static Optional<NetError> mistakeIn(String name) {
    if (name.isEmpty()) {
      return Optional.of(MISSING);
    }
    if (name.startsWith("@")) {
      return Optional.of(
          new NetError("unsupported", "abstract Unix sockets (@name) are not supported", false));
    }
    return name.getBytes(UTF_8).length > MOST_PATH_OCTETS
        ? Optional.of(NetError.address("invalid argument"))
        : Optional.empty();
  }

  /// `net.Dial("unix", path)`; `own` is a name for this end, if it is to have one.
  static int dial(
      Coroutine co,
      int func,
      String path,
      @Nullable String own,
      @Nullable SimTime until,
      StreamUse use) {
    Optional<NetError> mistake = mistakeIn(path);
    if (mistake.isEmpty() && own != null) {
      mistake = mistakeIn(own);
    }
    Handles handles = Handles.of(co);
    Process process = handles.process();
    if (mistake.isPresent()) {
      return failed(co, func, mistake.get());
    }
    FileTree files = process.vm().files();
    SocketUse.record(process, co.place(), "connect", path, 0, 0);
    return switch (files.socketAt(absolute(process, path), caller(process))) {
      case FileResult.Failed<Optional<SocketFile>>(FileError error) ->
          failed(co, func, error(error));
      case FileResult.Done<Optional<SocketFile>>(Optional<SocketFile> file) -> {
        if (file.isEmpty()) {
          yield failed(co, func, NetError.REFUSED);
        }
        FileError bound = own == null ? FileError.NONE : bind(process, own);
        yield bound.isError()
            ? failed(co, func, error(bound))
            : call(co, func, file.get(), path, own == null ? "" : own, until, use);
      }
    };
  }

  private static FileError bind(Process process, String own) {
    return process.vm().files().makeSocket(absolute(process, own), caller(process)).error();
  }

  private static int call(
      Coroutine co,
      int func,
      SocketFile file,
      String path,
      String own,
      @Nullable SimTime until,
      StreamUse use) {
    Handles handles = Handles.of(co);
    return switch (sockets(handles.process()).connect(file.number(), path, own)) {
      case SocketResult.Failed<UnixSocket>(SocketError error) ->
          failed(co, func, NetError.of(error));
      case SocketResult.Opened<UnixSocket>(UnixSocket socket) ->
          new Dialling(handles, use.over(socket), until, use::connection).await(co, func);
    };
  }

  /// `net.Listen("unix", path)`.
  static int listen(Coroutine co, int func, @Nullable String path, StreamUse use) {
    Optional<NetError> mistake = path == null ? Optional.of(MISSING) : mistakeIn(path);
    if (path == null || mistake.isPresent()) {
      return failed(co, func, mistake.orElse(MISSING));
    }
    Handles handles = Handles.of(co);
    Process process = handles.process();
    FileTree files = process.vm().files();
    String absolute = absolute(process, path);
    return switch (files.makeSocket(absolute, caller(process))) {
      case FileResult.Failed<SocketFile>(FileError error) -> failed(co, func, error(error));
      case FileResult.Done<SocketFile>(SocketFile file) ->
          switch (sockets(process).listen(file.number(), path, BACKLOG)) {
            case SocketResult.Failed<UnixListener>(SocketError error) -> {
              files.removeSocket(absolute, file, caller(process));
              yield failed(co, func, NetError.of(error));
            }
            case SocketResult.Opened<UnixListener>(UnixListener listener) -> {
              listener.removedBy(() -> files.removeSocket(absolute, file, caller(process)));
              SocketUse.record(process, co.place(), "listen", listener);
              StreamListener made =
                  new StreamListener(handles, use.over(listener), use::connection);
              yield co.returns(func, made.value(), Nil.NIL);
            }
          };
    };
  }

  /// `net.ResolveUnixAddr(network, address)` → addr, err.
  static int resolve(Coroutine co, int func, int n) {
    String network = Args.checkStr(co, func, n, 1).toLatin1();
    String name = text(Args.checkStr(co, func, n, 2));
    return network.equals(UnixAddr.NETWORK)
        ? co.returns(func, new UnixAddr(name).value(co.machine), Nil.NIL)
        : failed(co, func, NetError.address("unknown network: " + network));
  }

  private static UnixSockets sockets(Process process) {
    return process.vm().sockets().unix(process.vm().simulator());
  }

  private static String absolute(Process process, String path) {
    return FilePath.join(process.workingDirectory(), path);
  }

  private static FileCaller caller(Process process) {
    long now = process.vm().settings().epochNanos() + process.vm().simulator().nowNanos();
    return new FileCaller(process.user(), now);
  }

  private static NetError error(FileError error) {
    String text = error.text().substring(0, 1).toLowerCase(Locale.ROOT) + error.text().substring(1);
    return switch (error) {
      case EXISTS -> NetError.IN_USE;
      case NO_SUCH_FILE, NOT_A_DIRECTORY -> new NetError("no-such-file", text, false);
      case PERMISSION_DENIED -> new NetError("permission", text, false);
      case NO_SPACE -> new NetError("not-available", text, false);
      default -> NetError.address(text);
    };
  }

  private static int failed(Coroutine co, int func, NetError error) {
    LuaValue value = error.value(co.machine);
    return co.returns(func, Nil.NIL, value);
  }
}
