package netarium.app.workbench;

import java.lang.management.ManagementFactory;

/// A piece of work that is always the same, to tell by how much a loaded machine slows everything
/// down: cores and caches are shared, so even the processor time of a thread grows with what others
/// do.
final class Yardstick {
  private static final int SIZE = 1 << 19;
  private static final int STEPS = 60_000;
  private static final int WARMING = 60;
  private static final int SAMPLES = 5;
  private static final double MOST = 4;

  private final int[] next = new int[SIZE];
  private long fastest = Long.MAX_VALUE;
  private int at;

  Yardstick() {
    for (int i = 0; i < SIZE; i++) {
      next[i] = (int) ((i * 2_654_435_761L + 12_345) & (SIZE - 1));
    }
    for (int i = 0; i < WARMING; i++) {
      measure();
    }
  }

  /// How many times as long as at best the same work takes at the moment; about 1 where nothing
  /// else is done.
  double slowness() {
    long slowest = 0;
    for (int i = 0; i < SAMPLES; i++) {
      slowest = Math.max(slowest, measure());
    }
    return Math.min(MOST, (double) slowest / fastest);
  }

  private long measure() {
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < STEPS; i++) {
      at = next[(at + i) & (SIZE - 1)];
    }
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
    fastest = Math.min(fastest, took);
    return took;
  }
}
