package netarium.engine.service;

import java.util.Optional;
import netarium.engine.codec.HttpLimits;
import netarium.engine.codec.HttpRequest;
import netarium.engine.codec.HttpResponseDecoder;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.ByteStream;
import org.jspecify.annotations.Nullable;

/// A connection of an [HttpTransport]: one [HttpTurn] after the other. Between two of them it is
/// idle, and over as soon as anything comes.
final class HttpLink {
  private static final HttpLimits LIMITS =
      new HttpLimits(64 * 1024, 256 * 1024, 1_000, Integer.MAX_VALUE);

  final ByteStream stream;
  final Outbox outbox;
  final HttpResponseDecoder decoder = new HttpResponseDecoder(LIMITS);
  private final HttpTransport owner;
  private final HttpRoute route;
  private final Simulator simulator;
  private @Nullable HttpTurn turn;
  private boolean isOver;
  private boolean isChanging;

  /// Takes the stream over, its callback included.
  HttpLink(ByteStream stream, HttpTransport owner, HttpRoute route, Simulator simulator) {
    this.stream = stream;
    this.owner = owner;
    this.route = route;
    this.simulator = simulator;
    this.outbox = new Outbox(stream);
    stream.onChange(this::changed);
  }

  Simulator simulator() {
    return simulator;
  }

  HttpRoute route() {
    return route;
  }

  /// Whether a request may be sent, as far as this side knows.
  boolean isUsable() {
    return !isOver && turn == null && stream.maySend() && !hasAnything();
  }

  /// What comes without a question, and be it the end, makes the connection useless.
  private boolean hasAnything() {
    return stream.availableOctets() > 0
        || stream.isAtEnd()
        || stream.error().isPresent()
        || !decoder.isBetweenAnswers();
  }

  /// Sends a request; only when it is usable. `upload` is what follows the request's own body.
  void ask(HttpRequest request, Optional<HttpUpload> upload, HttpTurn.Asker asker) {
    HttpTurn begun = new HttpTurn(this, request, upload, asker);
    turn = begun;
    begun.start(request);
    changed();
  }

  /// Lets go of it, whatever it was at.
  void end() {
    if (!isOver) {
      isOver = true;
      HttpTurn lost = turn;
      turn = null;
      if (lost != null) {
        lost.letGo();
      }
      stream.onChange(() -> {});
      stream.close();
      owner.ended(this);
    }
  }

  boolean isOver() {
    return isOver;
  }

  /// The answer has been taken as a whole.
  void turnIsOver(boolean mayStay) {
    turn = null;
    if (mayStay && outbox.isEmpty() && !decoder.usedUpStream() && !hasAnything()) {
      owner.free(this);
    } else {
      end();
    }
  }

  void changed() {
    if (isOver || isChanging) {
      return;
    }
    isChanging = true;
    HttpTurn current;
    do {
      outbox.flush();
      current = turn;
      if (current != null) {
        current.changed();
        current.tell();
      } else if (hasAnything()) {
        end();
      }
    } while (!isOver && turn != null && turn != current);
    isChanging = false;
  }
}
