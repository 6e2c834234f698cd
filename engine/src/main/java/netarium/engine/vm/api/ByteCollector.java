package netarium.engine.vm.api;

import java.util.Arrays;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Str;

/// Puts octets together, charging the machine's memory before it grows.
final class ByteCollector {
  private final LuaMachine machine;
  private byte[] octets = new byte[0];
  private int length;

  ByteCollector(LuaMachine machine) {
    this.machine = machine;
  }

  int length() {
    return length;
  }

  void add(Str s) {
    s.copyTo(room(s.length), length);
    length += s.length;
  }

  void add(String text) {
    add(Str.of(text));
  }

  void add(int octet) {
    room(1)[length++] = (byte) octet;
  }

  private byte[] room(int more) {
    long end = (long) length + more;
    if (end > octets.length) {
      long size = Math.min(Integer.MAX_VALUE - 16, Math.max(end, octets.length * 2L));
      machine.account.charge(size - octets.length);
      octets = Arrays.copyOf(octets, (int) Math.max(end, size));
    }
    return octets;
  }

  /// What has been collected; to be called once, at the end.
  Str toStr() {
    return Str.wrap(octets, 0, length);
  }
}
