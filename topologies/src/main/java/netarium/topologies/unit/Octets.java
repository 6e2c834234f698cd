package netarium.topologies.unit;

import java.util.List;

/// An amount of memory or storage: `1500`, `64KiB`, `8MiB`. A bare number counts octets; `kB` and
/// `MB` are powers of ten, `KiB` and `MiB` powers of two.
public record Octets(long count) {
  private static final long KIB = 1024;
  private static final Scale SCALE =
      new Scale(
          "a size",
          "\"64KiB\"",
          List.of(
              Scale.Step.of("", 1, "B"),
              Scale.Step.of("kB", 1_000, "KB"),
              Scale.Step.of("KiB", KIB),
              Scale.Step.of("MB", 1_000_000),
              Scale.Step.of("MiB", KIB * KIB),
              Scale.Step.of("GB", 1_000_000_000),
              Scale.Step.of("GiB", KIB * KIB * KIB)),
          1024 * KIB * KIB * KIB);

  public Octets {
    if (count < 0) {
      throw new IllegalArgumentException("a size is never negative: " + count);
    }
  }

  public static Octets of(long count) {
    return new Octets(count);
  }

  public static Octets ofKib(long kib) {
    return new Octets(kib * KIB);
  }

  public static Octets ofMib(long mib) {
    return new Octets(mib * KIB * KIB);
  }

  public static Parsed<Octets> parse(String text) {
    return SCALE.parse(text).map(Octets::new);
  }

  /// Whole binary units where they fit, else a bare number of octets.
  @Override
  public String toString() {
    if (count == 0 || count % KIB != 0) {
      return Long.toString(count);
    }
    if (count % (KIB * KIB) != 0) {
      return count / KIB + "KiB";
    }
    return count % (KIB * KIB * KIB) != 0
        ? count / (KIB * KIB) + "MiB"
        : count / (KIB * KIB * KIB) + "GiB";
  }
}
