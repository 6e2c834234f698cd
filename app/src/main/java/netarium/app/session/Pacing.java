package netarium.app.session;

import java.util.Optional;
import netarium.engine.trace.SimEvent;

/// How much simulated time goes by while some time passes on the wall.
///
/// In [Speed#FOLLOW] that depends on what is under way: its hop takes [#HOP_NANOS] on the screen,
/// however long it is on the simulated clock. With nothing under way the time up to the next event
/// worth seeing is skipped.
final class Pacing {
  /// A pulse that took longer than this (the computer slept, the window was not drawn) counts as
  /// this long.
  static final long LONGEST_PULSE = 100_000_000;

  static final long HOP_NANOS = 600_000_000;

  /// How long one looks at something that no frame follows, at most.
  static final long MAX_DWELL_NANOS = 200_000_000;

  /// A shorter skip is not worth a mark.
  private static final long LEAST_SKIP_NANOS = 1_000_000;

  private static final long NOT_SKIPPING = -1;

  private final Trail trail;
  private double owedNanos;
  private double dwellNanos;
  private long skipFrom = NOT_SKIPPING;

  Pacing(Trail trail) {
    this.trail = trail;
  }

  /// Somebody pressed a button: what was to come next no longer is.
  void forget() {
    owedNanos = 0;
    dwellNanos = 0;
    skipFrom = NOT_SKIPPING;
  }

  /// Lets the run go on from `edge`, unless it `isUnderWay`, still doing what it was told. Answers
  /// the idle time that has just been skipped.
  Optional<Skip> live(Speed speed, LiveRun run, long edge, boolean isUnderWay, long passed) {
    switch (speed) {
      case MAX -> {
        if (!isUnderWay) {
          run.runFreely();
        }
      }
      case FOLLOW -> {
        return follow(run, edge, isUnderWay, passed);
      }
      default -> {
        owe(passed * speed.factor(), speed.factor());
        if (!isUnderWay) {
          run.advanceTo(edge + takeOwed());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Skip> follow(LiveRun run, long edge, boolean isUnderWay, long passed) {
    if (isUnderWay) {
      return Optional.empty();
    }
    Optional<Skip> skipped = endSkip(edge);
    long hop = trail.hopAt(edge);
    if (hop > 0) {
      dwellNanos = 0;
      double factor = (double) hop / HOP_NANOS;
      owe(passed * factor, factor);
      long to = edge + takeOwed();
      run.advance(
          to, event -> event instanceof SimEvent.FrameSent f && Trail.hopNanos(f, 0) < hop / 2);
    } else if (mayGoOn(passed)) {
      skipFrom = edge;
      owedNanos = 0;
      run.advance(Long.MAX_VALUE, Trail::isStop);
    }
    return skipped;
  }

  private Optional<Skip> endSkip(long edge) {
    if (skipFrom == NOT_SKIPPING) {
      return Optional.empty();
    }
    Skip skip = new Skip(skipFrom, edge);
    skipFrom = NOT_SKIPPING;
    long gap = skip.toNanos() - skip.fromNanos();
    dwellNanos = Math.min(gap, MAX_DWELL_NANOS);
    return gap >= LEAST_SKIP_NANOS ? Optional.of(skip) : Optional.empty();
  }

  /// Where the playhead comes to in the past; -1 when nothing more is there to be seen.
  long replay(Speed speed, long instant, long passed) {
    return switch (speed) {
      case MAX -> -1;
      case FOLLOW -> replayFollowing(instant, passed);
      default -> {
        owe(passed * speed.factor(), speed.factor());
        yield instant + takeOwed();
      }
    };
  }

  private long replayFollowing(long instant, long passed) {
    long hop = trail.hopAt(instant);
    if (hop > 0) {
      dwellNanos = 0;
      double factor = (double) hop / HOP_NANOS;
      owe(passed * factor, factor);
      return trail.quickerWithin(instant, instant + takeOwed(), hop / 2);
    }
    if (!mayGoOn(passed)) {
      return instant;
    }
    long next = trail.stopAfter(instant);
    dwellNanos = next < 0 ? 0 : Math.min(next - instant, MAX_DWELL_NANOS);
    return next;
  }

  private boolean mayGoOn(long passed) {
    dwellNanos -= passed;
    return dwellNanos <= 0;
  }

  /// A slow computer does not run after lost time for ever.
  private void owe(double nanos, double factor) {
    owedNanos = Math.min(owedNanos + nanos, LONGEST_PULSE * factor);
  }

  private long takeOwed() {
    long whole = (long) owedNanos;
    owedNanos -= whole;
    return whole;
  }
}
