package netarium.engine.vm.api;

import java.util.Optional;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Str;
import netarium.engine.lua.Table;
import netarium.engine.lua.Userdata;
import netarium.engine.lua.lib.Args;
import netarium.engine.service.NameAnswer;
import netarium.engine.socket.SocketError;
import netarium.engine.vm.BrowserPlatform;

/// An error as the Go-style functions answer it: a value with `Error`, `Timeout` and `code` that is
/// otherwise used like its text. Two errors with the same text are equal, so that one can be
/// compared with the named ones; so are all that say that something is closed.
public record NetError(String code, String text, boolean isTimeout) {
  public static final NetError EOF = new NetError("eof", "EOF", false);
  public static final NetError CLOSED =
      new NetError("closed", "use of closed network connection", false);
  public static final NetError CANCELLED =
      new NetError("closed", "I/O operation canceled because the resource was closed", false);
  public static final NetError TIMEOUT = new NetError("timeout", "i/o timeout", true);
  public static final NetError REFUSED = new NetError("refused", "connection refused", false);
  public static final NetError RESET = new NetError("reset", "connection reset by peer", false);
  public static final NetError IN_USE = new NetError("in-use", "address already in use", false);
  public static final NetError NOT_AVAILABLE =
      new NetError("not-available", "address not available", false);
  public static final NetError BROKEN_PIPE = new NetError("broken-pipe", "broken pipe", false);

  private static final String KIND = "error";

  public static NetError of(SocketError error) {
    return switch (error.code()) {
      case REFUSED -> REFUSED;
      case RESET -> RESET;
      case CLOSED -> CLOSED;
      case IN_USE -> IN_USE;
      case NOT_AVAILABLE -> NOT_AVAILABLE;
      case TIMEOUT -> new NetError("timeout", "connection timed out", true);
      case UNREACHABLE, NO_SUCH_HOST, TOO_BIG, UNSUPPORTED, CERTIFICATE, TLS, PROTOCOL ->
          new NetError(error.code().label(), error.sentence(), false);
    };
  }

  /// Why a host has no address for us.
  public static NetError of(String host, NameAnswer answer) {
    return answer instanceof NameAnswer.Failed(NameAnswer.Reason reason, String sentence)
        ? new NetError(reason.label(), sentence, reason == NameAnswer.Reason.TIMED_OUT)
        : noSuchHost(host);
  }

  public static NetError noSuchHost(String host) {
    return new NetError("no-such-host", "lookup " + host + " failed", false);
  }

  /// Puts an error of another table than `net` where scripts look for it.
  public static void nameInOs(LuaMachine machine, Table os) {
    os.set("ErrDeadlineExceeded", TIMEOUT.value(machine));
  }

  /// As {@link #nameInOs}, for `io.EOF`.
  public static void nameInIo(LuaMachine machine, Table io) {
    io.set("EOF", EOF.value(machine));
  }

  /// Answers `nil, err` on the browser platform, and does what `body` does elsewhere.
  public static Native.Body unlessInBrowser(String call, BrowserPlatform what, Native.Body body) {
    return (co, func, n) -> {
      Optional<String> refusal = what.refusal(Handles.of(co).process(), call);
      return refusal.isPresent()
          ? co.returns(func, Nil.NIL, unsupported(refusal.get()).value(co.machine))
          : body.call(co, func, n);
    };
  }

  /// What cannot be done here.
  public static NetError unsupported(String text) {
    return new NetError("unsupported", text, false);
  }

  /// An address that cannot be read.
  public static NetError address(String text) {
    return new NetError("invalid", text, false);
  }

  public LuaValue value(LuaMachine machine) {
    return Handles.value(machine, this, KIND, NetError::fill);
  }

  private static void fill(Table t) {
    t.set("__index", Native.of("error.__index", NetError::index));
    t.set("__tostring", Native.of("error.__tostring", NetError::string));
    t.set("__concat", Native.of("error.__concat", NetError::concat));
    t.set("__len", Native.of("error.__len", NetError::length));
    t.set("__eq", Native.of("error.__eq", NetError::equal));
    t.set("Error", Native.of("error.Error", NetError::string));
    t.set("Timeout", Native.of("error.Timeout", NetError::timeout));
  }

  private static NetError self(Coroutine co, int func, int n) {
    return Handles.check(co, func, n, 1, NetError.class, KIND);
  }

  private static int string(Coroutine co, int func, int n) {
    return co.returns(func, Values.str(co.machine, self(co, func, n).text));
  }

  private static int timeout(Coroutine co, int func, int n) {
    return co.returns(func, self(co, func, n).isTimeout);
  }

  private static int length(Coroutine co, int func, int n) {
    return co.returns(func, self(co, func, n).text.length());
  }

  private static int equal(Coroutine co, int func, int n) {
    boolean isSame =
        Handles.find(co.arg(func, n, 1), NetError.class)
            .flatMap(one -> Handles.find(co.arg(func, n, 2), NetError.class).map(one::isSame))
            .orElse(false);
    return co.returns(func, isSame);
  }

  private boolean isSame(NetError other) {
    return text.equals(other.text) || (code.equals("closed") && other.code.equals("closed"));
  }

  private static int concat(Coroutine co, int func, int n) {
    Str left = part(co, func, n, 1);
    Str right = part(co, func, n, 2);
    return co.returns(func, Values.str(co.machine, Values.octets(left).plus(Values.octets(right))));
  }

  private static Str part(Coroutine co, int func, int n, int i) {
    return Handles.find(co.arg(func, n, i), NetError.class)
        .map(error -> Str.latin1(error.text))
        .orElseGet(() -> Args.checkStr(co, func, n, i));
  }

  /// `Error`, `Timeout`, `code`; all else is looked for among the functions of strings.
  private static int index(Coroutine co, int func, int n) {
    NetError error = self(co, func, n);
    LuaValue key = co.arg(func, n, 2);
    if (key instanceof Str name && name.toLatin1().equals("code")) {
      return co.returns(func, Values.str(co.machine, error.code));
    }
    Table own = co.stack[func + 1] instanceof Userdata data ? data.metatable() : null;
    LuaValue found = own == null ? Nil.NIL : own.get(key);
    if (!found.isNil()) {
      return co.returns(func, found);
    }
    Table strings = co.machine.metatable(Str.EMPTY);
    LuaValue methods = strings == null ? Nil.NIL : strings.get("__index");
    if (methods instanceof Table table && table.get(key) instanceof Native method) {
      return co.returns(func, new TextMethod(co.machine, method));
    }
    return co.returns(func, Nil.NIL);
  }

  /// A function of strings that takes the text of the error instead of the error.
  private static final class TextMethod extends Native {
    private final Native method;

    TextMethod(LuaMachine machine, Native method) {
      super(machine, method.name);
      this.method = method;
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      if (n > 0) {
        co.stack[func + 1] = part(co, func, n, 1);
      }
      return method.call(co, func, n);
    }
  }
}
