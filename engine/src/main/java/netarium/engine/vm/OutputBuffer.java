package netarium.engine.vm;

import netarium.engine.wire.Octets;

/// What a process has printed and its parent has not read yet: the newest 64 KiB of it.
final class OutputBuffer {
  static final int LIMIT_OCTETS = 64 * 1024;

  private static final int FIRST_OCTETS = 256;

  private byte[] ring = new byte[0];
  private int start;
  private int length;

  /// Adds what was printed; whether older octets had to give way.
  boolean add(Octets text) {
    int surplus = Math.max(0, text.length() - LIMIT_OCTETS);
    Octets kept = text.slice(surplus);
    int dropped = Math.max(0, length + kept.length() - LIMIT_OCTETS);
    drop(dropped);
    reserve(length + kept.length());
    for (int i = 0; i < kept.length(); i++) {
      ring[(start + length + i) % ring.length] = (byte) kept.at(i);
    }
    length += kept.length();
    return surplus + dropped > 0;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /// All there is; the buffer is empty afterwards.
  Octets take() {
    byte[] all = copy(length);
    ring = new byte[0];
    start = 0;
    length = 0;
    return Octets.wrap(all);
  }

  private void drop(int octets) {
    length -= octets;
    start = length == 0 ? 0 : (start + octets) % ring.length;
  }

  private void reserve(int octets) {
    if (octets > ring.length) {
      int doubled = Math.min(LIMIT_OCTETS, Math.max(FIRST_OCTETS, ring.length * 2));
      ring = copy(Math.max(octets, doubled));
      start = 0;
    }
  }

  private byte[] copy(int size) {
    byte[] copy = new byte[size];
    int first = Math.min(length, ring.length - start);
    System.arraycopy(ring, start, copy, 0, first);
    System.arraycopy(ring, 0, copy, first, length - first);
    return copy;
  }
}
