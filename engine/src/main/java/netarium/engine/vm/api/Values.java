package netarium.engine.vm.api;

import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.Str;
import netarium.engine.wire.Octets;

/// Between octets of the network and strings of a machine, which are charged to its memory.
public final class Values {
  private Values() {}

  public static Str str(LuaMachine machine, Octets octets) {
    machine.account.charge(Str.HEADER_OCTETS + (long) octets.length());
    return Str.wrap(octets.toByteArray());
  }

  /// Header text and the like: one octet per character.
  public static Str str(LuaMachine machine, String text) {
    machine.account.charge(Str.HEADER_OCTETS + (long) text.length());
    return Str.latin1(text);
  }

  /// Shares the bytes: neither side ever writes to them.
  public static Octets octets(Str text) {
    return Octets.wrap(text.bytes, text.offset, text.length);
  }
}
