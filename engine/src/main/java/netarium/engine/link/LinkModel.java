package netarium.engine.link;

import netarium.engine.sim.SimDuration;

/// How a link treats frames in one direction.
///
/// - `rateBitsPerSecond`: [#UNLIMITED] for none, then nothing ever waits.
/// - `jitter`: each frame is late by an even share of 0 … jitter, but never overtakes another.
/// - `loss`, `duplicate`, `reorder`, `corrupt`: probabilities from 0 to 1 for each frame on its
///   own. Reorder holds a frame back for up to another delay (1 ms at the least), so that those
///   behind it may overtake; corrupt flips one bit, as no frame check sequence would let pass: what
///   carries a checksum of its own notices.
/// - `queueFrames`: how many frames may wait while another is leaving.
/// - `mtuOctets`: the largest payload of a frame; a larger one is dropped without a word, which is
///   how a path swallows big datagrams.
public record LinkModel(
    long rateBitsPerSecond,
    SimDuration delay,
    SimDuration jitter,
    double loss,
    double duplicate,
    double reorder,
    double corrupt,
    int queueFrames,
    int mtuOctets,
    boolean isUp) {
  public static final long UNLIMITED = 0;

  /// 100 Mbit/s, 1 ms, a queue of 100 frames, 1,500 octets, no trouble.
  public static final LinkModel DEFAULT =
      new LinkModel(
          100_000_000, SimDuration.ofMillis(1), SimDuration.ZERO, 0, 0, 0, 0, 100, 1500, true);

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  public LinkModel {
    require(rateBitsPerSecond >= 0, "a rate is not negative");
    require(delay.nanos() >= 0 && jitter.nanos() >= 0, "delay and jitter are not negative");
    require(loss >= 0 && loss <= 1, "loss is a probability from 0 to 1");
    require(duplicate >= 0 && duplicate <= 1, "duplicate is a probability from 0 to 1");
    require(reorder >= 0 && reorder <= 1, "reorder is a probability from 0 to 1");
    require(corrupt >= 0 && corrupt <= 1, "corrupt is a probability from 0 to 1");
    require(queueFrames >= 0, "a queue is not negative");
    require(mtuOctets > 0, "an MTU is positive");
  }

  /// A link that neither reorders nor corrupts.
  public LinkModel(
      long rateBitsPerSecond,
      SimDuration delay,
      SimDuration jitter,
      double loss,
      double duplicate,
      int queueFrames,
      int mtuOctets,
      boolean isUp) {
    this(rateBitsPerSecond, delay, jitter, loss, duplicate, 0, 0, queueFrames, mtuOctets, isUp);
  }

  /// Whether anything is left to chance.
  boolean hasTrouble() {
    return loss > 0 || duplicate > 0 || reorder > 0 || corrupt > 0 || jitter.nanos() > 0;
  }

  /// How long a frame of so many octets takes to leave: n·8/rate, rounded up to whole nanoseconds,
  /// so that no sender ever exceeds the rate.
  long serialisationNanos(int octets) {
    return rateBitsPerSecond == UNLIMITED
        ? 0
        : (octets * 8L * NANOS_PER_SECOND + rateBitsPerSecond - 1) / rateBitsPerSecond;
  }

  public LinkModel withRate(long bitsPerSecond) {
    return new LinkModel(
        bitsPerSecond,
        delay,
        jitter,
        loss,
        duplicate,
        reorder,
        corrupt,
        queueFrames,
        mtuOctets,
        isUp);
  }

  public LinkModel withDelay(SimDuration newDelay) {
    return new LinkModel(
        rateBitsPerSecond,
        newDelay,
        jitter,
        loss,
        duplicate,
        reorder,
        corrupt,
        queueFrames,
        mtuOctets,
        isUp);
  }

  public LinkModel withJitter(SimDuration newJitter) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        newJitter,
        loss,
        duplicate,
        reorder,
        corrupt,
        queueFrames,
        mtuOctets,
        isUp);
  }

  public LinkModel withLoss(double probability) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        jitter,
        probability,
        duplicate,
        reorder,
        corrupt,
        queueFrames,
        mtuOctets,
        isUp);
  }

  public LinkModel withDuplicate(double probability) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        jitter,
        loss,
        probability,
        reorder,
        corrupt,
        queueFrames,
        mtuOctets,
        isUp);
  }

  public LinkModel withReorder(double probability) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        jitter,
        loss,
        duplicate,
        probability,
        corrupt,
        queueFrames,
        mtuOctets,
        isUp);
  }

  public LinkModel withCorrupt(double probability) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        jitter,
        loss,
        duplicate,
        reorder,
        probability,
        queueFrames,
        mtuOctets,
        isUp);
  }

  public LinkModel withQueue(int frames) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        jitter,
        loss,
        duplicate,
        reorder,
        corrupt,
        frames,
        mtuOctets,
        isUp);
  }

  public LinkModel withMtu(int octets) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        jitter,
        loss,
        duplicate,
        reorder,
        corrupt,
        queueFrames,
        octets,
        isUp);
  }

  public LinkModel withUp(boolean up) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        jitter,
        loss,
        duplicate,
        reorder,
        corrupt,
        queueFrames,
        mtuOctets,
        up);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
