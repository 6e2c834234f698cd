package netarium.engine.service;

import netarium.engine.socket.ByteStream;
import netarium.engine.wire.Octets;

/// Two streams joined: what comes by one goes out by the other, no faster than that takes it. Each
/// direction ends when its source does; a failure of one side fails the other.
final class Relay {
  private static final int CHUNK_OCTETS = 64 * 1024;

  /// One way.
  private static final class Way {
    private final ByteStream from;
    private final ByteStream to;
    private Octets pending = Octets.EMPTY;
    private boolean isOver;

    Way(ByteStream from, ByteStream to) {
      this.from = from;
      this.to = to;
    }

    void pump() {
      while (!isOver) {
        if (pending.isEmpty()) {
          pending = from.receive(CHUNK_OCTETS);
        }
        if (pending.isEmpty()) {
          if (from.isAtEnd()) {
            isOver = true;
            to.shutdownWrite();
          }
          return;
        }
        int taken = to.offer(pending);
        if (taken == 0) {
          return;
        }
        pending = pending.slice(taken);
      }
    }
  }

  private final ByteStream near;
  private final ByteStream far;
  private final Way there;
  private final Way back;
  private final Runnable onEnd;
  private boolean isOver;

  Relay(ByteStream near, ByteStream far, Runnable onEnd) {
    this.near = near;
    this.far = far;
    this.there = new Way(near, far);
    this.back = new Way(far, near);
    this.onEnd = onEnd;
  }

  void start() {
    near.onChange(this::pump);
    far.onChange(this::pump);
    pump();
  }

  private void pump() {
    if (isOver) {
      return;
    }
    there.pump();
    back.pump();
    if (near.error().isPresent() || far.error().isPresent()) {
      abort();
      onEnd.run();
    } else if (there.isOver && back.isOver) {
      over();
      near.close();
      far.close();
      onEnd.run();
    }
  }

  void abort() {
    if (!isOver) {
      over();
      near.abort();
      far.abort();
    }
  }

  private void over() {
    isOver = true;
    near.onChange(() -> {});
    far.onChange(() -> {});
  }
}
