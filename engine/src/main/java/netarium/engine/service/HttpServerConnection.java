package netarium.engine.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netarium.engine.codec.HttpDecode;
import netarium.engine.codec.HttpHeaders;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpRequestDecoder;
import netarium.engine.codec.HttpStatus;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.Simulator;
import netarium.engine.sim.Timer;
import netarium.engine.socket.ByteStream;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;

/// A server's end of an HTTP/1.x connection (RFC 9112): requests come out of the stream one by one,
/// answers go back in the same order, and the connection stays as long as both sides want it.
///
/// Requests of safe methods that came together are handed over together; any other waits until all
/// before it are answered (RFC 9112 §9.3.2). What is wrong is answered with its status and ends the
/// connection, as does a request that does not come to its end in time.
///
/// The last answer is followed by the end of our direction, and then what the client still sends is
/// read past for a while: closing at once would reset the connection, and that may reach the client
/// before the answer does (RFC 9112 §9.6).
public final class HttpServerConnection {
  private static final int MAX_READ = 65_536;
  private static final Octets CONTINUE =
      Octets.wrap("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));

  /// What is unsent of an answer that is being written stays about here.
  private static final int STREAM_AHEAD = 16_384;

  private static final int REQUEST_TIMEOUT = 408;
  private static final int UNAVAILABLE = 503;

  private enum State {
    OPEN,
    /// No request is read any more; answers are still to come.
    LAST_ANSWERS,
    /// All is said; what the client sends is read past.
    LINGERING,
    OVER
  }

  private final ByteStream stream;
  private final HttpServerSettings settings;
  private final Consumer<HttpExchange> handler;
  private final Consumer<HttpServerConnection> onEnd;
  private final HttpAnswerHeads heads;
  private final HttpRequestDecoder decoder;

  /// Requests handed over whose answers have not left, in order.
  private final Deque<HttpExchange> underWay = new ArrayDeque<>();

  /// A request that waits for all before it.
  private final Deque<HttpExchange> held = new ArrayDeque<>();

  private Octets unsent = Octets.EMPTY;
  private State state = State.OPEN;
  private Optional<SocketError> failure = Optional.empty();

  /// What has been taken of the server's room: by requests that have come, and by the next one.
  private long takenOctets;

  private int nextOctets;
  private boolean isPumping;
  private final Timer requestTimer;
  private final Timer quietTimer;

  /// `handler` is given each request; `onEnd` is told when the connection is over.
  public HttpServerConnection(
      Simulator simulator,
      ByteStream stream,
      HttpServerSettings settings,
      Consumer<HttpExchange> handler,
      Consumer<HttpServerConnection> onEnd) {
    this.stream = stream;
    this.settings = settings;
    this.handler = handler;
    this.onEnd = onEnd;
    this.heads = new HttpAnswerHeads(simulator, settings.epochSeconds());
    this.decoder = new HttpRequestDecoder(settings.limits());
    this.requestTimer = simulator.timer(this::requestTimedOut);
    this.quietTimer = simulator.housekeepingTimer(this::quietForLong);
  }

  /// Begins to serve what has come and what comes.
  public void open() {
    stream.onChange(this::pump);
    pump();
  }

  Endpoint remote() {
    return stream.remote();
  }

  ByteStream stream() {
    return stream;
  }

  HttpAnswerHeads heads() {
    return heads;
  }

  public boolean isOver() {
    return state == State.OVER;
  }

  /// What the stream failed with, if that ended it.
  public Optional<SocketError> failure() {
    return failure;
  }

  /// Ends it at once, with what is under way; what was sent still gets there.
  public void leave() {
    if (state != State.OVER) {
      finish();
    }
  }

  /// Reads no more requests and ends when those under way are answered.
  public void close() {
    if (state == State.OPEN) {
      state = State.LAST_ANSWERS;
      held.clear();
      pump();
    }
  }

  /// Goes round until nothing more can be done: a request may be answered while it is handed over.
  private void pump() {
    if (isPumping || state == State.OVER) {
      return;
    }
    isPumping = true;
    try {
      boolean didSomething = true;
      while (didSomething && state != State.OVER) {
        failure = stream.error();
        if (failure.isPresent()) {
          stream.close();
          end();
          break;
        }
        boolean hasRead = readSome();
        didSomething = sendAnswers() || hasRead;
      }
      if (state != State.OVER) {
        armTimers();
      }
    } finally {
      isPumping = false;
    }
  }

  private boolean readSome() {
    if (state == State.LINGERING) {
      boolean gotSome = !stream.receive(MAX_READ).isEmpty();
      if (stream.isAtEnd()) {
        finish();
      }
      return gotSome;
    }
    if (state != State.OPEN) {
      return false;
    }
    boolean didSomething = false;
    while (state == State.OPEN && mayTakeMore()) {
      HttpDecode<HttpRequest> next = decoder.next();
      switch (next) {
        case HttpDecode.Whole<HttpRequest> whole -> take(whole);
        case HttpDecode.Fault<HttpRequest> fault -> refuse(fault.status(), fault.why());
        case HttpDecode.More<HttpRequest> _ -> {
          if (decoder.takeExpectation() && underWay.isEmpty()) {
            unsent = unsent.plus(CONTINUE);
          } else if (!feed()) {
            return didSomething;
          }
        }
      }
      didSomething = true;
    }
    return didSomething;
  }

  private boolean mayTakeMore() {
    return held.isEmpty() && underWay.size() < settings.pipelined() && unsent.length() < MAX_READ;
  }

  private boolean feed() {
    Octets data = stream.receive(MAX_READ);
    if (!data.isEmpty()) {
      if (!settings.room().take(data.length())) {
        refuse(UNAVAILABLE, "this server has too much under way");
        return true;
      }
      takenOctets += data.length();
      nextOctets += data.length();
      decoder.feed(data);
      if (decoder.hasHead()) {
        // A body may take its time as long as it comes.
        requestTimer.cancel();
      }
      return true;
    }
    if (!stream.isAtEnd()) {
      return false;
    }
    boolean isCut = !decoder.isBetweenRequests();
    if (isCut) {
      refuse(400, "connection closed within a request");
    } else {
      state = State.LAST_ANSWERS;
    }
    return true;
  }

  private void take(HttpDecode.Whole<HttpRequest> whole) {
    HttpExchange exchange = new HttpExchange(this, whole.message(), whole.trailers(), nextOctets);
    nextOctets = 0;
    requestTimer.cancel();
    if (!whole.message().keepsConnection()) {
      state = State.LAST_ANSWERS;
    }
    if (underWay.isEmpty() || (isSafe(exchange) && allSafe())) {
      hand(exchange);
    } else {
      held.add(exchange);
    }
  }

  private void hand(HttpExchange exchange) {
    underWay.add(exchange);
    handler.accept(exchange);
  }

  private boolean allSafe() {
    return underWay.stream().allMatch(HttpServerConnection::isSafe);
  }

  /// RFC 9110 §9.2.1.
  private static boolean isSafe(HttpExchange exchange) {
    return switch (exchange.request().method()) {
      case "GET", "HEAD", "OPTIONS", "TRACE" -> true;
      default -> false;
    };
  }

  /// Answers what is no request, behind all that are.
  private void refuse(int status, String why) {
    state = State.LAST_ANSWERS;
    HttpExchange last =
        new HttpExchange(
            this,
            new HttpRequest("GET", "/", "HTTP/1.1", CLOSING, Octets.EMPTY),
            HttpHeaders.NONE,
            0);
    underWay.add(last);
    last.answer(
        status,
        "text/plain; charset=utf-8",
        Octets.wrap((HttpStatus.reason(status) + ": " + why + "\n").getBytes(UTF_8)),
        HttpHeaders.NONE);
  }

  private static final HttpHeaders CLOSING =
      new HttpHeaders(List.of(new HttpHeaders.Field("Connection", "close")));

  /// One of the exchanges has its answer.
  void answered() {
    pump();
  }

  private boolean sendAnswers() {
    boolean didSomething = false;
    while (!underWay.isEmpty() && unsent.length() < mostUnsent(underWay.getFirst())) {
      HttpExchange first = underWay.getFirst();
      Octets ready = first.takeReady();
      unsent = unsent.plus(ready);
      didSomething |= !ready.isEmpty();
      if (!first.isDone()) {
        break;
      }
      giveBack(first.octets());
      underWay.removeFirst();
      didSomething = true;
      if (first.closes()) {
        state = State.LAST_ANSWERS;
        dropAll();
      }
    }
    if (underWay.isEmpty() && !held.isEmpty()) {
      hand(held.removeFirst());
      didSomething = true;
    }
    if (!unsent.isEmpty()) {
      int taken = stream.offer(unsent);
      unsent = unsent.slice(taken);
      didSomething |= taken > 0;
    }
    boolean isDone = underWay.isEmpty() && held.isEmpty() && unsent.isEmpty();
    if (state == State.LAST_ANSWERS && isDone) {
      linger();
      didSomething = true;
    }
    return didSomething;
  }

  private static int mostUnsent(HttpExchange exchange) {
    return exchange.isStreamed() ? STREAM_AHEAD : MAX_READ;
  }

  /// Nobody will see the answers to those.
  private void dropAll() {
    List<HttpExchange> dropped = List.copyOf(underWay);
    underWay.clear();
    held.clear();
    dropped.forEach(HttpExchange::drop);
  }

  private void giveBack(long octets) {
    settings.room().give(octets);
    takenOctets -= octets;
  }

  private void linger() {
    state = State.LINGERING;
    stream.shutdownWrite();
    quietTimer.armAfter(settings.linger());
  }

  private void armTimers() {
    boolean reads = state == State.OPEN && !decoder.isBetweenRequests() && mayTakeMore();
    arm(requestTimer, reads, settings.request());
    if (state != State.LINGERING) {
      boolean isQuiet =
          state == State.OPEN
              && underWay.isEmpty()
              && held.isEmpty()
              && decoder.isBetweenRequests();
      arm(quietTimer, isQuiet, settings.idle());
    }
  }

  private static void arm(Timer timer, boolean isWanted, SimDuration delay) {
    if (!isWanted) {
      timer.cancel();
    } else if (!timer.isArmed()) {
      timer.armAfter(delay);
    }
  }

  private void requestTimedOut() {
    refuse(REQUEST_TIMEOUT, "no whole request in time, " + decoder.progress());
    pump();
  }

  private void quietForLong() {
    switch (state) {
      case OPEN -> {
        state = State.LAST_ANSWERS;
        pump();
      }
      case LINGERING -> finish();
      case LAST_ANSWERS, OVER -> {}
    }
  }

  private void finish() {
    stream.close();
    end();
  }

  private void end() {
    state = State.OVER;
    requestTimer.cancel();
    quietTimer.cancel();
    dropAll();
    giveBack(takenOctets);
    unsent = Octets.EMPTY;
    onEnd.accept(this);
  }
}
