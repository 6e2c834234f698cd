package netarium.engine.analysis;

import java.util.Map;
import java.util.TreeMap;

/// What a connection between a queen and a cell is: the cell's leash, or which of its bands. Known
/// once the cell has said who it is.
public final class HlhvChannel {
  private final Hives hives;
  private boolean isKnown;
  private int band;

  /// All cells of a run: how many bands each has opened so far, by the id that its queen gave it.
  static final class Hives {
    private final Map<String, Integer> bands = new TreeMap<>();
  }

  HlhvChannel(Hives hives) {
    this.hives = hives;
  }

  /// The cell has said who it is.
  void learn(HlhvFrame iAm) {
    if (!isKnown) {
      isKnown = true;
      boolean isBand = "1".equals(iAm.text("connKind"));
      String uuid = iAm.text("uuid");
      band = isBand ? hives.bands.merge(uuid == null ? "" : uuid, 1, Integer::sum) : 0;
    }
  }

  public boolean isLeash() {
    return isKnown && band == 0;
  }

  /// Its number among the bands of its cell, from 1; 0 of a leash.
  public int band() {
    return band;
  }

  /// As lists call it: `leash`, `band 2`.
  public String name() {
    return isLeash() ? "leash" : isKnown ? "band " + band : "unknown";
  }
}
