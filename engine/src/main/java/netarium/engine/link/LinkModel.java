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
/// - `markFrames`: a datagram that has to wait behind at least so many frames and whose sender
///   understands it is marked as having met congestion (RFC 3168 §5); 0 for never.
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
    int markFrames,
    int mtuOctets,
    boolean isUp) {
  public static final long UNLIMITED = 0;

  /// 100 Mbit/s, 1 ms, a queue of 100 frames, 1,500 octets, no trouble.
  public static final LinkModel DEFAULT =
      new LinkModel(
          100_000_000, SimDuration.ofMillis(1), SimDuration.ZERO, 0, 0, 0, 0, 100, 0, 1500, true);

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  public LinkModel {
    require(rateBitsPerSecond >= 0, "a rate is not negative");
    require(delay.nanos() >= 0 && jitter.nanos() >= 0, "delay and jitter are not negative");
    require(loss >= 0 && loss <= 1, "loss is a probability from 0 to 1");
    require(duplicate >= 0 && duplicate <= 1, "duplicate is a probability from 0 to 1");
    require(reorder >= 0 && reorder <= 1, "reorder is a probability from 0 to 1");
    require(corrupt >= 0 && corrupt <= 1, "corrupt is a probability from 0 to 1");
    require(queueFrames >= 0 && markFrames >= 0, "a queue is not negative");
    require(mtuOctets > 0, "an MTU is positive");
  }

  /// A link that neither reorders nor corrupts nor marks.
  public LinkModel(
      long rateBitsPerSecond,
      SimDuration delay,
      SimDuration jitter,
      double loss,
      double duplicate,
      int queueFrames,
      int mtuOctets,
      boolean isUp) {
    this(rateBitsPerSecond, delay, jitter, loss, duplicate, 0, 0, queueFrames, 0, mtuOctets, isUp);
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
    return withPace(bitsPerSecond, delay, jitter, mtuOctets, isUp);
  }

  public LinkModel withDelay(SimDuration newDelay) {
    return withPace(rateBitsPerSecond, newDelay, jitter, mtuOctets, isUp);
  }

  public LinkModel withJitter(SimDuration newJitter) {
    return withPace(rateBitsPerSecond, delay, newJitter, mtuOctets, isUp);
  }

  public LinkModel withMtu(int octets) {
    return withPace(rateBitsPerSecond, delay, jitter, octets, isUp);
  }

  public LinkModel withUp(boolean up) {
    return withPace(rateBitsPerSecond, delay, jitter, mtuOctets, up);
  }

  public LinkModel withLoss(double probability) {
    return withChances(probability, duplicate, reorder, corrupt);
  }

  public LinkModel withDuplicate(double probability) {
    return withChances(loss, probability, reorder, corrupt);
  }

  public LinkModel withReorder(double probability) {
    return withChances(loss, duplicate, probability, corrupt);
  }

  public LinkModel withCorrupt(double probability) {
    return withChances(loss, duplicate, reorder, probability);
  }

  public LinkModel withQueue(int frames) {
    return withQueue(frames, markFrames);
  }

  public LinkModel withMark(int frames) {
    return withQueue(queueFrames, frames);
  }

  private LinkModel withPace(
      long rate, SimDuration newDelay, SimDuration newJitter, int mtu, boolean up) {
    return new LinkModel(
        rate,
        newDelay,
        newJitter,
        loss,
        duplicate,
        reorder,
        corrupt,
        queueFrames,
        markFrames,
        mtu,
        up);
  }

  private LinkModel withChances(double lost, double doubled, double reordered, double corrupted) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        jitter,
        lost,
        doubled,
        reordered,
        corrupted,
        queueFrames,
        markFrames,
        mtuOctets,
        isUp);
  }

  private LinkModel withQueue(int frames, int marking) {
    return new LinkModel(
        rateBitsPerSecond,
        delay,
        jitter,
        loss,
        duplicate,
        reorder,
        corrupt,
        frames,
        marking,
        mtuOctets,
        isUp);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
