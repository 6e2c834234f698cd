package netarium.topologies.unit;

import java.util.List;

/// How fast a link carries bits: `64kbit/s`, `10Mbit/s`, `1Gbit/s`. Always more than 0; a link that
/// carries nothing is one that is down.
public record Rate(long bitsPerSecond) {
  private static final Scale SCALE =
      new Scale(
          "a rate",
          "\"10Mbit/s\"",
          List.of(
              Scale.Step.of("bit/s", 1, "bps"),
              Scale.Step.of("kbit/s", 1_000, "Kbit/s", "kbps", "Kbps"),
              Scale.Step.of("Mbit/s", 1_000_000, "Mbps"),
              Scale.Step.of("Gbit/s", 1_000_000_000, "Gbps"),
              Scale.Step.of("Tbit/s", 1_000_000_000_000L, "Tbps")),
          100_000_000_000_000L);

  public Rate {
    if (bitsPerSecond <= 0) {
      throw new IllegalArgumentException("a rate is more than 0: " + bitsPerSecond);
    }
  }

  public static Rate ofBitsPerSecond(long bitsPerSecond) {
    return new Rate(bitsPerSecond);
  }

  public static Parsed<Rate> parse(String text) {
    Parsed<Long> amount = SCALE.parse(text);
    if (amount instanceof Parsed.Ok<Long>(Long bits) && bits == 0) {
      return Parsed.bad("a rate of 0 carries nothing", "write \"up\": false for a dead link");
    }
    return amount.map(Rate::new);
  }

  @Override
  public String toString() {
    return SCALE.format(bitsPerSecond);
  }
}
