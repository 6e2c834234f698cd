package netarium.engine.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/// What a stretch of work costs: time on the wall, and processor time of the whole process, so that
/// the collector and the compiler are paid for, too.
final class Stopwatch {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private final long wallNanos = System.nanoTime();
  private final long cpuNanos = SYSTEM.getProcessCpuTime();

  double wallSeconds() {
    return (System.nanoTime() - wallNanos) / 1e9;
  }

  double cpuSeconds() {
    return (SYSTEM.getProcessCpuTime() - cpuNanos) / 1e9;
  }

  /// Octets of heap that are in use after a full collection.
  static long heapOctets() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      MEMORY.gc();
      least = Math.min(least, MEMORY.getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
