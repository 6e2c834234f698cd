package netarium.engine.vm.gohttp.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.OptionalLong;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Userdata;
import netarium.engine.service.HttpAnswerStream;
import netarium.engine.service.HttpExchange;
import netarium.engine.vm.Awaited;
import netarium.engine.vm.Completion;
import netarium.engine.vm.Process;
import netarium.engine.vm.WaitQueue;
import netarium.engine.vm.api.Handles;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.gohttp.GoStatus;
import netarium.engine.vm.gohttp.Header;
import netarium.engine.vm.gohttp.HttpErrors;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Go's `http.ResponseWriter`: what a handler answers a request with.
///
/// The first [#BUFFER_OCTETS] are held back. A handler that returns by then gets a
/// `Content-Length`; more than that, or a `Flush`, and the answer leaves in chunks while it is
/// being written, no faster than the client takes it.
final class ResponseWriter {
  static final String KIND = "ResponseWriter";

  private static final int BUFFER_OCTETS = 2048;
  private static final int OK = 200;
  private static final int FIRST = 100;
  private static final int LAST = 999;
  private static final int FAILED = 500;
  private static final LuaValue[] NOTHING = {};

  private final Process process;
  private final HttpExchange exchange;
  private final Userdata header;
  private final WaitQueue writers;

  /// 0 until it is said.
  private int status;

  /// The header as it was when the status was said.
  private HttpHeaders fields = HttpHeaders.NONE;

  private boolean hasType;
  private OptionalLong declared = OptionalLong.empty();
  private long written;
  private Octets buffer = Octets.EMPTY;

  /// What is on its way into the stream.
  private Octets outgoing = Octets.EMPTY;

  private @Nullable HttpAnswerStream stream;
  private boolean closesAfter;
  private boolean isOver;

  ResponseWriter(Process process, HttpExchange exchange) {
    this.process = process;
    this.exchange = exchange;
    this.header = Header.create(process.machine());
    this.writers =
        new WaitQueue(Awaited.of(Awaited.What.WRITE, () -> RemoteAddress.of(exchange.below())));
  }

  Userdata value() {
    Userdata value = Handles.value(process.machine(), this, KIND, WriterMethods::fill);
    value.userValue = header;
    return value;
  }

  static ResponseWriter check(Coroutine co, int func, int n, int i) {
    return Handles.check(co, func, n, i, ResponseWriter.class, KIND);
  }

  Userdata headerValue() {
    return header;
  }

  Header header() {
    return Header.find(header).orElseThrow();
  }

  /// The connection ends behind this answer.
  void closesAfter() {
    closesAfter = true;
  }

  // ---- the head ----------------------------------------------------------------------------

  /// Says the status; from then on the header is as it is now.
  void writeHeader(Coroutine co, int code) {
    if (code < FIRST || code > LAST) {
      throw co.error("invalid WriteHeader code " + code, 1);
    }
    if (status != 0 || isOver) {
      String place = co.place();
      process.notice(
          "http: superfluous response.WriteHeader call"
              + (place.isEmpty() ? "" : " from " + place));
      return;
    }
    if (code < OK && code != 101) {
      exchange.interim(code, GoStatus.reason(code), header().toFields());
      return;
    }
    says(code);
  }

  private void says(int code) {
    status = code;
    Header said = header();
    fields = said.toFields();
    hasType = said.has("Content-Type");
    Optional<String> length = fields.first("Content-Length");
    boolean isNumber =
        length.isPresent()
            && length.get().length() <= 18
            && !length.get().isEmpty()
            && length.get().chars().allMatch(c -> c >= '0' && c <= '9');
    if (isNumber) {
      declared = OptionalLong.of(Long.parseLong(length.get()));
    } else if (length.isPresent()) {
      process.notice("http: invalid Content-Length of \"" + length.get() + "\"");
    }
  }

  private boolean mayHaveBody() {
    return status >= OK && status != 204 && status != 304;
  }

  /// The fields with the type that the content shows, where nobody has said it.
  private HttpHeaders fieldsOf(Octets first) {
    HttpHeaders all = fields;
    boolean isCoded = all.has("Content-Encoding") || all.has("Transfer-Encoding");
    if (!hasType && !first.isEmpty() && mayHaveBody() && !isCoded) {
      all = all.plus("Content-Type", ContentSniff.typeOf(first));
    }
    return closesAfter ? all.plus("Connection", "close") : all;
  }

  private HttpAnswerStream begin(Octets first) {
    HttpAnswerStream begun =
        exchange.begin(status, GoStatus.reason(status), fieldsOf(first), declared);
    begun.onChange(writers::wakeAll);
    stream = begun;
    return begun;
  }

  // ---- the body ----------------------------------------------------------------------------

  /// Writes and answers how many octets that were, or why not: a native's results.
  int write(Coroutine co, int func, Octets data) {
    Optional<NetError> refusal = refusal(data);
    if (refusal.isPresent()) {
      return co.returns(func, Nil.NIL, refusal.get().value(co.machine));
    }
    return send(co, func, data, new Num(data.length()), Nil.NIL);
  }

  /// Writes what a handler in Java has to say; nothing comes of it.
  int sendAll(Coroutine co, int func, Octets data) {
    return refusal(data).isPresent() ? co.returns() : send(co, func, data, NOTHING);
  }

  /// Sends what is held back.
  int flush(Coroutine co, int func) {
    if (isOver) {
      return co.returns();
    }
    if (status == 0) {
      says(OK);
    }
    return process.await(co, func, writers, new Sending(Octets.EMPTY, NOTHING));
  }

  private Optional<NetError> refusal(Octets data) {
    if (isOver) {
      return Optional.of(NetError.CLOSED);
    }
    if (status == 0) {
      says(OK);
    }
    if (data.isEmpty()) {
      return Optional.empty();
    }
    if (!mayHaveBody()) {
      return Optional.of(HttpErrors.BODY_NOT_ALLOWED);
    }
    if (declared.isPresent() && written + data.length() > declared.getAsLong()) {
      return Optional.of(HttpErrors.CONTENT_LENGTH);
    }
    written += data.length();
    return Optional.empty();
  }

  private int send(Coroutine co, int func, Octets data, LuaValue... results) {
    if (outgoing.isEmpty() && buffer.length() + data.length() <= BUFFER_OCTETS) {
      buffer = buffer.plus(data);
      return Process.give(co, func, results);
    }
    return process.await(co, func, writers, new Sending(data, results));
  }

  /// Waits for those before it, then hands over what was held back and its own.
  private final class Sending implements Completion {
    private final Octets data;
    private final LuaValue[] results;
    private boolean isUnderWay;

    Sending(Octets data, LuaValue[] results) {
      this.data = data;
      this.results = results;
    }

    @Override
    public LuaValue @Nullable [] attempt() {
      HttpAnswerStream open = stream == null && !isOver ? begin(buffer.plus(data)) : stream;
      if (isOver || open == null || open.isAbandoned()) {
        return lost();
      }
      push(open);
      if (!isUnderWay && outgoing.isEmpty()) {
        isUnderWay = true;
        outgoing = buffer.plus(data);
        buffer = Octets.EMPTY;
        push(open);
        open.flush();
      }
      if (open.isAbandoned()) {
        return lost();
      }
      return isUnderWay && outgoing.isEmpty() ? results : null;
    }

    private LuaValue[] lost() {
      NetError why = isOver ? NetError.CLOSED : NetError.BROKEN_PIPE;
      return results.length == 0 ? NOTHING : new LuaValue[] {Nil.NIL, why.value(process.machine())};
    }
  }

  /// Hands over until nothing more is taken: only then somebody tells when there is room.
  private void push(HttpAnswerStream open) {
    int taken = 1;
    while (taken > 0 && !outgoing.isEmpty()) {
      taken = open.offer(outgoing);
      outgoing = outgoing.slice(taken);
    }
  }

  // ---- the end -----------------------------------------------------------------------------

  /// The handler has returned.
  void finish() {
    if (isOver) {
      return;
    }
    if (status == 0) {
      says(OK);
    }
    isOver = true;
    if (stream == null && declared.isEmpty()) {
      exchange.answer(status, GoStatus.reason(status), "", buffer, fieldsOf(buffer));
    } else {
      HttpAnswerStream open = stream == null ? begin(buffer) : stream;
      open.end(outgoing.plus(buffer));
    }
    writers.wakeAll();
  }

  /// The handler has failed. A client that has seen nothing yet is told so; one that has seen a
  /// part sees the connection end within it.
  void fail(boolean isTold) {
    if (isOver) {
      return;
    }
    isOver = true;
    if (stream != null) {
      stream.abort();
    } else if (isTold) {
      Octets text = Octets.wrap((GoStatus.text(FAILED) + "\n").getBytes(UTF_8));
      HttpHeaders close = HttpHeaders.NONE.plus("Connection", "close");
      exchange.answer(FAILED, GoStatus.reason(FAILED), "text/plain; charset=utf-8", text, close);
    } else {
      exchange.abort();
    }
    writers.wakeAll();
  }
}
