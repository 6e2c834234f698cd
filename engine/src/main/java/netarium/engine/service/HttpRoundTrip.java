package netarium.engine.service;

import java.util.List;
import java.util.Optional;
import netarium.engine.codec.HttpRequest;
import netarium.engine.sim.SimDuration;
import netarium.engine.socket.SocketError;
import netarium.engine.trace.Endpoint;
import org.jspecify.annotations.Nullable;

/// One request to the head of its answer, over a connection of an [HttpTransport]. A server may
/// close a connection in the instant in which a request sets out on it; such a request is sent once
/// more, over a new one, if it may be (RFC 9110 §9.2.2, RFC 9112 §9.3.1).
public final class HttpRoundTrip {
  /// How long opening a connection may take.
  private static final SimDuration DIAL_TIME_OUT = SimDuration.ofSeconds(30);

  private static final List<String> IDEMPOTENT = List.of("GET", "HEAD", "OPTIONS", "TRACE");

  /// Where to and what. `upload` is the body, where the request has none of its own.
  public record Order(HttpRoute route, HttpRequest request, Optional<HttpUpload> upload) {
    boolean mayBeSentAgain() {
      boolean isHarmless =
          IDEMPOTENT.contains(request.method())
              || request.headers().has("Idempotency-Key")
              || request.headers().has("X-Idempotency-Key");
      return isHarmless && upload.isEmpty();
    }
  }

  /// Who waits for the answer; told once, and nothing after [#cancel].
  public interface Outcome {
    /// A connection to `remote` is about to be opened.
    default void connecting(Endpoint remote) {}

    void headed(HttpAnswer answer);

    /// `remote` is whom a connection was to be opened to, if that is what failed.
    void failed(SocketError why, Optional<Endpoint> remote);
  }

  private final HttpTransport transport;
  private final Dialler dialler;
  private final Order order;
  private final Outcome outcome;
  private Runnable cancellation = () -> {};
  private @Nullable HttpLink link;
  private @Nullable Endpoint dialled;
  private boolean isOver;

  public HttpRoundTrip(HttpTransport transport, Dialler dialler, Order order, Outcome outcome) {
    this.transport = transport;
    this.dialler = dialler;
    this.order = order;
    this.outcome = outcome;
  }

  /// Begins. What is known at once the outcome hears before this returns.
  public void start() {
    go(false);
  }

  /// Lets go of it; the outcome hears nothing.
  public void cancel() {
    if (!isOver) {
      isOver = true;
      cancellation.run();
      HttpLink used = link;
      if (used != null) {
        used.end();
      }
    }
  }

  /// Whether it was still on its way to a connection, and to where.
  public Optional<Endpoint> dialling() {
    return link == null ? Optional.ofNullable(dialled) : Optional.empty();
  }

  private void go(boolean isFresh) {
    link = null;
    dialled = null;
    Runnable undo =
        transport.take(
            order.route(),
            isFresh,
            dialler,
            DIAL_TIME_OUT,
            new HttpTransport.Taker() {
              @Override
              public void connecting(Endpoint remote) {
                dialled = remote;
                outcome.connecting(remote);
              }

              @Override
              public void taken(HttpLink found, boolean isUsedBefore) {
                HttpRoundTrip.this.taken(found, isUsedBefore);
              }

              @Override
              public void failed(SocketError why) {
                fail(why);
              }
            });
    if (link == null && !isOver) {
      cancellation = undo;
    }
  }

  private void taken(HttpLink found, boolean isUsedBefore) {
    cancellation = () -> {};
    link = found;
    if (isOver) {
      found.end();
      return;
    }
    found.ask(
        order.request(),
        order.upload(),
        new HttpTurn.Asker() {
          @Override
          public void headed(HttpAnswer answer) {
            isOver = true;
            outcome.headed(answer);
          }

          @Override
          public void failed(SocketError why, boolean isUnseen) {
            if (isOver) {
              return;
            }
            if (isUsedBefore && isUnseen && order.mayBeSentAgain()) {
              go(true);
            } else {
              dialled = null;
              fail(isUsedBefore && isUnseen ? CLOSED_IDLE : why);
            }
          }
        });
  }

  private static final SocketError CLOSED_IDLE =
      new SocketError(SocketError.Code.CLOSED, "http: server closed idle connection");

  private void fail(SocketError why) {
    if (!isOver) {
      isOver = true;
      outcome.failed(why, Optional.ofNullable(dialled));
    }
  }
}
