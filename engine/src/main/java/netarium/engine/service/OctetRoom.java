package netarium.engine.service;

/// How many octets of requests a server may hold at once, all its connections together: else a few
/// hundred clients with large bodies would fill the memory of whoever runs the simulation.
public final class OctetRoom {
  private long left;

  public OctetRoom(long octets) {
    left = octets;
  }

  /// Takes some of the room, or none of it if it is not enough.
  boolean take(int octets) {
    boolean isEnough = octets <= left;
    left -= isEnough ? octets : 0;
    return isEnough;
  }

  void give(long octets) {
    left += octets;
  }
}
