package netarium.engine.lua.lib;

import netarium.engine.lua.Coroutine;
import netarium.engine.lua.LuaMachine;
import netarium.engine.lua.LuaValue;
import netarium.engine.lua.Marker;
import netarium.engine.lua.Native;
import netarium.engine.lua.Nil;
import netarium.engine.lua.Num;
import netarium.engine.lua.Str;
import netarium.engine.lua.text.LuaPattern;
import netarium.engine.lua.text.OctetSearch;
import netarium.engine.lua.text.TextFault;

/// `string.find`, `string.match`, `string.gmatch`.
final class StringSearch {
  /// What makes a pattern more than plain text.
  private static final String SPECIALS = "^$*+?.([%-";

  private StringSearch() {}

  static int find(Coroutine co, int func, int n) {
    return search(co, func, n, true);
  }

  static int match(Coroutine co, int func, int n) {
    return search(co, func, n, false);
  }

  private static int search(Coroutine co, int func, int n, boolean isFind) {
    Str subject = Args.checkStr(co, func, n, 1);
    Str pattern = Args.checkStr(co, func, n, 2);
    long start = StringLib.position(Args.optLong(co, func, n, 3, 1), subject.length);
    start = Math.max(1, start);
    if (start > subject.length + 1L) {
      return co.returns(func, Nil.NIL);
    }
    int from = (int) start - 1;
    if (isFind && (Args.toBoolean(co, func, n, 4) || isPlain(pattern))) {
      return findPlain(co, func, subject, pattern, from);
    }
    boolean anchored = Patterns.isAnchored(pattern);
    LuaPattern matcher = Patterns.compile(co, subject, pattern, anchored ? 1 : 0);
    try {
      int last = anchored ? from : subject.length;
      for (int at = from; at <= last; at++) {
        int end = matcher.matchAt(at);
        if (end >= 0) {
          return found(co, func, subject, matcher, at, end, isFind);
        }
      }
      return co.returns(func, Nil.NIL);
    } catch (TextFault fault) {
      throw Patterns.error(co, fault);
    } finally {
      matcher.settle();
    }
  }

  private static int found(
      Coroutine co, int func, Str subject, LuaPattern matcher, int at, int end, boolean isFind) {
    LuaValue[] stack = co.ensure(func + LuaPattern.MOST_CAPTURES + 2);
    int count = isFind ? matcher.captureCount() : Patterns.valueCount(matcher);
    int before = 0;
    if (isFind) {
      stack[func] = new Num(at + 1.0);
      stack[func + 1] = new Num(end);
      before = 2;
    }
    for (int i = 0; i < count; i++) {
      stack[func + before + i] = Patterns.value(co, subject, matcher, i, at, end);
    }
    return before + count;
  }

  private static boolean isPlain(Str pattern) {
    for (int i = 0; i < pattern.length; i++) {
      if (SPECIALS.indexOf(pattern.byteAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static int findPlain(Coroutine co, int func, Str subject, Str text, int from) {
    int at =
        OctetSearch.indexOf(
            subject.bytes,
            subject.offset + from,
            subject.offset + subject.length,
            text.bytes,
            text.offset,
            text.offset + text.length);
    if (at < 0) {
      co.machine.charge((long) subject.length - from + text.length);
      return co.returns(func, Nil.NIL);
    }
    int index = at - subject.offset;
    co.machine.charge((long) index - from + text.length);
    return co.returns(func, new Num(index + 1.0), new Num(index + (double) text.length));
  }

  static int gmatch(Coroutine co, int func, int n) {
    Str subject = Args.checkStr(co, func, n, 1);
    Str pattern = Args.checkStr(co, func, n, 2);
    return co.returns(func, new Matches(co.machine, subject, pattern));
  }

  /// The iterator of `gmatch`: subject, pattern and a place. `^` is no anchor here.
  private static final class Matches extends Native {
    private final Str subject;
    private final Str pattern;
    private int next;

    Matches(LuaMachine machine, Str subject, Str pattern) {
      super(machine, "string.gmatch iterator");
      this.subject = subject;
      this.pattern = pattern;
    }

    @Override
    protected LuaValue[] captured() {
      return new LuaValue[] {subject, pattern, new Num(next)};
    }

    @Override
    protected void traverse(Marker marker) {
      marker.mark(subject);
      marker.mark(pattern);
    }

    @Override
    public int call(Coroutine co, int func, int n) {
      if (next > subject.length) {
        return 0;
      }
      LuaPattern matcher = Patterns.compile(co, subject, pattern, 0);
      try {
        for (int at = next; at <= subject.length; at++) {
          int end = matcher.matchAt(at);
          if (end >= 0) {
            next = end == at ? end + 1 : end;
            return found(co, func, subject, matcher, at, end, false);
          }
        }
        next = subject.length + 1;
        return 0;
      } catch (TextFault fault) {
        throw Patterns.error(co, fault);
      } finally {
        matcher.settle();
      }
    }
  }
}
