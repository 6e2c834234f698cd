package netarium.engine.lua.lib;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaError;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.text.LuaPattern;
import netarium.engine.lua.text.OctetBuffer;
import netarium.engine.lua.text.TextFault;

/// What the string functions that search have in common: matchers, captures, faults, buffers.
final class Patterns {
  private static final int LINE_OCTETS = 80;

  private Patterns() {}

  /// A matcher that charges its steps to the machine. `from` skips an anchor.
  static LuaPattern compile(Coroutine co, Str subject, Str pattern, int from) {
    return new LuaPattern(
        subject.bytes,
        subject.offset,
        subject.offset + subject.length,
        pattern.bytes,
        pattern.offset + from,
        pattern.offset + pattern.length,
        co.machine::charge);
  }

  static boolean isAnchored(Str pattern) {
    return pattern.length > 0 && pattern.byteAt(0) == '^';
  }

  /// How many values a match gives: its captures, or the whole match.
  static int valueCount(LuaPattern matcher) {
    return Math.max(1, matcher.captureCount());
  }

  /// Capture `index` from 0; the whole match, `start` to `end`, when there are no captures.
  static LuaValue value(
      Coroutine co, Str subject, LuaPattern matcher, int index, int start, int end) {
    if (index >= matcher.captureCount()) {
      if (index > 0) {
        throw new TextFault("invalid capture index");
      }
      return StringLib.slice(co, subject, start, end);
    }
    int length = matcher.captureLength(index);
    int from = matcher.captureStart(index);
    return matcher.isPosition(index)
        ? new Num(from + 1.0)
        : StringLib.slice(co, subject, from, from + length);
  }

  /// The fault as an error at the place of the call.
  static LuaError error(Coroutine co, TextFault fault) {
    return co.error(Str.latin1(fault.text()), 1);
  }

  /// A buffer that charges the machine's memory.
  static OctetBuffer buffer(Coroutine co, int capacity) {
    return new OctetBuffer(new Account(co), capacity);
  }

  /// A buffer for a line: a short one costs no memory, so that a program can say that it has none
  /// left.
  static OctetBuffer line(Coroutine co) {
    return new OctetBuffer(new Account(co), new byte[LINE_OCTETS]);
  }

  private record Account(Coroutine co) implements OctetBuffer.Payer {
    @Override
    public void charge(long octets) {
      co.machine.account.charge(octets);
    }

    @Override
    public RuntimeException notEnoughMemory() {
      co.machine.newBytes(co, Long.MAX_VALUE);
      return new IllegalStateException("no array holds 2^63 octets");
    }
  }

  /// The string a buffer has become.
  static Str string(Coroutine co, OctetBuffer buffer) {
    co.machine.account.charge(Str.HEADER_OCTETS);
    return Str.wrap(buffer.take(), 0, buffer.length());
  }
}
