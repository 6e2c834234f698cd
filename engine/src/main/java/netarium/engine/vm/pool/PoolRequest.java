package netarium.engine.vm.pool;

import static java.nio.charset.StandardCharsets.UTF_8;

import netarium.engine.codec.HttpHeaders;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaNumberText;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.service.HttpExchange;
import netarium.engine.vm.TaskWatch;
import netarium.engine.vm.web.BadHeadersException;
import netarium.engine.vm.web.HeaderTables;
import netarium.engine.wire.Octets;

/// A request on its way through a worker, and the watch over the task that handles it.
final class PoolRequest implements TaskWatch {
  private static final String PLAIN_TEXT = "text/plain";
  private static final String ERROR_TYPE = "text/plain; charset=utf-8";
  private static final int OK = 200;
  private static final int FAILED = 500;
  private static final int FIRST_FINAL = 200;
  private static final int MOST = 999;

  private final long number;
  private final HttpExchange exchange;
  private final PoolWorker worker;

  /// The ordinal of the event that the handling of it follows from.
  private long cause;

  PoolRequest(long number, HttpExchange exchange, PoolWorker worker) {
    this.number = number;
    this.exchange = exchange;
    this.worker = worker;
    this.cause = worker.simulator().cause();
  }

  long number() {
    return number;
  }

  HttpExchange exchange() {
    return exchange;
  }

  PoolWorker worker() {
    return worker;
  }

  long cause() {
    return cause;
  }

  void cause(long ordinal) {
    cause = ordinal;
  }

  @Override
  public void waits() {
    worker.note(this, "waits");
  }

  @Override
  public void goesOn() {
    worker.note(this, "goes-on");
  }

  @Override
  public void ended(LuaValue[] results) {
    worker.left(this);
    try {
      answer(results);
    } catch (BadHeadersException bad) {
      wrong("handle_request: " + bad.why());
    }
  }

  @Override
  public void failed(LuaValue error, Str text) {
    worker.left(this);
    worker.sayError(Octets.wrap(text.toByteArray()));
    Str message = error instanceof Str said ? said : text;
    fail(
        FAILED,
        Octets.wrap("Lua error: ".getBytes(UTF_8)).plus(Octets.wrap(message.toByteArray())));
  }

  /// What a handler returns: status, content type, body, headers; each may be missing.
  private void answer(LuaValue[] results) throws BadHeadersException {
    LuaValue status = result(results, 0);
    LuaValue type = result(results, 1);
    LuaValue body = result(results, 2);
    HttpHeaders headers = HeaderTables.read(result(results, 3));
    int code = status instanceof Nil ? OK : code(status);
    if (code < 0) {
      String got = status instanceof Num number ? LuaNumberText.toStr(number.v).toString() : "";
      wrong(
          "handle_request must return a status from 200 to 999 first, not "
              + (got.isEmpty() ? "a " + status.typeName() : got));
      return;
    }
    if (!isText(body) || !isText(type)) {
      String which = isText(body) ? "content type" : "body";
      wrong("handle_request must return its " + which + " as a string");
      return;
    }
    String contentType = type instanceof Nil ? PLAIN_TEXT : text(type).toLatin1();
    if (contentType.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      wrong("handle_request returned a content type with a control character");
      return;
    }
    Str octets = text(body);
    answer(code, contentType, Octets.wrap(octets.bytes, octets.offset, octets.length), headers);
  }

  private static LuaValue result(LuaValue[] results, int index) {
    return index < results.length ? results[index] : Nil.NIL;
  }

  private static int code(LuaValue status) {
    boolean isCode =
        status instanceof Num number
            && number.v >= FIRST_FINAL
            && number.v <= MOST
            && number.v == Math.rint(number.v);
    return isCode ? (int) ((Num) status).v : -1;
  }

  private static boolean isText(LuaValue value) {
    return value instanceof Nil || value instanceof Str || value instanceof Num;
  }

  private static Str text(LuaValue value) {
    return switch (value) {
      case Str text -> text;
      case Num number -> LuaNumberText.toStr(number.v);
      default -> Str.EMPTY;
    };
  }

  /// The handler returned what cannot be sent: its author hears it, and so does the client.
  private void wrong(String why) {
    worker.sayError(Octets.wrap(why.getBytes(UTF_8)));
    fail(FAILED, Octets.wrap(why.getBytes(UTF_8)));
  }

  void fail(int status, String why) {
    fail(status, Octets.wrap(why.getBytes(UTF_8)));
  }

  /// As [#fail(int, String)], where the worker could not take it for lack of memory.
  void fail(LuaError error) {
    fail(FAILED, "Lua error: " + error.getMessage());
  }

  private void fail(int status, Octets why) {
    answer(status, ERROR_TYPE, why, HttpHeaders.NONE);
  }

  private void answer(int status, String type, Octets body, HttpHeaders headers) {
    if (!exchange.isAnswered()) {
      long before = worker.simulator().cause();
      worker.note(this, status == 503 ? "refused" : "answered", status);
      exchange.answer(status, type, body, headers);
      worker.simulator().becauseOf(before);
    }
  }
}
