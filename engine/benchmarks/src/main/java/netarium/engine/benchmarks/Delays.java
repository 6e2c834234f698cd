package netarium.engine.benchmarks;

/// How far ahead events are scheduled.
public enum Delays {
  /// 1 to 2^20 nanoseconds, each as likely.
  EVEN {
    @Override
    long nanos(long random) {
      return 1 + (random & 0xf_ffff);
    }
  },

  /// What a network looks like: nine in ten within 16 µs, most others within 1 ms, one in a hundred
  /// a timer of 134 to 268 ms.
  SKEWED {
    @Override
    long nanos(long random) {
      long percent = (random >>> 40) % 100;
      if (percent < 90) {
        return 1 + (random & 0x3fff);
      }
      return percent < 99 ? 1 + (random & 0xf_ffff) : (1L << 27) + (random & 0x7ff_ffff);
    }
  };

  abstract long nanos(long random);
}
